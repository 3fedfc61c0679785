import { listAreas } from '#functions/store/area-list.ts';
import { eventFromItem } from '#functions/store/event.ts';
import { eventKeys } from '#functions/store/keys.ts';
import type { Table } from '#functions/store/table.ts';
import type { AreaId } from '#shared/model/area.ts';

/** Who did what the seed laid out: the first event of each of its areas says so. */
export const SEEDER = 'system:seed';

/**
 * The areas of a portal, and which of them somebody set up: those whose first event is not the seed's. The
 * data is a demonstration's when there are areas and nobody set up any.
 */
export async function areasOf(table: Table): Promise<{ all: AreaId[]; own: AreaId[] }> {
  const all = await listAreas(table);
  const own: AreaId[] = [];
  for (const area of all) {
    const first = await table.get('events', eventKeys.event(`area#${area}`, 1));
    if (first === undefined || eventFromItem(first).actor !== SEEDER) own.push(area);
  }
  return { all, own };
}
