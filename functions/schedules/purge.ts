import * as z from 'zod/mini';
import { purgeReferral } from '#functions/commands/purge-referral.ts';
import { dueThrough, STAGES, type Stage } from '#functions/domain/retention/purge.ts';
import type { Ids } from '#functions/runtime/ids.ts';
import { errorFields, type Logger } from '#functions/runtime/logger.ts';
import { listAreas } from '#functions/store/area-list.ts';
import { closedOn } from '#functions/store/closed.ts';
import { eventKeys } from '#functions/store/keys.ts';
import { record } from '#functions/store/record.ts';
import type { Item, Table } from '#functions/store/table.ts';
import type { AreaId } from '#shared/model/area.ts';
import { addDays, dayOf } from '#shared/model/civil-time.ts';
import { Day, type Instant } from '#shared/model/dates.ts';
import { sideBySide } from './side-by-side.ts';

const Purged = z.strictObject({ through: Day });
const purgedRecord = record('purged', Purged);
/** How many days of closings one run takes at most in a stage; a portal that was off for long catches up over some days. */
const DAYS_AT_ONCE = 60;
/** How far before the day due the first run begins. */
const FIRST_REACH = 200;
/** Days of closings looked at side by side: matters when there are many to catch up on. */
const DAYS_SIDE_BY_SIDE = 10;
const ALL = Object.keys(STAGES).filter((stage): stage is Stage => stage in STAGES);

const purgedItem = (area: AreaId, stage: Stage, through: Day): Item =>
  purgedRecord.toItem(eventKeys.purged(area, stage), { through }, 1);

/** How far the stages are done; a seed writes them for each area, as nothing of it closed that long before. */
export const purgedItems = (area: AreaId, today: Day): Item[] =>
  ALL.map((stage) => purgedItem(area, stage, dueThrough(stage, today)));

export type Purge = { table: Table; ids: Ids; now: () => Instant; log: Logger };

/**
 * Once a day: destroys what its time is over for, stage by stage, a day of closings at a time. Nuances: a
 * day is marked when all of it is done, so a run that died goes on where it was and destroys nothing
 * twice; one referral that fails is named in the log by its id, stops no other, and keeps its day open.
 * Deleting the wrapped key puts details beyond use at once, and beyond recovery with its table's seven days.
 */
export async function purge(deps: Purge): Promise<void> {
  let failed: unknown;
  for (const area of await listAreas(deps.table)) {
    for (const stage of ALL) {
      const fault = await purgeStage(deps, area, stage);
      failed ??= fault;
    }
  }
  if (failed !== undefined) throw failed;
}

async function purgeStage(deps: Purge, area: AreaId, stage: Stage): Promise<unknown> {
  const key = eventKeys.purged(area, stage);
  const through = dueThrough(stage, dayOf(deps.now()));
  const item = await deps.table.get('events', key);
  const reached = item ? purgedRecord.fromItem(item).value.through : addDays(through, -FIRST_REACH);
  const days = daysAfter(reached, through).slice(0, item ? DAYS_AT_ONCE : FIRST_REACH);
  const last = days.at(-1);
  if (last === undefined) return undefined;
  const work = (day: Day) => purgeDay(deps, { area, stage, day });
  const faults = (await sideBySide(days, DAYS_SIDE_BY_SIDE, work)).filter((fault) => fault !== undefined);
  if (faults.length > 0) return faults[0];
  const marked = purgedItem(area, stage, last);
  await deps.table.write({ kind: 'put', table: 'events', item: marked, expected: 'any' });
  return undefined;
}

/** The days after one, up to and with another. */
function daysAfter(from: Day, through: Day): Day[] {
  const days: Day[] = [];
  for (let day = addDays(from, 1); day <= through; day = addDays(day, 1)) days.push(day);
  return days;
}

async function purgeDay(deps: Purge, of: { area: AreaId; stage: Stage; day: Day }): Promise<unknown> {
  let failed: unknown;
  const { stage, ...day } = of;
  for await (const some of closedOn(deps.table, day)) {
    for (const closed of some) {
      try {
        await purgeReferral(deps, { closed, stage, at: deps.now() });
      } catch (error) {
        failed ??= error;
        deps.log.error('details could not be destroyed', { aggregate: closed.id, ...errorFields(error) });
      }
    }
  }
  return failed;
}
