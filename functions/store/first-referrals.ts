import * as z from 'zod/mini';
import type { AreaId } from '#shared/model/area.ts';
import { type OrganizationId, ReferralId } from '#shared/model/ids.ts';
import { portalKeys } from './keys.ts';
import type { Freshness } from './reading.ts';
import { record, type Stored, unchangedSince } from './record.ts';
import type { Table, Write } from './table.ts';

/** The open referrals of a group in its first days; written by the sends of those days alone. */
const firstReferralsRecord = record('first referrals', z.array(ReferralId));
type Of = { area: AreaId; id: OrganizationId };

/** Which referrals a new group was sent and may still have open (version 0: none yet). */
export async function findFirst(table: Table, of: Of, read?: Freshness): Promise<Stored<ReferralId[]>> {
  const item = await table.get('portal', portalKeys.firstReferrals(of.area, of.id), read);
  return item === undefined ? { value: [], version: 0 } : firstReferralsRecord.fromItem(item);
}

/** The write that keeps one more of them; fails when another was sent at the same moment. Gone when the group is no longer new. */
export const firstWrite = (
  of: Of & { ttl: number },
  before: Stored<ReferralId[]>,
  ids: readonly ReferralId[],
): Write => ({
  kind: 'put',
  table: 'portal',
  item: firstReferralsRecord.toItem(portalKeys.firstReferrals(of.area, of.id), [...ids], before.version + 1, {
    ttl: of.ttl,
  }),
  expected: unchangedSince(before.version),
});
