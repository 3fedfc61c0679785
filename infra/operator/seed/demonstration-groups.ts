import type { Instant } from '#shared/model/dates.ts';
import { OrganizationId, ServiceId } from '#shared/model/ids.ts';
import { Organization } from '#shared/model/organization.ts';
import { Service } from '#shared/model/service.ts';
import { chance, seededId } from './chance.ts';
import type { SeededGroup } from './group.ts';
import { daysBefore } from './moments.ts';
import { placeAt, type Spot } from './places.ts';

export const DEMO_GROUP = OrganizationId.parse(seededId('organization demo group'));
export const DEMO_GROUP_NAME = 'Marigold Corner';
export const NEW_GROUP = OrganizationId.parse(seededId('organization new group'));
/** The demonstration group is in the middle of this postcode district. */
export const DEMO_OUTCODE = 'M14';

/** The postcode nearest the middle of its district. */
export function middleOf(outcode: string, spots: readonly Spot[]): Spot {
  const here = spots.filter(({ postcode }) => postcode.startsWith(`${outcode} `));
  const mean = (of: (spot: Spot) => number) => here.reduce((sum, spot) => sum + of(spot), 0) / here.length;
  const [north, east] = [mean((spot) => spot.latitude), mean((spot) => spot.longitude)];
  const off = (spot: Spot) => Math.hypot(spot.latitude - north, (spot.longitude - east) * 0.6);
  const [nearest] = here.sort((a, b) => off(a) - off(b));
  if (nearest === undefined) throw new Error(`No postcodes in ${outcode}`);
  return nearest;
}

const everything = {
  stepFree: true,
  hearingLoop: false,
  quietSpace: true,
  bringSomeone: true,
  nearBusStop: true,
  toilets: true,
};

/** The group of group-lead@, reader@ and reader-2@: room, basics in date, company and growing things. */
export function demonstrationGroup(spots: readonly Spot[], now: Instant): SeededGroup {
  const place = placeAt(middleOf(DEMO_OUTCODE, spots), chance('demo place'), false);
  const base = {
    organizationId: DEMO_GROUP,
    place,
    eligibility: { minimumAge: 18, maximumAge: null, onlyFor: [] },
    tier: 1,
    status: 'active',
  } as const;
  const tea = Service.parse({
    ...base,
    id: ServiceId.parse(seededId('service demo tea')),
    name: 'Friday tea and chat',
    description:
      'A long table, a big teapot and people who are glad you came. Some play cards, some knit, most just talk.',
    firstVisit:
      'Somebody meets you at the door at five to two. About ten people come. You can bring someone and sit near the door.',
    kind: 'befriending',
    needs: ['company', 'purpose'],
    schedules: [{ weekday: 'FR', opensAt: '14:00', closesAt: '16:00' }],
    cost: { pence: 0, note: 'Tea and biscuits included' },
    access: { ...everything, languages: ['Urdu'] },
    exclusions: [
      'We cannot help with personal care such as eating, washing or using the toilet.',
      'We cannot support someone who is in crisis now: ring the numbers on the stop panel first.',
    ],
  });
  const garden = Service.parse({
    ...base,
    id: ServiceId.parse(seededId('service demo garden')),
    name: 'Saturday garden hour',
    description: 'We look after the yard behind the hall: pots, herbs and a small greenhouse. Sit or dig.',
    firstVisit: 'Come in old clothes. Gloves and tools are here, and there is tea afterwards.',
    kind: 'gardening',
    needs: ['moving', 'purpose'],
    schedules: [{ weekday: 'SA', opensAt: '10:30', closesAt: '12:00' }],
    cost: { pence: 0, note: '' },
    access: { ...everything, languages: [] },
    exclusions: [],
  });
  const asOf = daysBefore(now, 0.4);
  const goodUntil = daysBefore(asOf, -30);
  const organization = Organization.parse({
    id: DEMO_GROUP,
    area: 'manchester',
    name: DEMO_GROUP_NAME,
    description:
      'Neighbours who meet twice a week in a bright hall to talk, grow things and look out for each other.',
    legalForm: 'constituted_group',
    charityNumber: null,
    website: 'https://marigold-corner.example/',
    phone: { number: '0161 496 0150', bestTimes: 'Weekdays 10am to 4pm', shownTo: 'public' },
    email: 'hello@marigold-corner.example',
    status: 'checked',
    checkedAt: daysBefore(now, 200),
    lastReviewedAt: daysBefore(now, 9),
    safeguarding: {
      status: 'confirmed',
      tier: 1,
      confirmedAt: daysBefore(now, 65),
      validUntil: daysBefore(now, -300),
    },
    services: [tea.id, garden.id],
  });
  return {
    organization,
    services: [tea, garden],
    capacities: new Map([
      [tea.id, { state: 'open', places: 8, dropIn: false, asOf, goodUntil }],
      [garden.id, { state: 'few', places: 2, dropIn: false, asOf, goodUntil }],
    ]),
  };
}

/** The group of new-group@: checked and listed, still answering the safeguarding basics, room never said. */
export function newGroup(spots: readonly Spot[], now: Instant): SeededGroup {
  const service = Service.parse({
    id: ServiceId.parse(seededId('service new group')),
    organizationId: NEW_GROUP,
    name: 'Wednesday sewing bee',
    description: 'Mend, make and swap. Two machines, a box of buttons and somebody who knows zips.',
    firstVisit: 'Bring something to mend or nothing at all. We show you how the machine works.',
    kind: 'arts',
    needs: ['purpose', 'work'],
    schedules: [{ weekday: 'WE', opensAt: '18:00', closesAt: '20:00' }],
    place: placeAt(middleOf('M9', spots), chance('new group place'), false),
    cost: { pence: 100, note: 'For thread and tea' },
    access: {
      stepFree: null,
      hearingLoop: null,
      quietSpace: null,
      bringSomeone: true,
      nearBusStop: null,
      toilets: null,
      languages: [],
    },
    eligibility: { minimumAge: null, maximumAge: null, onlyFor: [] },
    tier: 1,
    exclusions: [],
    status: 'active',
  });
  const organization = Organization.parse({
    id: NEW_GROUP,
    area: 'manchester',
    name: 'Button and Thread',
    description: 'A new sewing group that shares machines and know-how.',
    legalForm: 'unconstituted_group',
    charityNumber: null,
    website: null,
    phone: { number: '07700 900151', bestTimes: 'Evenings', shownTo: 'professionals' },
    email: null,
    status: 'checked',
    checkedAt: daysBefore(now, 6),
    lastReviewedAt: daysBefore(now, 6),
    safeguarding: { status: 'answering', tier: 1, confirmedAt: null, validUntil: null },
    services: [service.id],
  });
  return { organization, services: [service], capacities: new Map([[service.id, null]]) };
}
