import { standingNow, subject } from '#functions/domain/referral/decided.ts';
import { LIVE_STATES, legalActions } from '#functions/domain/referral/lifecycle.ts';
import { standOf } from '#functions/domain/referral/relation.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { listOpenings, openingOf } from '#functions/store/opening.ts';
import { findReferral } from '#functions/store/referral.ts';
import type { Asked, Changed } from './change-referral.ts';
import type { Deps } from './deps.ts';
import { tellReferral } from './tell.ts';

/**
 * Notes that the group has seen a referral: the first reader to look, once. It is an event of an
 * aggregate of its own and takes no version of the referral, so that looking never loses somebody
 * else's answer. Refuses with `not_found`, or `not_possible_now` once the referral has closed.
 */
export async function openReferral(
  deps: Deps,
  { principal, referralId, at }: Omit<Asked, 'mark'>,
): Promise<Result<Changed>> {
  const where = { area: principal.area, id: referralId };
  const stored =
    (await findReferral(deps.table, where, 'eventual')) ?? (await findReferral(deps.table, where));
  const stand = stored && standOf(principal, stored.value, ['reader']);
  if (stored === undefined || stand === undefined) return refuse('not_found');
  const referral = stored.value;
  if (!LIVE_STATES.includes(referral.state)) {
    const opened = await listOpenings(deps.table, [referral.id]);
    if (opened.size > 0) return accept({ referral, stand });
    const legal = legalActions(referral.state, stand.doer);
    return refuse({ code: 'not_possible_now', legal, current: standingNow(referral) });
  }
  const of = { referral, version: 1, aggregate: openingOf(referral.id) };
  const event = { type: 'referral.opened' as const, data: subject(referral) };
  // Somebody who looked before is no conflict: the first look is the one that counts.
  await deps.table.write(tellReferral(deps, of, { userId: principal.userId, at, ...event }));
  return accept({ referral, stand });
}
