import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { centreOf, milesBetween } from '#functions/search/distance.ts';
import { type SearchIndex, searchIndex } from '#functions/search/index-reader.ts';
import type { Listing } from '#functions/search/listing.ts';
import type { Constraint } from '#functions/search/match.ts';
import { search } from '#functions/search/search.ts';
import { stem } from '#functions/search/words.ts';
import { toAttributes } from '#functions/store/attributes.ts';
import { writeItems } from '#infra/local/engine/load.ts';
import { type SearchQuery, wider } from '#shared/api/search.ts';
import { cellOf } from '#shared/model/geohash.ts';
import { Need } from '#shared/model/need.ts';
import { Weekday } from '#shared/model/service.ts';
import { NAMES, startEngine, type TestEngine } from '#test/support/engine.ts';
import { MANCHESTER, NOW, publishListings, roomsOf, someListings } from '#test/support/listings.ts';

const COUNT = 4000;
const listings = someListings('recall', COUNT, 0.1);
let engine: TestEngine;
let index: SearchIndex;
beforeAll(async () => {
  engine = await startEngine();
  await publishListings(engine.table, MANCHESTER, listings);
  await writeItems(engine.url, new Map([[NAMES.directory, listings.flatMap(roomsOf).map(toAttributes)]]));
  index = searchIndex(engine.table);
});
afterAll(() => engine.close());

/** What a search must find, said as plainly as can be and without blocks: the oracle. */
function oracle(query: SearchQuery): Listing[] {
  const from = query.cell === undefined ? undefined : centreOf(query.cell);
  return listings.filter((listing) => {
    const near = from === undefined || milesBetween(from, listing) <= Number(query.miles ?? 5);
    const need = query.need === undefined || query.need.some((one) => listing.needs.includes(one));
    const day =
      query.day === undefined || listing.schedules.some(({ weekday }) => query.day?.includes(weekday));
    const free = query.free === undefined || listing.pence === 0;
    const stepFree = query.step_free === undefined || listing.stepFree === true;
    const fresh = listing.room !== null && listing.room.goodUntil > NOW;
    const room = query.room === undefined || (fresh && listing.room?.class === 0);
    const words = query.q === undefined || listing.words.includes(` ${stem(query.q)}`);
    return near && need && day && free && stepFree && room && words;
  });
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const queries: fc.Arbitrary<SearchQuery> = fc
  .record({
    cell: maybe(
      fc
        .record({
          latitude: fc.double({ min: 53.2, max: 53.7, noNaN: true }),
          longitude: fc.double({ min: -2.5, max: -2, noNaN: true }),
        })
        .map((point) => cellOf(point, 6)),
    ),
    miles: maybe(fc.constantFrom('1', '2', '5', '10', '20')),
    need: maybe(fc.uniqueArray(fc.constantFrom(...Need.options), { minLength: 1, maxLength: 3 })),
    day: maybe(fc.uniqueArray(fc.constantFrom(...Weekday.options), { minLength: 1, maxLength: 2 })),
    q: maybe(fc.constantFrom('kite', 'river', 'piano')),
    room: maybe(fc.constant('1')),
    free: maybe(fc.constant('1')),
    step_free: maybe(fc.constant('1')),
  })
  .map((given) => JSON.parse(JSON.stringify(given)));

/** The same search with one answer dropped; distance is not dropped but widened. */
function without(query: SearchQuery, drop: Constraint): SearchQuery {
  const { [drop]: _dropped, ...rest } = query;
  return drop === 'miles' ? { ...rest, miles: wider(query.miles) } : rest;
}

describe('search over blocks', () => {
  it('is over more than one block a map square, so that splitting is among what is tested', async () => {
    const blocks = await index.near({ from: null, miles: null }, NOW);
    expect(blocks.length).toBeGreaterThan(20);
    expect(Math.max(...blocks.map((block) => block.length))).toBeLessThanOrEqual(400);
    expect(blocks.flat().length).toBe(COUNT);
  });

  it('finds all that a plain look through everything finds, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(queries, async (query) => {
        const expected = oracle(query);
        const found = await search({ index, table: engine.table }, query, NOW);
        if (!found.ok) throw new Error(found.refusal.code);
        expect(found.value.total).toBe(expected.length);
        expect(found.value.results.length).toBe(Math.min(20, expected.length));
        const ids = new Set(expected.map(({ serviceId }) => serviceId));
        expect(found.value.results.every(({ serviceId }) => ids.has(serviceId))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('says of each answer how many more there are without it, and how many have not said', async () => {
    await fc.assert(
      fc.asyncProperty(queries, async (query) => {
        const found = await search({ index, table: engine.table }, query, NOW);
        if (!found.ok) throw new Error(found.refusal.code);
        const total = oracle(query).length;
        const bringing = found.value.loosen.map(({ drop }) => oracle(without(query, drop)).length - total);
        expect(found.value.loosen.map(({ results }) => results)).toEqual(bringing);
        const more = oracle(without(query, 'step_free')).filter((listing) => listing.stepFree !== true);
        const said = found.value.loosen.find(({ drop }) => drop === 'step_free');
        const silent = more.filter(({ stepFree }) => stepFree === null).length;
        const expected = { drop: 'step_free', results: more.length, notSaid: silent };
        expect(said).toEqual(query.step_free && more.length > 0 ? expected : undefined);
      }),
      { numRuns: 60 },
    );
  });
});
