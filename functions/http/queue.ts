import type { Deps } from '#functions/commands/deps.ts';
import { reopenTask, settleTask } from '#functions/commands/settle-task.ts';
import { accept, refuse } from '#functions/domain/result.ts';
import { listHandled } from '#functions/store/handled.ts';
import { listPlaces, type Place } from '#functions/store/queue.ts';
import * as api from '#shared/api/queue.ts';
import type { AreaId } from '#shared/model/area.ts';
import { addDays, monthOf } from '#shared/model/civil-time.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { QueueKind } from '#shared/model/task.ts';
import type { App } from './app.ts';
import { mount } from './mount.ts';
import { type Back, readBack, readPlace, writeBack, writePlace } from './queue-cursor.ts';
import { rowsOf } from './queue-rows.ts';

const PAGE = 50;
/** How many months the history goes back, and so how many one page may look through. */
const MONTHS = 13;

type Asked = { area: AreaId; kind: QueueKind | undefined; cursor: string | undefined; now: Instant };

/** How many of each kind wait, without those of this page that have settled themselves. */
function countsOf(lists: readonly Place[][], rows: readonly api.QueueRow[], shown: readonly Place[]) {
  const of = (all: readonly { kind: QueueKind }[], kind: QueueKind) =>
    all.filter((one) => one.kind === kind).length;
  return lists.flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { kind } = first;
    const count = 1 + others.length - (of(shown, kind) - of(rows, kind));
    return count > 0 ? [{ kind, count }] : [];
  });
}

/** A page of the queue; the first also says how many of each kind wait. Refuses `malformed` for a strange cursor. */
async function page({ table, areas }: Deps, { area, kind, cursor, now }: Asked) {
  const after = cursor === undefined ? undefined : readPlace(area, cursor);
  if (cursor !== undefined && after === undefined) return refuse('malformed');
  const lists = await listPlaces(table, { area, now, kind, after, most: api.MOST_COUNTED });
  const places = lists.flat();
  const shown = places.slice(0, PAGE);
  const rows = await rowsOf({ table, settings: await areas(area), now }, shown);
  const last = shown.at(-1);
  const next = places.length > PAGE && last !== undefined ? writePlace(area, last) : null;
  return accept({ rows, next, counts: cursor === undefined ? countsOf(lists, rows, shown) : null, now });
}

const monthBefore = (month: string): string => addDays(`${month}-01`, -1).slice(0, 7);

/** A page of what was done, going back month by month until it is full or the year is over. */
async function history(deps: Deps, { area, cursor, now }: Omit<Asked, 'kind'>) {
  const thisMonth = monthOf(now);
  const from = cursor === undefined ? { month: thisMonth } : readBack(cursor);
  if (from === undefined) return refuse('malformed');
  let at: Back | undefined = from;
  const rows = [];
  for (let round = 0; round < MONTHS && at !== undefined && rows.length < PAGE; round += 1) {
    const seen: Back = at;
    const found = await listHandled(deps.table, { area, ...seen, limit: PAGE - rows.length });
    rows.push(...found.rows);
    const before = monthBefore(seen.month);
    const isOver = before < `${Number(thisMonth.slice(0, 4)) - 1}${thisMonth.slice(4)}`;
    if (found.next !== undefined) at = { month: seen.month, after: found.next };
    else at = isOver ? undefined : { month: before };
  }
  return accept({ rows, next: at === undefined ? null : writeBack(at), now });
}

/** Routes of the staff function for coordinators: one queue, what was done, and saying what came of a task. */
export function mountQueue(app: App, deps: Deps): void {
  mount(app, api.queueList, ({ principal: { area }, query: { kind, cursor }, now }) =>
    page(deps, { area, kind, cursor, now }),
  );
  mount(app, api.queueDone, ({ principal: { area }, query: { cursor }, now }) =>
    history(deps, { area, cursor, now }),
  );
  mount(app, api.taskSettle, ({ principal, params: { taskId }, body: { outcome }, now: at }) =>
    settleTask(deps, { principal, taskId, outcome, at }),
  );
  mount(app, api.taskReopen, ({ principal, params: { taskId }, now: at }) =>
    reopenTask(deps, { principal, taskId, at }),
  );
}
