import type { Decided } from '#functions/domain/referral/decided.ts';
import { type Acting, standingNow } from '#functions/domain/referral/decided.ts';
import { legalActions } from '#functions/domain/referral/lifecycle.ts';
import { type Side, type Stand, standOf } from '#functions/domain/referral/relation.ts';
import { KEY_REUSED, type RequestMark, recognise, remember } from '#functions/domain/referral/requests.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { offerEnded } from '#functions/store/offers.ts';
import type { Freshness } from '#functions/store/reading.ts';
import { findReferral, referralItem, type StoredReferral } from '#functions/store/referral.ts';
import type { Write } from '#functions/store/table.ts';
import { together } from '#functions/store/together.ts';
import type { Refusal } from '#shared/api/problem.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { ReferralId } from '#shared/model/ids.ts';
import type { Referral } from '#shared/model/referral.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { Deps } from './deps.ts';
import { tellReferral } from './tell.ts';

/** Who asks to move which referral; `among` keeps to the sides the route is for. */
export type Asked = {
  principal: Principal;
  referralId: ReferralId;
  at: Instant;
  mark: RequestMark;
  among?: readonly Side[];
};
/** The referral after a change, and how the asker stands to it. */
export type Changed = { referral: Referral; stand: Stand };
/** What a command decides: the rule's decision and the writes that belong into its transaction. */
export type Step = { decided: Decided; beside: readonly Write[] };
/** What a command judges: what was read, how fresh it was, and who acts. */
export type Judged = { referral: Referral; read: Freshness; acting: Acting };

/** How often a change that lost a race is judged again. */
const ATTEMPTS = 3;

/**
 * Load, decide, commit. The first reading may be a moment old, which halves its cost: whatever it would
 * refuse is judged again on a fresh one, and whatever it would write fails where it was stale. A request
 * that comes again answers with the state as it is. Refuses with what `decide` refuses, `not_found`,
 * `key_reused`, and `changed_meanwhile` with who was first and what can be done instead.
 */
export async function changeReferral(
  deps: Deps,
  asked: Asked,
  decide: (judged: Judged) => Promise<Result<Step>>,
): Promise<Result<Changed>> {
  let raced = false;
  let outcome: Result<Changed> = refuse('not_found');
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const tried = await once(deps, { ...asked, read: attempt === 0 ? 'eventual' : undefined }, decide);
    if (tried.kind === 'changed') return accept(tried.value);
    outcome = refuse(tried.refusal);
    if (tried.kind === 'refused' && attempt > 0) break;
    raced ||= tried.kind === 'raced';
  }
  return raced ? lost(outcome) : outcome;
}

type Tried =
  | { kind: 'changed'; value: Changed }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'raced'; refusal: Refusal };

const refused = (refusal: Refusal): Tried => ({ kind: 'refused', refusal });

async function once(
  deps: Deps,
  asked: Asked & { read: Freshness },
  decide: (judged: Judged) => Promise<Result<Step>>,
): Promise<Tried> {
  const { principal, mark, at, read } = asked;
  const stored = await findReferral(deps.table, { area: principal.area, id: asked.referralId }, read);
  const stand = stored && standOf(principal, stored.value, asked.among);
  if (stored === undefined || stand === undefined) return refused({ code: 'not_found' });
  const seen = recognise(stored.requests.moved, mark);
  if (seen === 'again') return { kind: 'changed', value: { referral: stored.value, stand } };
  if (seen === 'reused') return refused(KEY_REUSED);
  const { nation } = await deps.areas(principal.area);
  const acting = { userId: principal.userId, name: principal.name, doer: stand.doer, at, nation };
  const judged = await decide({ referral: stored.value, read, acting });
  if (!judged.ok) return refused(judged.refusal);
  const { decided, beside } = judged.value;
  const written = await deps.table.transact(
    together([
      ...writesOf(deps, { stored, decided, acting, mark }),
      ...beside,
      ...offerEnded(stored.value, decided.next),
    ]),
  );
  if (written.ok) return { kind: 'changed', value: { referral: decided.next, stand } };
  const legal = legalActions(stored.value.state, stand.doer);
  const current = standingNow(stored.value);
  return { kind: 'raced', refusal: { code: 'changed_meanwhile', legal, current } };
}

/** The two writes every change has: the referral at its next version, and its event. */
function writesOf(
  deps: Deps,
  change: { stored: StoredReferral; decided: Decided; acting: Acting; mark: RequestMark },
): Write[] {
  const { stored, decided, acting, mark } = change;
  const version = stored.version + 1;
  const requests = { ...stored.requests, moved: remember(stored.requests.moved, mark) };
  const item = referralItem({ value: decided.next, version, requests });
  return [
    { kind: 'put', table: 'portal', item, expected: { version: stored.version } },
    tellReferral(deps, { referral: decided.next, version }, { ...acting, ...decided.event }),
  ];
}

/** What somebody is told whose move lost to another's: not that it is illegal, but who was first. */
function lost(outcome: Result<Changed>): Result<Changed> {
  if (outcome.ok || outcome.refusal.code !== 'not_possible_now') return outcome;
  return refuse({ ...outcome.refusal, code: 'changed_meanwhile' });
}
