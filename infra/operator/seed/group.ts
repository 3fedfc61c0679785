import type { AreaId } from '#shared/model/area.ts';
import type { Capacity } from '#shared/model/capacity.ts';
import type { Instant } from '#shared/model/dates.ts';
import { OrganizationId, type ServiceId } from '#shared/model/ids.ts';
import { ActivityKind } from '#shared/model/need.ts';
import { LegalForm, Organization } from '#shared/model/organization.ts';
import type { SafeguardingStanding } from '#shared/model/safeguarding.ts';
import type { Service } from '#shared/model/service.ts';
import { activityOf, roomOf } from './activity.ts';
import { type Chance, chance, seededId } from './chance.ts';
import { daysBefore } from './moments.ts';
import { placeAt, type Spot } from './places.ts';
import { FIRST_NAMES, KINDS } from './words.ts';

/** A group with all it does and what it last said about room. */
export type SeededGroup = {
  organization: Organization;
  services: Service[];
  capacities: Map<ServiceId, Capacity | null>;
};

const WITH_NUMBER: readonly LegalForm[] = ['charity', 'cio'];

function standingOf(draw: Chance, now: Instant, tier: SafeguardingStanding['tier']): SafeguardingStanding {
  const status = draw.weighted({
    confirmed: 0.62,
    confirmed_with_actions: 0.08,
    due_soon: 0.06,
    out_of_date: 0.08,
    answering: 0.06,
    not_started: 0.06,
    paused_by_coordinator: 0.02,
    withdrawn_by_group: 0.02,
  });
  if (status === 'not_started' || status === 'answering')
    return { status, tier, confirmedAt: null, validUntil: null };
  const left = { due_soon: draw.whole(3, 28), out_of_date: -draw.whole(5, 120) };
  const days = status === 'due_soon' || status === 'out_of_date' ? left[status] : draw.whole(60, 330);
  return {
    status,
    tier,
    confirmedAt: daysBefore(now, 365 - days),
    validUntil: daysBefore(now, -days),
  };
}

/** A number from the ranges kept for drama: it rings nowhere. */
function phoneNumber(draw: Chance, area: AreaId): string {
  if (draw.often(0.4)) return `07700 900${String(draw.whole(0, 999)).padStart(3, '0')}`;
  return area === 'manchester'
    ? `0161 496 0${String(draw.whole(200, 999))}`
    : `01632 960${String(draw.whole(200, 999))}`;
}

const webName = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]+/g, '-');

/** Group number `index` of an area. Kinds go round, so that every area has every kind. */
export function seededGroup(
  area: AreaId,
  index: number,
  given: { spots: readonly Spot[]; now: Instant },
): SeededGroup {
  const draw = chance(`group ${area} ${index}`);
  const kind = ActivityKind.parse(ActivityKind.options[index % ActivityKind.options.length]);
  const first = FIRST_NAMES[(index * 7 + (area === 'shropshire' ? 3 : 0)) % FIRST_NAMES.length];
  const round = Math.floor(index / FIRST_NAMES.length);
  const name = `${first} ${KINDS[kind].groups[round % 3]}${area === 'shropshire' ? ' in the Hills' : ''}`;
  const id = OrganizationId.parse(seededId(`organization ${area} ${index}`));
  const home = draw.one(given.spots);
  const tier = draw.one(KINDS[kind].tiers);
  const masked = kind === 'peer_support' && draw.often(0.35);
  const services = Array.from({ length: Number(draw.weighted({ '1': 6, '2': 3, '3': 1 })) }, (_, number) =>
    activityOf(draw, {
      organizationId: id,
      name: `${area} ${index} ${number}`,
      kind,
      tier,
      place: placeAt(number === 0 || draw.often(0.6) ? home : draw.one(given.spots), draw, masked),
      now: given.now,
    }),
  );
  const legalForm = draw.one(LegalForm.options);
  const status = draw.weighted({ checked: 0.93, unverified: 0.04, suspended: 0.02, closed: 0.01 });
  const reviewed = daysBefore(given.now, draw.whole(1, draw.often(0.12) ? 330 : 150));
  const organization = Organization.parse({
    id,
    area,
    name,
    description: draw.one(KINDS[kind].what),
    legalForm,
    charityNumber: WITH_NUMBER.includes(legalForm) ? `DEMO-${1000 + index}` : null,
    website: draw.often(0.4) ? `https://${webName(name)}.example/` : null,
    phone: {
      number: phoneNumber(draw, area),
      bestTimes: draw.one(['Weekday mornings', 'After 6pm', 'Any time but Sundays', 'Leave a message']),
      shownTo: draw.weighted({ public: 6, professionals: 3, nobody: 1 }),
    },
    email: draw.often(0.5) ? `hello@${webName(name)}.example` : null,
    status,
    checkedAt: status === 'unverified' ? null : daysBefore(given.now, draw.whole(30, 600)),
    lastReviewedAt: reviewed,
    safeguarding: standingOf(draw, given.now, tier),
    services: services.map((service) => service.id),
  });
  return {
    organization,
    services,
    capacities: new Map(services.map((service) => [service.id, roomOf(draw, given.now)])),
  };
}
