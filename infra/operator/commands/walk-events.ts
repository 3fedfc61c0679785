import { eventFromItem } from '#functions/store/event.ts';
import { slotsBetween } from '#functions/store/event-slots.ts';
import { eventKeys, INDEXES } from '#functions/store/keys.ts';
import { everyPortion } from '#functions/store/pages.ts';
import type { Key, Table } from '#functions/store/table.ts';
import type { Envelope } from '#shared/events/envelope.ts';
import type { AreaId } from '#shared/model/area.ts';
import type { Instant } from '#shared/model/dates.ts';

const LANES = 8;

async function keysIn(table: Table, slot: string): Promise<Key[]> {
  const keys: Key[] = [];
  const { name, partition } = INDEXES.slot;
  const query = {
    table: 'events',
    index: name,
    partition: { name: partition, value: slot },
    limit: 1000,
  } as const;
  for await (const items of everyPortion(table, query)) keys.push(...items.map(({ pk, sk }) => ({ pk, sk })));
  return keys;
}

/** Does something with each, a few at a time. */
export async function inLanes<T>(things: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
  const left = [...things];
  const lane = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await act(one);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/**
 * The first event of every aggregate of some kinds that an area has ever had, by walking the ten-minute
 * slots from the day the area began. That day stands in the area's own first event.
 */
export async function firstEvents(
  table: Table,
  given: { area: AreaId; now: Instant; kinds: readonly string[] },
): Promise<Envelope[]> {
  const { pk, sk } = eventKeys.event(`area#${given.area}`, 1);
  const began = await table.get('events', { pk, sk });
  if (began === undefined) throw new Error(`The area ${given.area} has no first event: when did it begin?`);
  const keys = new Map<string, Key>();
  await inLanes(slotsBetween(eventFromItem(began).at, given.now), async (slot) => {
    for (const key of await keysIn(table, eventKeys.slot(given.area, slot)))
      if (given.kinds.includes(key.pk.split('#')[0] ?? '')) keys.set(key.pk, key);
  });
  const found = [...keys.values()];
  const events: Envelope[] = [];
  for (let from = 0; from < found.length; from += 100)
    events.push(...(await table.getMany('events', found.slice(from, from + 100))).map(eventFromItem));
  return events;
}
