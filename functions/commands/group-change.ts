import { capacityChange, findCapacity } from '#functions/store/capacity.ts';
import { organizationItem } from '#functions/store/organization.ts';
import type { Stored } from '#functions/store/record.ts';
import type { Table, Write } from '#functions/store/table.ts';
import type { Organization } from '#shared/model/organization.ts';

/**
 * The writes that change a group: the group itself and, beside the room of each of its activities, what
 * senders rely on (ADR 0044). At most 46; fails when group or room was changed meanwhile.
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
  return [put, ...standings];
}
