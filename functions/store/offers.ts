import { endsOffer, MOST_OFFERS } from '#functions/domain/referral/offers.ts';
import type { AreaId } from '#shared/model/area.ts';
import type { SchemeId, ServiceId } from '#shared/model/ids.ts';
import type { Referral } from '#shared/model/referral.ts';
import { portalKeys } from './keys.ts';
import type { Item, Write } from './table.ts';

/**
 * How many referrals of each team wait for a group's answer stands beside the room of the group's first
 * activity: one number a team. Sending and accepting write or check that item anyway, so that counting
 * costs neither a write nor a reading (ADR 77). The end of the id is what differs between teams made at once.
 */
const PREFIX = 'open_';
const attributeOf = (scheme: SchemeId): string => `${PREFIX}${scheme.slice(-12)}`;

/** How many referrals of a team wait for the group's answer, by the item that counts them. */
export function offersOf(item: Item | undefined, scheme: SchemeId): number {
  const open = item?.[attributeOf(scheme)];
  return typeof open === 'number' ? open : 0;
}

type Counted = { area: AreaId; countedBeside: ServiceId; schemeId: SchemeId };

const counting = (
  { area, countedBeside, schemeId }: Counted,
  by: 1 | -1,
): Extract<Write, { kind: 'add' }> => ({
  kind: 'add',
  table: 'portal',
  key: portalKeys.capacity(area, countedBeside),
  add: { [attributeOf(schemeId)]: by },
  expected: 'present',
});

/** The write that counts one more offer; fails where that would be one too many. */
export const offerCounted = (of: Counted): Write => ({
  ...counting(of, 1),
  bound: { attribute: attributeOf(of.schemeId), atMost: MOST_OFFERS },
});

/** The write by which a change that answers or ends an offer counts it no longer; none for any other change. */
export function offerEnded(before: Referral, after: Pick<Referral, 'state'>): Write[] {
  const { area, schemeId, countedBeside } = before;
  if (countedBeside === undefined || !endsOffer(before, after)) return [];
  return [counting({ area, schemeId, countedBeside }, -1)];
}
