import * as z from 'zod/mini';
import { AreaId } from '#shared/model/area.ts';
import { portalKeys } from './keys.ts';
import { record } from './record.ts';
import type { Item, Table } from './table.ts';

export const areaListRecord = record('areas served', z.array(AreaId));

/** Which areas this deployment serves, as one item of *portal*. */
export const areaListItem = (areas: readonly AreaId[], version = 1): Item =>
  areaListRecord.toItem(portalKeys.areas(), [...areas], version);

/** The areas served: how somebody without an account, who names a group alone, is told apart by area. */
export async function listAreas(table: Table): Promise<AreaId[]> {
  const item = await table.get('portal', portalKeys.areas(), 'eventual');
  return item === undefined ? [] : areaListRecord.fromItem(item).value;
}
