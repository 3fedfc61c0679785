import { getArea } from '#functions/store/area.ts';
import type { Freshness } from '#functions/store/reading.ts';
import type { AreaId, AreaSettings } from '#shared/model/area.ts';
import type { Deps } from './deps.ts';

/**
 * The settings of an area for somebody who would send: as they were kept, and read anew where they would
 * refuse (an area that has just opened), or where the reading has to be fresh.
 */
export async function settingsFor(
  { table, areas }: Pick<Deps, 'table' | 'areas'>,
  area: AreaId,
  read: Freshness = 'eventual',
): Promise<AreaSettings> {
  const kept = await areas(area);
  return kept.goneLive === null || read === undefined ? getArea(table, area) : kept;
}
