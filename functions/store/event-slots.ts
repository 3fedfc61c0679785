import type { AreaId } from '#shared/model/area.ts';
import { later } from '#shared/model/civil-time.ts';
import type { Instant } from '#shared/model/dates.ts';
import { eventKeys, INDEXES } from './keys.ts';
import { everyPortion } from './pages.ts';
import type { Item, Key, Table } from './table.ts';

const SLOT_MS = 10 * 60_000;

/** The start of the ten-minute slot that an instant falls into. */
export const slotStart = (at: Instant): Instant =>
  new Date(Math.floor(Date.parse(at) / SLOT_MS) * SLOT_MS).toISOString();

/** The starts of all slots from one to the one that `to` falls into, oldest first. */
export function slotsBetween(from: Instant, to: Instant): Instant[] {
  const slots: Instant[] = [];
  for (let at = Date.parse(slotStart(from)); at <= Date.parse(to); at += SLOT_MS) {
    slots.push(new Date(at).toISOString());
  }
  return slots;
}

/** The end of a slot: the start of the next. */
export const slotEnd = (start: Instant): Instant => later(start, SLOT_MS);

/** The events of one area in one slot up to an instant, in the order of time, in portions of at most 100. */
export async function* eventItems(
  table: Table,
  of: { area: AreaId; slot: Instant; until: Instant },
): AsyncGenerator<Item[]> {
  const { name, partition, sort } = INDEXES.slot;
  const portions = everyPortion(table, {
    table: 'events',
    index: name,
    partition: { name: partition, value: eventKeys.slot(of.area, of.slot) },
    sort: { name: sort, from: of.slot, to: `${of.until}#~` },
    limit: 100,
  });
  for await (const items of portions) {
    const keys: Key[] = items.map(({ pk, sk }) => ({ pk, sk }));
    if (keys.length > 0) yield await table.getMany('events', keys, 'eventual');
  }
}
