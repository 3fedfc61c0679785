import { comesBack } from '#functions/domain/moderation/waiting.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { handledWrite } from '#functions/store/handled.ts';
import { findOrganization } from '#functions/store/organization.ts';
import type { Stored } from '#functions/store/record.ts';
import { findReferral } from '#functions/store/referral.ts';
import type { Write } from '#functions/store/table.ts';
import { findTask, taskWrite } from '#functions/store/task.ts';
import type { EventType } from '#shared/events/index.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { Task, TaskAct, TaskId, TaskOutcome } from '#shared/model/task.ts';
import { OUTCOMES } from '#shared/model/task-outcomes.ts';
import type { Deps } from './deps.ts';
import { doneAlready } from './done-by.ts';
import { tell } from './tell.ts';

type Settling = { principal: Principal; taskId: TaskId; at: Instant };
type Settled = { id: TaskId; comesBack: Instant | null };

/** The group or the need a task is about, as the history names it. */
async function aboutOf({ table }: Deps, task: Task): Promise<string> {
  if (task.kind === 'gap') return task.need;
  const { area } = task;
  if ('organizationId' in task)
    return (await findOrganization(table, { area, id: task.organizationId }))?.value.name ?? '';
  return (await findReferral(table, { area, id: task.referralId }))?.value.organizationName ?? '';
}

const kindsOutcomes = ({ kind }: Task): readonly string[] => OUTCOMES[kind];

type Acted = { before: Stored<Task>; next: Task; act: TaskAct; type: Extract<EventType, `task.${string}`> };

/** All that one act writes: the task, its event, and the line of the history. */
async function writesOf(deps: Deps, { before, next, act, type }: Acted): Promise<Write[]> {
  const { area, id: taskId, kind } = next;
  const id = deps.ids.event();
  const of = { area, tenant: area, aggregate: `task#${id}`, version: 1 };
  const { by: userId, at, byName, outcome } = act;
  const settled = outcome === 'reopened' ? {} : { outcome };
  return [
    taskWrite(next, before),
    tell(deps, of, { userId, at, type, data: { taskId, kind, ...settled } }),
    handledWrite(area, id, { at, byName, kind, about: await aboutOf(deps, next), outcome, taskId }),
  ];
}

/** Whether a task stands in the queue at this moment. */
const isWaiting = ({ isOpen, from }: Task, at: Instant): boolean => isOpen && from <= at;

/** The refusal when a task is not there to be acted on: done by a colleague, or changed under one's hands. */
async function lost(deps: Deps, { area, id }: Task, at: Instant): Promise<Result<never>> {
  const now = (await findTask(deps.table, { area, id }))?.value;
  const isDone = now !== undefined && !isWaiting(now, at);
  return isDone && now.last !== null ? doneAlready(now.last) : refuse('changed_meanwhile');
}

/** The answer about a task that does not stand in the queue: said before by the same person, done by another, or nothing to do yet. */
function notWaiting(
  { id, isOpen, from, last }: Task,
  said: { by: string; outcome: TaskOutcome },
): Result<Settled> {
  if (last === null) return refuse('not_found');
  const isSame = last.by === said.by && last.outcome === said.outcome;
  return isSame ? accept({ id, comesBack: isOpen ? from : null }) : doneAlready(last);
}

/**
 * A coordinator says what came of a task: it leaves the queue, for good or until it has to be looked at again.
 * Saying the same twice is once. Refuses `not_found` elsewhere, `invalid` for an outcome of another kind,
 * `done_already` with the name of whoever was first, `changed_meanwhile`.
 */
export async function settleTask(
  deps: Deps,
  { principal, taskId, at, outcome }: Settling & { outcome: TaskOutcome },
): Promise<Result<Settled>> {
  const { area, userId: by, name: byName } = principal;
  const before = await findTask(deps.table, { area, id: taskId });
  if (before === undefined) return refuse('not_found');
  const { value: task } = before;
  if (!kindsOutcomes(task).includes(outcome))
    return refuse({ code: 'invalid', fields: [{ id: 'outcome', text: 'Choose what came of it' }] });
  if (!isWaiting(task, at)) return notWaiting(task, { by, outcome });
  const back = comesBack({ kind: task.kind, outcome }, at, (await deps.areas(area)).nation);
  const act: TaskAct = { at, by, byName, outcome };
  const next: Task = { ...task, isOpen: back !== null, from: back ?? task.from, last: act };
  const writes = await writesOf(deps, { before, next, act, type: 'task.settled' });
  const written = await deps.table.transact(writes);
  return written.ok ? accept({ id: taskId, comesBack: back }) : lost(deps, task, at);
}

/**
 * A coordinator puts a task back that was done with, or rests. Refuses `not_found` elsewhere,
 * `not_possible_now` when it stands in the queue or went away by itself, `changed_meanwhile`.
 */
export async function reopenTask(
  deps: Deps,
  { principal, taskId, at }: Settling,
): Promise<Result<{ id: TaskId }>> {
  const { area, userId: by, name: byName } = principal;
  const before = await findTask(deps.table, { area, id: taskId });
  if (before === undefined) return refuse('not_found');
  const { value: task } = before;
  if (task.last?.outcome === 'reopened' && task.last.by === by) return accept({ id: taskId });
  if (isWaiting(task, at) || task.last === null || task.last.by === 'system')
    return refuse('not_possible_now');
  const act: TaskAct = { at, by, byName, outcome: 'reopened' };
  const next: Task = { ...task, isOpen: true, from: at, last: act };
  const written = await deps.table.transact(
    await writesOf(deps, { before, next, act, type: 'task.reopened' }),
  );
  return written.ok ? accept({ id: taskId }) : refuse('changed_meanwhile');
}
