import { BatchGetItemCommand } from '@aws-sdk/client-dynamodb';
import { type SearchIndex, searchIndex } from '#functions/search/index-reader.ts';
import { search } from '#functions/search/search.ts';
import { toAttributes } from '#functions/store/attributes.ts';
import type { Used } from '#functions/store/dynamo-table.ts';
import { directoryKeys } from '#functions/store/keys.ts';
import type { Table } from '#functions/store/table.ts';
import { writeItems } from '#infra/local/engine/load.ts';
import { chance } from '#infra/operator/seed/chance.ts';
import type { SearchQuery } from '#shared/api/search.ts';
import { cellOf } from '#shared/model/geohash.ts';
import type { ServiceId } from '#shared/model/ids.ts';
import { Need } from '#shared/model/need.ts';
import { NAMES, startEngine, type TestEngine } from '#test/support/engine.ts';
import { MANCHESTER, NOW, publishListings, roomsOf, someListings } from '#test/support/listings.ts';
import { median, quantile, type Row } from './row.ts';

type Asked = { query: SearchQuery; shown: readonly ServiceId[] };
type Spent = { cpu: number; units: number };
type World = { engine: TestEngine; table: Table; spent: Used[]; asked: Asked[] };

const QUERIES = 80;
const ROUNDS = 5;

/** Searches as people make them: near some group, one need, now and then words, room, free. */
function queriesFor(name: string, listings: ReturnType<typeof someListings>): SearchQuery[] {
  const draw = chance(`queries ${name}`);
  return Array.from({ length: QUERIES }, () => ({
    cell: cellOf(draw.one(listings), 6),
    miles: draw.one(['2', '5', '10'] as const),
    need: [draw.one(Need.options)],
    ...(draw.often(0.5) && { q: draw.one(['garden', 'choir', 'soup', 'letters']) }),
    ...(draw.often(0.5) && { room: '1' as const }),
    ...(draw.often(0.3) && { free: '1' as const }),
  }));
}

async function worldOf(count: number, towns: number): Promise<World> {
  const engine = await startEngine();
  const listings = someListings(`bench ${count}`, count, 0.12, towns);
  await publishListings(engine.table, MANCHESTER, listings);
  const spent: Used[] = [];
  const table = engine.tableWith({ used: (used) => spent.push(used) });
  const index = searchIndex(table);
  // Room is read for what is shown alone: only that much of it need be there.
  const first: Asked[] = [];
  for (const query of queriesFor(String(count), listings))
    first.push({ query, shown: await shownBy(index, table, query) });
  const rooms = new Map(listings.map((listing) => [listing.serviceId, listing]));
  const seen = [...new Set(first.flatMap(({ shown }) => shown))].flatMap((id) =>
    roomsOf(rooms.get(id) ?? fault()),
  );
  await writeItems(engine.url, new Map([[NAMES.directory, seen.map(toAttributes)]]));
  const asked: Asked[] = [];
  for (const { query } of first) {
    const shown = await shownBy(index, table, query);
    // What finds nothing has nothing to compare with.
    if (shown.length > 0) asked.push({ query, shown });
  }
  return { engine, table, spent, asked };
}

const fault = (): never => {
  throw new Error('A result that is no listing');
};

/** What a search shows; before rooms are there, what it would show to who does not ask for room. */
async function shownBy(index: SearchIndex, table: Table, query: SearchQuery): Promise<ServiceId[]> {
  const found = await search({ index, table }, query, NOW);
  if (!found.ok) throw new Error(found.refusal.code);
  if (found.value.results.length > 0) return found.value.results.map(({ serviceId }) => serviceId);
  const { room: _room, ...rest } = query;
  const without = await search({ index, table }, rest, NOW);
  return without.ok ? without.value.results.map(({ serviceId }) => serviceId) : [];
}

async function measured(world: World, act: () => Promise<unknown>): Promise<Spent> {
  world.spent.length = 0;
  const before = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1000, units: world.spent.reduce((sum, { units }) => sum + units, 0) };
}

