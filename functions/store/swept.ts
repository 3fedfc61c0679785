import * as z from 'zod/mini';
import type { AreaId } from '#shared/model/area.ts';
import { Instant } from '#shared/model/dates.ts';
import { eventKeys } from './keys.ts';
import { record } from './record.ts';
import type { Item, Table } from './table.ts';

const Swept = z.strictObject({ from: Instant });
const sweptRecord = record('swept', Swept);

/** The start of the oldest slot of an area that may hold something undone; undefined before the first sweep. */
export async function findSwept(table: Table, area: AreaId): Promise<Instant | undefined> {
  const item = await table.get('events', eventKeys.swept(area));
  return item && sweptRecord.fromItem(item).value.from;
}

/** The item that says so; a seed whose projections came with it writes one for each area. */
export const sweptItem = (area: AreaId, from: Instant): Item =>
  sweptRecord.toItem(eventKeys.swept(area), { from }, 1);

/** Remembers from where the next sweep starts. */
export async function keepSwept(table: Table, area: AreaId, from: Instant): Promise<void> {
  await table.write({ kind: 'put', table: 'events', item: sweptItem(area, from), expected: 'any' });
}
