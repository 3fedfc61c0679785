import type { Instant } from '#shared/model/dates.ts';
import type { ReferralId } from '#shared/model/ids.ts';
import { eventFromItem } from './event.ts';
import { eventKeys } from './keys.ts';
import type { Table } from './table.ts';

/** The aggregate of a referral's first opening: one event, beside the referral's own. */
export const openingOf = (id: ReferralId): string => `opening#${id}`;

/** When each of some referrals (at most 100) was first opened by the group; those unopened are left out. */
export async function listOpenings(
  table: Table,
  ids: readonly ReferralId[],
): Promise<ReadonlyMap<string, Instant>> {
  if (ids.length === 0) return new Map();
  const keys = ids.map((id) => eventKeys.event(openingOf(id), 1));
  const items = await table.getMany('events', keys, 'eventual');
  return new Map(items.map((item) => [item.pk, eventFromItem(item).at]));
}