/** The floor: one raw batch read of exactly the rooms that are shown, by the SDK, nothing done with them. */
const floorRead = ({ engine }: World, shown: readonly ServiceId[]) =>
  shown.length === 0
    ? Promise.resolve()
    : engine.client.send(
        new BatchGetItemCommand({
          RequestItems: {
            [NAMES.directory]: { Keys: shown.map((id) => toAttributes(directoryKeys.room(id))) },
          },
        }),
      );

type Figures = { p50: number; p95: number; units: number };
export type SearchFigures = { count: number; floor: Figures; warm: Figures; cold: Figures };

const figuresOf = (runs: Spent[][]): Figures => {
  const cpu = runs.map((rounds) => median(rounds.map((one) => one.cpu)));
  const units = runs.map((rounds) => median(rounds.map((one) => one.units)));
  return {
    p50: median(cpu),
    p95: quantile(cpu, 0.95),
    units: units.reduce((a, b) => a + b, 0) / units.length,
  };
};

/** Searches over so many listings: floor, warm and cold by turns in one process, CPU milliseconds and read units. */
export async function searchFigures(count: number, towns: number): Promise<SearchFigures> {
  const world = await worldOf(count, towns);
  try {
    const warm = searchIndex(world.table);
    const ways = {
      floor: (asked: Asked) => floorRead(world, asked.shown),
      warm: (asked: Asked) => search({ index: warm, table: world.table }, asked.query, NOW),
      cold: (asked: Asked) =>
        search({ index: searchIndex(world.table), table: world.table }, asked.query, NOW),
    };
    const runs = { floor: [] as Spent[][], warm: [] as Spent[][], cold: [] as Spent[][] };
    const draw = chance('rounds');
    for (const asked of world.asked) await ways.warm(asked);
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [number, asked] of world.asked.entries())
        for (const way of draw.some(['floor', 'warm', 'cold'] as const, 3)) {
          runs[way][number] ??= [];
          runs[way][number]?.push(await measured(world, () => ways[way](asked)));
        }
    return { count, floor: figuresOf(runs.floor), warm: figuresOf(runs.warm), cold: figuresOf(runs.cold) };
  } finally {
    await world.engine.close();
  }
}

const ms = (value: number): string => `${value.toFixed(2)} ms`;
const shown = ({ p50, p95, units }: Figures): string =>
  `${ms(p50)} / ${ms(p95)}; ${units.toFixed(1)} read units`;

function sizeRow({ floor, warm, cold }: SearchFigures, what: string, goal?: number): Row {
  const ratio = warm.p50 / floor.p50;
  return {
    what: `search, ${what}, CPU p50 / p95`,
    measured: `warm ${shown(warm)}; cold ${shown(cold)}`,
    anchor: `raw batch read of the shown rooms: ${ms(floor.p50)} / ${ms(floor.p95)}`,
    ratio: ratio.toFixed(2),
    goal: goal === undefined ? '' : `warm <= ${goal}x the read`,
    met: goal === undefined ? undefined : ratio <= goal,
  };
}

/** Search against the raw read of what it shows, at every size, and how its cost grows with ten times the listings. */
export async function searchRows(): Promise<Row[]> {
  const area = await searchFigures(2000, 1);
  const sizes: SearchFigures[] = [];
  for (const count of [1000, 10_000, 100_000]) sizes.push(await searchFigures(count, 56));
  const [, ten, hundred] = sizes;
  if (ten === undefined || hundred === undefined) return [];
  const growth = (of: (figures: SearchFigures) => number) => of(hundred) / of(ten);
  const growing = (what: string, ratio: number, most: number): Row => ({
    what: `search, 10,000 to 100,000 listings, ${what}`,
    measured: `x${ratio.toFixed(2)}`,
    anchor: 'ten times the listings = x10',
    ratio: (ratio / 10).toFixed(2),
    goal: `<= x${most} (design: for x20)`,
    met: ratio <= most,
  });
  return [
    sizeRow(area, 'one area of 2,000 listings', 3),
    ...sizes.map((figures) => sizeRow(figures, `${figures.count.toLocaleString('en-GB')} listings`)),
    growing(
      'CPU p95 warm',
      growth(({ warm }) => warm.p95),
      2,
    ),
    growing(
      'CPU p95 cold',
      growth(({ cold }) => cold.p95),
      3,
    ),
    growing(
      'read units cold',
      growth(({ cold }) => cold.units),
      1.5,
    ),
  ];
}
