import { completeReferral } from '#functions/domain/referral/complete.ts';
import { type Acting, type Decided, invalid } from '#functions/domain/referral/decided.ts';
import { notStartReferral } from '#functions/domain/referral/not-start.ts';
import { standOf } from '#functions/domain/referral/relation.ts';
import { startReferral } from '#functions/domain/referral/start.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { type LiveLink, linkUsed } from '#functions/store/link-token.ts';
import { findReferral, referralItem } from '#functions/store/referral.ts';
import { findUser } from '#functions/store/user.ts';
import type { OutcomePress } from '#shared/api/link-outcome.ts';
import { addDays, dayOf } from '#shared/model/civil-time.ts';
import { Day, type Instant } from '#shared/model/dates.ts';
import { ReferralId, UserId } from '#shared/model/ids.ts';
import type { Referral } from '#shared/model/referral.ts';
import type { Deps } from './deps.ts';
import { placeReturned } from './places.ts';
import { tellReferral } from './tell.ts';

/** The day somebody came, as pressed or typed; undefined when what was typed is no day. */
function dayCame(press: OutcomePress, today: Day): Day | undefined {
  if (press.came === 'today') return today;
  if (press.came === 'yesterday') return addDays(today, -1);
  const [year = '', month = '', day = ''] = [press['came-year'], press['came-month'], press['came-day']];
  return Day.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`).data;
}

function decide(referral: Referral, press: OutcomePress, acting: Acting): Result<Decided> {
  const { outcome, reason } = press;
  if (outcome !== undefined) return completeReferral(referral, { outcome, words: null }, acting);
  if (reason !== undefined) return notStartReferral(referral, { reason }, acting);
  const on = dayCame(press, dayOf(acting.at));
  return on === undefined
    ? invalid('came', 'Enter the day they came, like 20 11 2026')
    : startReferral(referral, { on }, acting);
}

/**
 * Whoever was mailed the link records a first visit, that there was none, or what came of it, once, as long
 * as they could do so signed in. The link is used up in the same transaction, which also gives back the place
 * of somebody who did not come. Refuses `not_found` when they no longer may, `invalid` for a day that cannot
 * be, `not_possible_now` when it is recorded already, and `changed_meanwhile` when somebody else came first.
 */
export async function outcomeByLink(
  deps: Deps,
  { link, at, press }: { link: LiveLink; at: Instant; press: OutcomePress },
): Promise<Result<Referral>> {
  const { area } = link;
  const stored = await findReferral(deps.table, { area, id: ReferralId.parse(link.subject) });
  const user = (await findUser(deps.table, UserId.parse(link.holder)))?.value;
  const stand = stored && user?.active === true ? standOf(user, stored.value) : undefined;
  if (stored === undefined || user === undefined || stand === undefined) return refuse('not_found');
  const { nation } = await deps.areas(area);
  const acting = { userId: user.userId, name: user.name, doer: stand.doer, at, nation };
  const decided = decide(stored.value, press, acting);
  if (!decided.ok) return decided;
  const version = stored.version + 1;
  const { next, event } = decided.value;
  const item = referralItem({ value: next, version, requests: stored.requests });
  const judged = { referral: stored.value, read: undefined, acting };
  const written = await deps.table.transact([
    { kind: 'put', table: 'portal', item, expected: { version: stored.version } },
    tellReferral(deps, { referral: next, version }, { userId: 'link', at, ...event }),
    linkUsed(link, at),
    ...(await placeReturned(deps, judged, decided.value)),
  ]);
  return written.ok ? accept(next) : refuse('changed_meanwhile');
}
