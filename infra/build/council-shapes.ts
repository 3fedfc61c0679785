import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCovered } from '#infra/place/tables.ts';
import { type CouncilShape, TILE } from '#shared/model/council-shape.ts';

/** The squares with a postcode in them, of every council we know the postcodes of. */
export function councilShapes(): Map<string, CouncilShape> {
  const found = new Map<string, Map<string, [number, number]>>();
  for (const { wards, units } of readCovered()) {
    for (const [latitude, longitude, ward] of Object.values(units)) {
      const council = wards[ward]?.council ?? '';
      const tile: [number, number] = [Math.floor(latitude / TILE.north), Math.floor(longitude / TILE.east)];
      const tiles = found.get(council) ?? new Map();
      found.set(council, tiles.set(tile.join(), tile));
    }
  }
  return new Map([...found].map(([council, tiles]) => [council, { tiles: [...tiles.values()] }]));
}

/** Writes one static file a council into `folder`, for the map of what is missing. Answers how many. */
export async function writeCouncilShapes(folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  const shapes = councilShapes();
  for (const [council, shape] of shapes)
    await writeFile(join(folder, `council-${council}.json`), JSON.stringify(shape));
  return shapes.size;
}
