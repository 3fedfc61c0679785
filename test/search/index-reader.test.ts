import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOST, partition } from '#functions/search/block.ts';
import { searchIndex } from '#functions/search/index-reader.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { MANCHESTER, NOW, publishListings, someListings } from '#test/support/listings.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());
const everywhere = { from: null, miles: null } as const;
const later = (seconds: number) => new Date(Date.parse(NOW) + seconds * 1000).toISOString();

describe('blocks', () => {
  it('hold at most four hundred, however many are at one spot, and leave nobody out', () => {
    const crowd = someListings('crowd', 1000).map((one) => ({ ...one, latitude: 53.45, longitude: -2.23 }));
    const blocks = [...partition(crowd).values()];
    expect(blocks.map((block) => block.length)).toEqual([MOST, MOST, 200]);
    expect(new Set(blocks.flat().map(({ serviceId }) => serviceId)).size).toBe(1000);
  });

  it('are the same whatever the order listings come in', () => {
    const listings = someListings('order', 900);
    expect(partition([...listings].reverse())).toEqual(partition(listings));
  });
});

describe('the reader of blocks', () => {
  it('reads again when a block it believes in was split meanwhile, and misses nobody', async () => {
    const few = someListings('split', 390, 0.005);
    await publishListings(engine.table, MANCHESTER, few);
    const index = searchIndex(engine.table);
    expect((await index.near(everywhere, NOW)).flat()).toHaveLength(390);
    const more = someListings('split', 900, 0.005);
    await publishListings(engine.table, MANCHESTER, more);
    const cold = searchIndex({
      ...engine.table,
      // A replica that still shows the manifest of before, once.
      getMany: (() => {
        let stale = true;
        return async (table, keys, read) => {
          const items = await engine.table.getMany(table, keys, read);
          const isManifest = keys.some(({ sk }) => sk === 'manifest');
          if (!stale || !isManifest) return items;
          stale = false;
          return items.map((item) => ({ ...item, body: JSON.stringify({ blocks: [['gcw00', 'gone']] }) }));
        };
      })(),
    });
    expect((await cold.near(everywhere, NOW)).flat()).toHaveLength(900);
    expect((await index.near(everywhere, later(5))).flat()).toHaveLength(900);
  });

  it('asks for the manifest at most every four seconds and reads no block twice', async () => {
    let reads = 0;
    const counting = {
      ...engine.table,
      getMany: (...asked: Parameters<typeof engine.table.getMany>) => {
        reads += 1;
        return engine.table.getMany(...asked);
      },
    };
    const index = searchIndex(counting);
    await index.near(everywhere, NOW);
    const first = reads;
    await index.near(everywhere, later(3));
    expect(reads).toBe(first);
    await index.near(everywhere, later(9));
    expect(reads).toBe(first + 1);
  });
});
