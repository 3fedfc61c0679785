import * as z from 'zod/mini';
import { askingWeek, isToBeAsked } from '#functions/domain/capacity/asking.ts';
import type { Ids } from '#functions/runtime/ids.ts';
import { listAreas } from '#functions/store/area-list.ts';
import { listCapacities } from '#functions/store/capacity.ts';
import { eventWrite } from '#functions/store/event.ts';
import { eventKeys } from '#functions/store/keys.ts';
import { pageOfGroups } from '#functions/store/organization.ts';
import { record } from '#functions/store/record.ts';
import type { Item, Table } from '#functions/store/table.ts';
import type { AreaId } from '#shared/model/area.ts';
import { Day, type Instant } from '#shared/model/dates.ts';
import type { OrganizationId } from '#shared/model/ids.ts';
import type { Organization } from '#shared/model/organization.ts';

/** What schedules work with. */
export type Scheduled = { table: Table; ids: Ids; now: () => Instant };

const Asked = z.strictObject({ week: Day });
const askedRecord = record('asked', Asked);
const PAGE = 100;

/** That the groups of an area were asked in a week; a seed writes one for each area. */
export const askedItem = (area: AreaId, week: Day): Item =>
  askedRecord.toItem(eventKeys.asked(area), { week }, 1);

/**
 * Once a week from Monday nine o'clock: finds the groups whose word on room is a week old and has them
 * asked by mail. Nuances: a week is marked when all its groups were looked at, so a run that died or a
 * Monday that was missed is made up for by the next; a group's asking is named by its week, so that no
 * run asks it twice.
 */
export async function askForRoom(deps: Scheduled): Promise<void> {
  const now = deps.now();
  const week = askingWeek(now);
  for (const area of await listAreas(deps.table)) {
    const key = eventKeys.asked(area);
    const before = await deps.table.get('events', key);
    if (before !== undefined && askedRecord.fromItem(before).value.week >= week) continue;
    await askArea(deps, { area, week, now });
    await deps.table.write({ kind: 'put', table: 'events', item: askedItem(area, week), expected: 'any' });
  }
}

type Asking = { area: AreaId; week: Day; now: Instant };

async function askArea(deps: Scheduled, asking: Asking): Promise<void> {
  let after: Record<string, string> | undefined;
  do {
    const page = await pageOfGroups(deps.table, asking.area, { limit: PAGE, after });
    for (const { value } of page.rows) {
      if (await isDue(deps.table, value, asking.now)) await ask(deps, asking, value.id);
    }
    after = page.next;
  } while (after !== undefined);
}

/** Whether a group's word is old; how an activity stands is kept beside its room, so one batch read tells. */
async function isDue(table: Table, group: Organization, now: Instant): Promise<boolean> {
  if (group.status !== 'checked' || group.services.length === 0) return false;
  const { rows } = await listCapacities(table, group.area, group.services);
  const activities = rows.map(({ value: { standing, capacity } }) => ({
    status: standing.service,
    capacity,
  }));
  return isToBeAsked(group, activities, now);
}

async function ask(deps: Scheduled, { area, week, now }: Asking, organizationId: OrganizationId) {
  await deps.table.write(
    eventWrite({
      id: deps.ids.event(),
      area,
      tenant: organizationId,
      aggregate: `room_asking#${organizationId}-${week}`,
      version: 1,
      at: now,
      actor: 'system:timers',
      type: 'room.asked',
      data: { organizationId },
    }),
  );
}
