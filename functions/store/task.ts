import type { AreaId } from '#shared/model/area.ts';
import type { Instant } from '#shared/model/dates.ts';
import { Task, type TaskId, type TaskKind } from '#shared/model/task.ts';
import { ttlAfter } from './expiry.ts';
import { INDEXES, listingKeys, portalKeys } from './keys.ts';
import { findMany, findOne } from './reading.ts';
import { record, type Stored, unchangedSince } from './record.ts';
import type { Item, Table, Write } from './table.ts';

export const taskRecord = record('task', Task);

/** How long a task that is done can be looked at and opened again. */
export const TASK_KEPT_DAYS = 180;

/** A task as an item of *portal*; while it is open it stands in its area's list of that kind, by time. */
export function taskItem(task: Task, version: number): Item {
  const { area, id, kind, isOpen, from, last } = task;
  const done = ttlAfter(last?.at ?? from, TASK_KEPT_DAYS);
  return taskRecord.toItem(
    portalKeys.task(area, id),
    task,
    version,
    isOpen ? { inboxPk: listingKeys.tasksPk(area, kind), inboxSk: from } : { ttl: done },
  );
}

/** The task, or undefined when the area has none of that id. */
export const findTask = (table: Table, at: { area: AreaId; id: TaskId }) =>
  findOne(table, portalKeys.task(at.area, at.id), { reader: taskRecord });

/** The write that puts a task where `before` was read; fails when somebody changed it meanwhile. */
export const taskWrite = (task: Task, before: Stored<Task> | undefined): Write => ({
  kind: 'put',
  table: 'portal',
  item: taskItem(task, (before?.version ?? 0) + 1),
  expected: unchangedSince(before?.version),
});

/** The open tasks of one kind whose time has come, longest first, so many at most. */
export async function listTasks(
  table: Table,
  of: { area: AreaId; kind: TaskKind; now: Instant; limit: number },
) {
  const { name, partition, sort } = INDEXES.inbox;
  const { items } = await table.query({
    table: 'portal',
    index: name,
    partition: { name: partition, value: listingKeys.tasksPk(of.area, of.kind) },
    sort: { name: sort, from: '0', to: of.now },
    limit: of.limit,
  });
  return (await findMany(table, items, { reader: taskRecord })).rows;
}
