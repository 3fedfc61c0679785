import type { Deps } from '#functions/commands/deps.ts';
import { firstDays } from '#functions/commands/first-days.ts';
import { loadEnds, schemeOf } from '#functions/commands/load-ends.ts';
import { settingsFor } from '#functions/commands/open-area.ts';
import { placeFor } from '#functions/domain/capacity/hold.ts';
import { roomAt } from '#functions/domain/capacity/room.ts';
import { mayOffer } from '#functions/domain/referral/offers.ts';
import { accept, refuse } from '#functions/domain/result.ts';
import { mayReceive } from '#functions/domain/safeguarding/receive.ts';
import { numbersOf } from '#shared/model/area.ts';
import { dayOf } from '#shared/model/civil-time.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { ServiceId } from '#shared/model/ids.ts';
import { isUnclaimed, type Organization } from '#shared/model/organization.ts';
import type { Principal } from '#shared/model/roles.ts';

/** The wording a person is read before they agree; a new wording takes a new number. */
export const WORDING_VERSION = 'introduction-1';

/** Link workers see a group's number unless the group keeps it back altogether. */
export const phoneFor = ({ phone: { number, bestTimes, shownTo } }: Organization) =>
  shownTo === 'nobody' || number === '' ? null : { number, bestTimes };

type Stood = { unclaimed: boolean; receives: boolean; hasRoom: boolean; offers: number; isFull: boolean };

/** The first of the reasons for which a send would be refused now, in the order in which they can be put right. */
function whyNotOf({ unclaimed, receives, hasRoom, offers, isFull }: Stood) {
  if (unclaimed) return 'unclaimed' as const;
  if (!receives) return 'notReferable' as const;
  if (!hasRoom) return 'full' as const;
  if (!mayOffer(offers).ok) return 'offers_waiting' as const;
  return isFull ? ('group_is_new' as const) : null;
}

/**
 * What a link worker must see before sending. `referable` is what a send would be told now of standing,
 * room and limits, and `whyNot` the reason where it would be refused. An unclaimed listing can be looked at, so that
 * the sender learns what to do instead. Refuses with `not_found` outside the sender's area, or for a group
 * that is not listed, and with `area_not_live` before the area takes referrals.
 */
export async function formFor(
  deps: Deps,
  asked: { principal: Principal; serviceId: ServiceId; now: Instant },
) {
  const { principal, serviceId, now } = asked;
  const schemeId = schemeOf(principal);
  if (schemeId === undefined) return refuse('not_found');
  const ends = await loadEnds(deps, { area: principal.area, serviceId, schemeId }, undefined);
  if (!ends.ok) return ends;
  const { service, organization, relied, offers } = ends.value;
  const unclaimed = isUnclaimed(organization);
  if (organization.status !== 'checked' && !unclaimed) return refuse('not_found');
  const settings = await settingsFor(deps, principal.area);
  if (settings.goneLive === null) return refuse('area_not_live');
  const first = await firstDays(deps, { organization, at: now });
  const receives = mayReceive(relied.standing, now, settings.nation).ok;
  const hasRoom = placeFor(relied.capacity, now).ok;
  const whyNot = whyNotOf({ unclaimed, receives, hasRoom, offers, isFull: first.isFull });
  return accept({
    service: { ...service, organizationName: organization.name, wardName: service.place.wardName },
    room: roomAt(relied.capacity, now),
    safeguarding: organization.safeguarding,
    referable: whyNot === null,
    whyNot,
    isNew: first.isNew && whyNot === null,
    unclaimed,
    groupPhone: phoneFor(organization),
    stopPanel: settings.councils.flatMap((council) => numbersOf(council) ?? []),
    wordingVersion: WORDING_VERSION,
    today: dayOf(now),
  });
}
