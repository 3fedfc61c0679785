import { queueList } from '#shared/api/queue.ts';
import { referralList } from '#shared/api/referrals.ts';
import type { Membership } from '#shared/model/roles.ts';
import type { Call } from './api.ts';
import { firstList } from './list-view.ts';
import type { Task } from './tasks.ts';

/** How many things wait for somebody now; `more` when only those of the first page were counted. */
export type Waiting = { count: number; more: boolean };

async function waitingIn(call: Call, view: 'caseload' | 'team' | 'inbox'): Promise<Waiting | undefined> {
  const answer = await call(referralList, { query: { view } });
  if (!answer.ok) return undefined;
  const { rows, next } = answer.value;
  const count = rows.filter(({ waitsFor }) => waitsFor !== null).length;
  // What waits comes first: only a page full of it leaves some uncounted.
  return { count, more: next !== null && count === rows.length };
}

async function waitingInQueue(call: Call): Promise<Waiting | undefined> {
  const answer = await call(queueList, { query: {} });
  if (!answer.ok) return undefined;
  const count = (answer.value.counts ?? []).reduce((sum, kind) => sum + kind.count, 0);
  return { count, more: false };
}

/** Whether the work of a task is counted where somebody begins. */
export const isCounted = ({ id }: Task): boolean => id === 'caseload' || id === 'inbox' || id === 'queue';

/** What waits behind a task; undefined where nothing is counted, or the answer does not come. */
export function waitingOf(
  call: Call,
  { id }: Task,
  memberships: readonly Membership[],
): Promise<Waiting | undefined> {
  if (id === 'queue') return waitingInQueue(call);
  return waitingIn(call, id === 'inbox' ? 'inbox' : firstList(memberships));
}
