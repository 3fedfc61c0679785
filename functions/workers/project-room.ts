import { findCapacity } from '#functions/store/capacity.ts';
import { roomItem } from '#functions/store/directory.ts';
import { directoryKeys } from '#functions/store/keys.ts';
import type { Item, Table, Write } from '#functions/store/table.ts';
import type { AreaId } from '#shared/model/area.ts';
import type { Capacity } from '#shared/model/capacity.ts';
import type { ServiceId } from '#shared/model/ids.ts';
import { type Projecting, untilWon } from './until-won.ts';

type Of = { area: AreaId; serviceId: ServiceId };

/**
 * Copies the room of one activity from *portal* to *directory*, where results read it. The copy's own
 * version is read before *portal*, so that of two at once the later one reads again and the newest
 * room stands at the end; the same room twice is no write. Never said: no item.
 */
export const projectRoom = ({ table, backoff }: Projecting, of: Of): Promise<void> =>
  untilWon(backoff, 'The room of an activity', () => copyOnce(table, of));

async function copyOnce(table: Table, { area, serviceId }: Of): Promise<boolean> {
  const standing = await table.get('directory', directoryKeys.room(serviceId));
  const room = (await findCapacity(table, { area, id: serviceId }))?.value.capacity ?? null;
  const write = roomWrite(serviceId, standing, room);
  return write === undefined || (await table.write(write)).ok;
}

function roomWrite(id: ServiceId, standing: Item | undefined, room: Capacity | null): Write | undefined {
  const version = standing?.version ?? 0;
  const expected = standing === undefined ? 'absent' : { version };
  if (room !== null) {
    const item = roomItem(id, room, version + 1);
    const same = item['body'] === standing?.['body'];
    return same ? undefined : { kind: 'put', table: 'directory', item, expected };
  }
  if (standing === undefined) return undefined;
  return { kind: 'delete', table: 'directory', key: directoryKeys.room(id), expected };
}
