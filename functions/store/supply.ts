import * as z from 'zod/mini';
import { SupplyRow } from '#shared/api/insight.ts';
import type { AreaId } from '#shared/model/area.ts';
import { Instant } from '#shared/model/dates.ts';
import { insightKeys } from './keys.ts';
import { record } from './record.ts';
import type { Item, Table } from './table.ts';

/** What there is in an area, as it was counted: organizations and room, never a person. */
export const Supply = z.strictObject({ rows: z.array(SupplyRow), countedAt: Instant });
export type Supply = z.infer<typeof Supply>;
export const supplyRecord = record('supply', Supply);

/** The counts of an area as an item of *insight*. */
export const supplyItem = (area: AreaId, supply: Supply): Item =>
  supplyRecord.toItem(insightKeys.supply(area), supply, 1);

/** The counts of an area, or undefined before the first counting. */
export async function findSupply(table: Table, area: AreaId): Promise<Supply | undefined> {
  const item = await table.get('insight', insightKeys.supply(area), 'eventual');
  return item === undefined ? undefined : supplyRecord.fromItem(item).value;
}
