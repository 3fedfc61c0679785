import type { SearchIndex } from '#functions/search/index-reader.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { Helper } from '#shared/ui/find/ring.tsx';

/** Whom to ring: the coordinator of the area around a map square, or of every area when that is not known. */
export async function helpersFor(
  index: SearchIndex,
  cell: string | undefined,
  now: Instant,
): Promise<Helper[]> {
  const areas = await index.areas(now);
  const around = cell === undefined ? undefined : await index.areaAround(cell, now);
  return areas
    .filter(({ area }) => around === undefined || area === around)
    .map(({ name, coordinator }) => ({ area: name, name: coordinator.name, phone: coordinator.phone }));
}
