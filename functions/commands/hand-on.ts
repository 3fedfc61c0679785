import { handedOn } from '#functions/domain/leaver/leaving.ts';
import type { StoredReferral } from '#functions/store/referral.ts';
import { findReferral, referralItem } from '#functions/store/referral.ts';
import { listReferrals } from '#functions/store/referral-listing.ts';
import type { Write } from '#functions/store/table.ts';
import type { User } from '#functions/store/user.ts';
import type { AreaId } from '#shared/model/area.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { SchemeId, UserId } from '#shared/model/ids.ts';
import type { Deps } from './deps.ts';
import { tell, tellReferral } from './tell.ts';

/** Whose live referrals of which team. */
export type Caseload = { area: AreaId; schemeId: SchemeId; userId: UserId };
/** To whom, by whom and when. */
export type Handing = { to: User; by: UserId; at: Instant };

/** How many referrals go with one transaction, two writes each, beside what ends an account. */
export const AT_ONCE = 36;

/** The next live referrals of somebody, as they stand now; those the list still names but that have moved are left out. */
export async function nextOf(
  { table }: Pick<Deps, 'table'>,
  { area, schemeId, userId }: Caseload,
): Promise<StoredReferral[]> {
  const listing = { of: 'caseload', area, scheme: schemeId, live: true, user: userId } as const;
  const { rows } = await listReferrals(table, listing, { limit: AT_ONCE });
  const found = await Promise.all(rows.map(({ value: { id } }) => findReferral(table, { area, id })));
  return found.flatMap((stored) => (stored?.value.sender.userId === userId ? [stored] : []));
}

/** The writes that hand some referrals on, each with its event, and tell the colleague of all of them once. */
export function handWrites(
  deps: Pick<Deps, 'ids'>,
  { area, schemeId, userId: fromUserId }: Caseload,
  { referrals, to, by, at }: Handing & { referrals: readonly StoredReferral[] },
): Write[] {
  if (referrals.length === 0) return [];
  const writes = referrals.flatMap((stored): Write[] => {
    const version = stored.version + 1;
    const value = handedOn(stored.value, to);
    const { id: referralId, organizationId, serviceId } = value;
    const data = { referralId, organizationId, serviceId, fromUserId, toUserId: to.userId };
    const item = referralItem({ value, version, requests: stored.requests });
    const telling = { userId: by, at, type: 'referral.handed_on', data } as const;
    return [
      { kind: 'put', table: 'portal', item, expected: { version: stored.version } },
      tellReferral(deps, { referral: value, version }, telling),
    ];
  });
  const of = { area, tenant: schemeId, aggregate: `handing#${deps.ids.event()}`, version: 1 };
  const data = { schemeId, fromUserId, toUserId: to.userId, referrals: referrals.length };
  return [...writes, tell(deps, of, { userId: by, at, type: 'caseload.handed_on', data })];
}

const RACES = 5;

/**
 * Hands on whatever live referrals somebody who has left still has, a transaction at a time, until none
 * is left. Stopped at any point it can be run again: what was handed on stays so. Answers false when it
 * lost too many races.
 */
export async function handOnRest(deps: Deps, caseload: Caseload, handing: Handing): Promise<boolean> {
  let lost = 0;
  for (;;) {
    const referrals = await nextOf(deps, caseload);
    if (referrals.length === 0) return true;
    const written = await deps.table.transact(handWrites(deps, caseload, { ...handing, referrals }));
    lost += Number(!written.ok);
    if (lost >= RACES) return false;
  }
}
