import { completeReferral } from '#functions/domain/referral/complete.ts';
import { standOf } from '#functions/domain/referral/relation.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { type LiveLink, linkUsed } from '#functions/store/link-token.ts';
import { findReferral, referralItem } from '#functions/store/referral.ts';
import { findUser } from '#functions/store/user.ts';
import type { Instant } from '#shared/model/dates.ts';
import { ReferralId, UserId } from '#shared/model/ids.ts';
import type { Outcome, Referral } from '#shared/model/referral.ts';
import type { Deps } from './deps.ts';
import { tellReferral } from './tell.ts';

/**
 * Whoever was mailed the link records what came of it, once, as long as they could do so signed in. The
 * link is used up in the same transaction. Refuses `not_found` when they no longer may, `not_possible_now`
 * when it is recorded already, and `changed_meanwhile` when somebody else came first.
 */
export async function outcomeByLink(
  deps: Deps,
  { link, at, outcome }: { link: LiveLink; at: Instant; outcome: Outcome },
): Promise<Result<Referral>> {
  const { area } = link;
  const stored = await findReferral(deps.table, { area, id: ReferralId.parse(link.subject) });
  const user = (await findUser(deps.table, UserId.parse(link.holder)))?.value;
  const stand = stored && user?.active === true ? standOf(user, stored.value) : undefined;
  if (stored === undefined || user === undefined || stand === undefined) return refuse('not_found');
  const { nation } = await deps.areas(area);
  const acting = { userId: user.userId, name: user.name, doer: stand.doer, at, nation };
  const decided = completeReferral(stored.value, { outcome, words: null }, acting);
  if (!decided.ok) return decided;
  const version = stored.version + 1;
  const { next, event } = decided.value;
  const item = referralItem({ value: next, version, requests: stored.requests });
  const written = await deps.table.transact([
    { kind: 'put', table: 'portal', item, expected: { version: stored.version } },
    tellReferral(deps, { referral: next, version }, { userId: 'link', at, ...event }),
    linkUsed(link, at),
  ]);
  return written.ok ? accept(next) : refuse('changed_meanwhile');
}
