import * as z from 'zod/mini';
import { askingWeek, isToBeAsked } from '#functions/domain/capacity/asking.ts';
import { answering } from '#functions/domain/group/members.ts';
import type { Ids } from '#functions/runtime/ids.ts';
import { listAreas } from '#functions/store/area-list.ts';
import { listCapacities } from '#functions/store/capacity.ts';
import { eventWrite } from '#functions/store/event.ts';
import { eventKeys } from '#functions/store/keys.ts';
import { groupsInTurn } from '#functions/store/organization.ts';
import { record } from '#functions/store/record.ts';
import type { Item, Table } from '#functions/store/table.ts';
import { listMembers } from '#functions/store/user.ts';
import type { AreaId } from '#shared/model/area.ts';
import { Day, type Instant } from '#shared/model/dates.ts';
import type { OrganizationId, ServiceId } from '#shared/model/ids.ts';
import type { Organization } from '#shared/model/organization.ts';
import { sideBySide } from './side-by-side.ts';

/** What schedules work with. */
export type Scheduled = { table: Table; ids: Ids; now: () => Instant };

const Asked = z.strictObject({ week: Day });
const askedRecord = record('asked', Asked);
const PAGE = 100;
/** As many activities as one read may hold. */
const ROOMS = 100;
const ASKED_SIDE_BY_SIDE = 10;

/** That the groups of an area were asked in a week; a seed writes one for each area. */
export const askedItem = (area: AreaId, week: Day): Item =>
  askedRecord.toItem(eventKeys.asked(area), { week }, 1);

/**
 * Once a week from Monday nine o'clock: finds the groups whose word on room is a week old and has them
 * asked by mail. Nuances: a week is marked when all its groups were looked at, so a run that died or a
 * Monday that was missed is made up for by the next; a group's asking is named by its week, so that no
 * run asks it twice; where nobody can sign in for a group, there is nobody to ask and no event says so.
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

type Activity = Parameters<typeof isToBeAsked>[1][number];
type Asking = { area: AreaId; week: Day; now: Instant };

async function askArea(deps: Scheduled, asking: Asking): Promise<void> {
  for await (const some of groupsInTurn(deps.table, asking.area, PAGE)) {
    const groups = some.filter(({ status }) => status === 'checked');
    const rooms = await roomsOf(deps.table, asking.area, groups);
    const due = groups.filter((group) =>
      isToBeAsked(
        group,
        group.services.flatMap((id) => rooms.get(id) ?? []),
        asking.now,
      ),
    );
    await sideBySide(due, ASKED_SIDE_BY_SIDE, (group) => askWhoLeads(deps, asking, group.id));
  }
}

/** How the activities of some groups stand, which is kept beside their room. */
async function roomsOf(table: Table, area: AreaId, groups: readonly Organization[]) {
  const ids = groups.flatMap(({ services }) => services);
  const rooms = new Map<ServiceId, Activity>();
  for (let start = 0; start < ids.length; start += ROOMS) {
    const { rows } = await listCapacities(table, area, ids.slice(start, start + ROOMS));
    for (const { value } of rows)
      rooms.set(value.serviceId, { status: value.standing.service, capacity: value.capacity });
  }
  return rooms;
}

async function askWhoLeads(deps: Scheduled, asking: Asking, id: OrganizationId): Promise<void> {
  if (answering(await listMembers(deps.table, asking.area, id), id).length > 0) await ask(deps, asking, id);
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
