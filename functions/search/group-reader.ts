import { roomAt } from '#functions/domain/capacity/room.ts';
import { groupRecord, listRooms } from '#functions/store/directory.ts';
import { directoryKeys } from '#functions/store/keys.ts';
import type { Table } from '#functions/store/table.ts';
import type { PublicGroup } from '#shared/api/group-public.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { OrganizationId } from '#shared/model/ids.ts';
import { isReferable } from './referable.ts';

/** A listed group as anyone may read it, its room as it is this moment; undefined when it is not listed. */
export async function findPublicGroup(
  table: Table,
  id: OrganizationId,
  now: Instant,
): Promise<PublicGroup | undefined> {
  const item = await table.get('directory', directoryKeys.group(id), 'eventual');
  if (item === undefined) return undefined;
  const { area: _area, services, ...group } = groupRecord.fromItem(item).value;
  const rooms = await listRooms(
    table,
    services.map((service) => service.id),
  );
  return {
    ...group,
    services: services.map(({ referableUntil, ...service }) => ({
      ...service,
      room: roomAt(rooms.get(service.id) ?? null, now),
      referable: isReferable(referableUntil, now),
    })),
  };
}
