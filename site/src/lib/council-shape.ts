import type { CouncilShape } from '#shared/model/council-shape.ts';

// Our own build writes these files; this tells them from a page of something in between.
const isShape = (body: unknown): body is CouncilShape =>
  typeof body === 'object' && body !== null && 'tiles' in body && Array.isArray(body.tiles);

/** Reads the shape of a council; undefined where none is known, or it does not come: the words beside the map say all. */
export async function fetchCouncilShape(council: string): Promise<CouncilShape | undefined> {
  try {
    const response = await fetch(`/api/postcodes/council-${council}.json`, {
      headers: { Accept: 'application/json' },
    });
    const shape: unknown = response.ok ? await response.json() : undefined;
    return isShape(shape) ? shape : undefined;
  } catch {
    return undefined;
  }
}

/** More squares than this beside each other are drawn as fewer, larger ones: a wide county has gaps between its villages. */
const MOST_ACROSS = 28;

export type DrawnCouncil = { council: string; path: string; middle: { x: number; y: number } };
export type DrawnMap = { width: number; height: number; councils: DrawnCouncil[] };

type Tile = { council: string; north: number; east: number };

/** The tiles at a coarser step; one that several councils share is of the one with most of it. */
function coarse(tiles: readonly Tile[], step: number): Tile[] {
  const at = ({ north, east }: Tile) => `${Math.floor(north / step)},${Math.floor(east / step)}`;
  return [...Map.groupBy(tiles, at).values()].flatMap((together) => {
    const most = [...Map.groupBy(together, ({ council }) => council).values()]
      .toSorted((a, b) => b.length - a.length)
      .flat()[0];
    if (most === undefined) return [];
    const { council, north, east } = most;
    return { council, north: Math.floor(north / step), east: Math.floor(east / step) };
  });
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);

/** Councils side by side as they lie, each one path of squares of size 1, north at the top; null when there is nothing to draw. */
export function drawCouncils(shapes: readonly { council: string; shape: CouncilShape }[]): DrawnMap | null {
  const all = shapes.flatMap(({ council, shape }) =>
    shape.tiles.map(([north, east]) => ({ council, north, east })),
  );
  if (all.length === 0) return null;
  const span = (of: readonly number[]) => Math.max(...of) - Math.min(...of) + 1;
  const widest = Math.max(span(all.map(({ north }) => north)), span(all.map(({ east }) => east)));
  const tiles = coarse(all, Math.ceil(widest / MOST_ACROSS));
  const top = Math.max(...tiles.map(({ north }) => north));
  const left = Math.min(...tiles.map(({ east }) => east));
  const councils = [...Map.groupBy(tiles, ({ council }) => council)].map(([council, own]) => {
    const placed = own.map(({ north, east }) => ({ x: east - left, y: top - north }));
    return {
      council,
      path: placed.map(({ x, y }) => `M${x} ${y}h1v1h-1z`).join(''),
      middle: { x: mean(placed.map(({ x }) => x)) + 0.5, y: mean(placed.map(({ y }) => y)) + 0.5 },
    };
  });
  const norths = tiles.map(({ north }) => north);
  const easts = tiles.map(({ east }) => east);
  return { width: span(easts), height: span(norths), councils };
}
