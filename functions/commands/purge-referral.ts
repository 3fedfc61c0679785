import { destroyed, type Stage, toDestroy } from '#functions/domain/retention/purge.ts';
import { type Closed, closedDelete } from '#functions/store/closed.ts';
import { portalKeys } from '#functions/store/keys.ts';
import { copyPlace, sealedDelete } from '#functions/store/person.ts';
import { findReferral, referralItem, type StoredReferral } from '#functions/store/referral.ts';
import type { Key, Write } from '#functions/store/table.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { Referral } from '#shared/model/referral.ts';
import type { Deps } from './deps.ts';
import { shreddingWrites } from './shred-person.ts';
import { tell } from './tell.ts';

type Purging = Pick<Deps, 'table' | 'ids'>;

const deleted = (key: Key, version?: number): Write => ({
  kind: 'delete',
  table: 'portal',
  key,
  expected: version === undefined ? 'any' : { version },
});

/** What becomes of the referral itself: it stays without what was destroyed, or goes with its reference. */
function leaving({ value, version, requests }: StoredReferral, next: Referral | undefined): Write[] {
  if (next !== undefined) {
    const item = referralItem({ value: next, version: version + 1, requests });
    return [{ kind: 'put', table: 'portal', item, expected: { version } }];
  }
  const { area, id, reference } = value;
  return [deleted(portalKeys.referral(area, id), version), deleted(portalKeys.reference(area, reference))];
}

/**
 * Destroys what a stage is due for, in one transaction with its event. The referral is read again and
 * judged again; one that lives again, or of which nothing is left, is let be. Answers whether anything was
 * destroyed; throws when somebody changed it at the same moment, and the next run looks again.
 */
export async function purgeReferral(
  { table, ids }: Purging,
  { closed, stage, at }: { closed: Closed; stage: Stage; at: Instant },
): Promise<boolean> {
  const stored = await findReferral(table, closed);
  const what = stored === undefined ? [] : toDestroy(stored.value, stage);
  const last = stage === 'referral' ? [closedDelete(closed)] : [];
  const most = what.at(-1);
  if (stored === undefined || most === undefined) {
    for (const write of last) await table.write(write);
    return false;
  }
  const { value, version } = stored;
  const { area, personId, organizationId, serviceId, schemeId } = value;
  const all = most === 'referral';
  const people = [
    ...(all || what.includes('copy') ? [sealedDelete(copyPlace(area, personId, organizationId))] : []),
    ...(all || what.includes('original') ? await shreddingWrites(table, value) : []),
  ];
  const written = await table.transact([
    ...leaving(stored, all ? undefined : destroyed(value, what, at)),
    ...people,
    ...last,
    tell(
      { ids },
      { area, tenant: schemeId, aggregate: `referral#${value.id}`, version: version + 1 },
      {
        userId: 'system',
        at,
        type: 'referral.purged',
        data: { referralId: value.id, organizationId, serviceId, what: most },
      },
    ),
  ]);
  if (!written.ok)
    throw new Error('A referral whose time is over was changed at the same moment: look again');
  return true;
}
