import * as z from 'zod/mini';
import { AreaId } from '#shared/model/area.ts';
import { portalKeys } from './keys.ts';
import { record, unchangedSince } from './record.ts';
import type { Item, Table, Write } from './table.ts';

export const areaListRecord = record('areas served', z.array(AreaId));

/** Which areas this deployment serves, as one item of *portal*. */
export const areaListItem = (areas: readonly AreaId[], version = 1): Item =>
  areaListRecord.toItem(portalKeys.areas(), [...areas], version);

/** The areas served: how somebody without an account, who names a group alone, is told apart by area. */
export async function listAreas(table: Table): Promise<AreaId[]> {
  const item = await table.get('portal', portalKeys.areas(), 'eventual');
  return item === undefined ? [] : areaListRecord.fromItem(item).value;
}

/** The write that adds an area to those served; none when it is served already. Fails when another is added meanwhile. */
export async function areaAdded(table: Table, area: AreaId): Promise<Write[]> {
  const item = await table.get('portal', portalKeys.areas());
  const before = item && areaListRecord.fromItem(item);
  const served = before?.value ?? [];
  if (served.includes(area)) return [];
  const version = before?.version ?? 0;
  const list = areaListItem([...served, area], version + 1);
  return [{ kind: 'put', table: 'portal', item: list, expected: unchangedSince(version) }];
}
