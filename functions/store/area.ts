import { type AreaId, AreaSettings } from '#shared/model/area.ts';
import { portalKeys } from './keys.ts';
import { type Freshness, findOne } from './reading.ts';
import { record } from './record.ts';
import type { Item, Table } from './table.ts';

export const areaRecord = record('area', AreaSettings);

/** The settings of an area as an item of *portal*. */
export const areaItem = (settings: AreaSettings, version = 1): Item =>
  areaRecord.toItem(portalKeys.area(settings.area), settings, version);

/** The settings of an area, or undefined when this deployment has no such area. */
export const findArea = (table: Table, area: AreaId, read?: Freshness) =>
  findOne(table, portalKeys.area(area), { reader: areaRecord, read });

/** The settings of an area every account is bound to: it must exist. */
export async function getArea(table: Table, area: AreaId, read?: Freshness): Promise<AreaSettings> {
  const found = await findArea(table, area, read);
  if (found === undefined) throw new Error(`There are no settings for the area ${area}`);
  return found.value;
}
