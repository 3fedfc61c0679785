import { lapseIds, lapseTasks, runsOut } from '#functions/domain/moderation/lapses.ts';
import { capacityChange, findCapacity } from '#functions/store/capacity.ts';
import { organizationItem } from '#functions/store/organization.ts';
import type { Stored } from '#functions/store/record.ts';
import type { Table, Write } from '#functions/store/table.ts';
import { findTask, taskWrite } from '#functions/store/task.ts';
import type { Organization } from '#shared/model/organization.ts';

/** What a coordinator is to know of the day on which basics run out, where that day or its meaning changes. */
async function lapseWrites(table: Table, before: Organization, after: Organization): Promise<Write[]> {
  if (runsOut(before) === runsOut(after)) return [];
  const wanted = lapseTasks(after);
  const stood = await Promise.all(lapseIds(after).map((id) => findTask(table, { area: after.area, id })));
  return stood.flatMap((task, index): Write[] => {
    const next = wanted[index];
    if (next !== undefined) return [taskWrite(next, task)];
    return task === undefined || !task.value.isOpen
      ? []
      : [taskWrite({ ...task.value, isOpen: false }, task)];
  });
}

/**
 * The writes that change a group: the group itself, beside the room of each of its activities what
 * senders rely on (ADR 0044), and what a coordinator is to know of it. At most 48; fails when group or
 * room was changed meanwhile.
 */
export async function groupChange(
  table: Table,
  before: Stored<Organization>,
  after: Organization,
): Promise<Write[]> {
  const { area, status, safeguarding } = after;
  const item = organizationItem(after, before.version + 1);
  const put: Write = { kind: 'put', table: 'portal', item, expected: { version: before.version } };
  const rooms = await Promise.all(before.value.services.map((id) => findCapacity(table, { area, id })));
  const standings = rooms.flatMap((room) => {
    if (room === undefined) return [];
    const standing = { ...room.value.standing, organization: status, safeguarding };
    const same = JSON.stringify(standing) === JSON.stringify(room.value.standing);
    return same ? [] : [capacityChange(area, room, { ...room.value, standing })];
  });
  return [put, ...standings, ...(await lapseWrites(table, before.value, after))];
}
