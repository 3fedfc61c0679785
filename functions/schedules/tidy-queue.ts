import { isMoot } from '#functions/domain/moderation/moot.ts';
import { listAreas } from '#functions/store/area-list.ts';
import { eventWrite } from '#functions/store/event.ts';
import type { Stored } from '#functions/store/record.ts';
import { findReferral } from '#functions/store/referral.ts';
import { listTasks, taskWrite } from '#functions/store/task.ts';
import type { AreaId } from '#shared/model/area.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { Task } from '#shared/model/task.ts';
import type { Scheduled } from './room-mail.ts';

const KINDS = ['unowned', 'silence', 'idle', 'lapsing'] as const;
const PAGE = 100;

/**
 * Takes out of each coordinator's queue what has settled itself: a referral that was answered, a hand-back that
 * has a new owner. Nuances: the queue leaves such tasks out as it is read, so this is no matter of minutes;
 * it keeps the counts true and the lists short. A task somebody changes at the same moment is left to the
 * next hour.
 */
export async function tidyQueue(deps: Scheduled): Promise<void> {
  const now = deps.now();
  for (const area of await listAreas(deps.table))
    for (const kind of KINDS)
      for (const task of await listTasks(deps.table, { area, kind, now, limit: PAGE }))
        if (await isSettled(deps, task, now)) await close(deps, task, { area, now });
}

async function isSettled(
  { table }: Scheduled,
  { value: task }: Stored<Task>,
  now: Instant,
): Promise<boolean> {
  if (!('referralId' in task)) return isMoot(task, undefined, now);
  const referral = await findReferral(table, { area: task.area, id: task.referralId });
  return isMoot(task, referral?.value, now);
}

async function close(
  deps: Scheduled,
  before: Stored<Task>,
  { area, now: at }: { area: AreaId; now: Instant },
): Promise<void> {
  const outcome = 'no_longer_needed' as const;
  const last = { at, by: 'system' as const, byName: '', outcome };
  const id = deps.ids.event();
  const { id: taskId, kind } = before.value;
  await deps.table.transact([
    taskWrite({ ...before.value, isOpen: false, last }, before),
    eventWrite({
      ...{ id, area, tenant: area, aggregate: `task#${id}`, version: 1, at, actor: 'system:timers' },
      type: 'task.settled',
      data: { taskId, kind, outcome },
    }),
  ]);
}
