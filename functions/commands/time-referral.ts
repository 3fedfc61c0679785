import { completeReferral } from '#functions/domain/referral/complete.ts';
import type { Acting, Decided } from '#functions/domain/referral/decided.ts';
import { type ClockFacts, type DueWork, dueWork } from '#functions/domain/referral/due.ts';
import { expireReferral } from '#functions/domain/referral/expire.ts';
import { withdrawReferral } from '#functions/domain/referral/withdraw.ts';
import type { Result } from '#functions/domain/result.ts';
import { nudgesOf, nudgeVersion } from '#functions/store/history.ts';
import { offerEnded } from '#functions/store/offers.ts';
import { findReferral, referralItem } from '#functions/store/referral.ts';
import type { Write } from '#functions/store/table.ts';
import { findTask, taskWrite } from '#functions/store/task.ts';
import { together } from '#functions/store/together.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { Referral } from '#shared/model/referral.ts';
import type { NudgeCode } from '#shared/model/referral-care.ts';
import { TaskId } from '#shared/model/task.ts';
import type { Deps } from './deps.ts';
import { fellSilent } from './places.ts';
import { tellReferral } from './tell.ts';

type Timing = Pick<Deps, 'table' | 'ids'>;
type End = Extract<DueWork, { kind: 'end' }>['action'];

function ended(referral: Referral, action: End, acting: Acting): Result<Decided> {
  if (action === 'expire') return expireReferral(referral, acting);
  if (action === 'complete')
    return completeReferral(referral, { outcome: 'outcome_unknown', words: null }, acting);
  const given = { reason: 'no_answer_from_referrer', agreementWithdrawn: false } as const;
  return withdrawReferral(referral, given, acting);
}

/**
 * Ends a referral whose time is up. It is read again and judged again, so that an answer given meanwhile
 * wins; when somebody acts at the same moment nothing is written and the next run looks again. A group
 * that let one expire has said nothing: its room is unknown and the place is free. Answers whether it ended.
 */
export async function endByTime(deps: Timing, seen: Referral, facts: ClockFacts): Promise<boolean> {
  const stored = await findReferral(deps.table, { area: seen.area, id: seen.id });
  if (stored === undefined) return false;
  const due = dueWork(stored.value, facts).find((work) => work.kind === 'end');
  if (due === undefined) return false;
  const acting: Acting = { userId: 'system', name: '', doer: 'system', at: facts.now, nation: facts.nation };
  const decided = ended(stored.value, due.action, acting);
  if (!decided.ok) return false;
  const version = stored.version + 1;
  const item = referralItem({ value: decided.value.next, version, requests: stored.requests });
  const silent = due.action === 'expire' && stored.value.state === 'sent';
  const place: Write[] =
    silent || decided.value.place === 'release' ? await fellSilent(deps, stored.value, facts.now) : [];
  const writes: Write[] = [
    { kind: 'put', table: 'portal', item, expected: { version: stored.version } },
    tellReferral(deps, { referral: decided.value.next, version }, { ...acting, ...decided.value.event }),
    ...place,
    ...(silent ? await toRing(deps, decided.value.next, { kind: 'silence', at: facts.now }) : []),
    ...offerEnded(stored.value, decided.value.next),
  ];
  const written = await deps.table.transact(together(writes));
  if (!written.ok) throw new Error('A referral whose time is up was changed at the same moment: look again');
  return true;
}

type RingKind = 'unowned' | 'silence' | 'idle';
/** Which reminders are also somebody's task: a coordinator's, who rings. */
const RINGS: Partial<Record<NudgeCode, RingKind>> = {
  coordinator_rings: 'silence',
  coordinator_reviews: 'idle',
  tell_safeguarding_lead: 'unowned',
};

/** The write that puts a referral in the coordinator's queue; none where it is or was there already. */
async function toRing(
  { table }: Timing,
  { id: referralId, area }: Referral,
  { kind, at }: { kind: RingKind; at: Instant },
): Promise<Write[]> {
  const id = TaskId.parse(`${kind}-${referralId}`);
  if ((await findTask(table, { area, id })) !== undefined) return [];
  return [
    taskWrite({ id, area, kind, referralId, since: at, from: at, isOpen: true, last: null }, undefined),
  ];
}

/** Tells somebody once: the event is named by what is told and of which day, so a second run writes nothing. */
export async function tellOfTime(
  deps: Timing,
  referral: Referral,
  work: Extract<DueWork, { kind: 'tell' }> & { at: string },
): Promise<void> {
  const { id: referralId, organizationId, serviceId } = referral;
  const of = { referral, version: nudgeVersion(work.code, work.on), aggregate: nudgesOf(referralId) };
  const told = tellReferral(deps, of, {
    userId: 'system',
    at: work.at,
    type: 'referral.nudged',
    data: { referralId, organizationId, serviceId, code: work.code },
  });
  const kind = RINGS[work.code];
  const task = kind === undefined ? [] : await toRing(deps, referral, { kind, at: work.at });
  await (task.length === 0 ? deps.table.write(told) : deps.table.transact([told, ...task]));
}
