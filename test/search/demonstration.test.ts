import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchIndex } from '#functions/search/index-reader.ts';
import { search } from '#functions/search/search.ts';
import { readCovered } from '#infra/place/tables.ts';
import type { SearchQuery } from '#shared/api/search.ts';
import { cellOf } from '#shared/model/geohash.ts';
import type { TestEngine } from '#test/support/engine.ts';
import { SEED_NOW, seededEngine } from '#test/support/seeded.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await seededEngine();
});
afterAll(() => engine.close());

const cells = new Set(
  readCovered()
    .filter(({ outcode }) => outcode === 'M14')
    .flatMap(({ units }) =>
      Object.values(units).map(([latitude, longitude]) => cellOf({ latitude, longitude }, 6)),
    ),
);

describe('the demonstration group', () => {
  it('is the first result for company from every postcode of M14, on any day, however far one looks', async () => {
    const searching = { index: searchIndex(engine.table), table: engine.table };
    const firsts = new Set<string>();
    const asked = [...cells].flatMap((cell) =>
      (['2026-11-23', '2026-11-24', '2026-12-01'] as const).flatMap((day) =>
        ([undefined, '2', '20'] as const).map((miles) => ({ cell, day, miles })),
      ),
    );
    for (const { cell, day, miles } of asked) {
      const query: SearchQuery = { cell, need: ['company'], ...(miles && { miles }) };
      const found = await search(searching, query, `${day}T09:00:00.000Z`);
      firsts.add(found.ok ? `${found.value.results[0]?.organizationName}` : found.refusal.code);
    }
    expect(cells.size).toBeGreaterThan(5);
    expect([...firsts]).toEqual(['Marigold Corner']);
  });

  it('shows its room, when that was said and why it is there', async () => {
    const [cell = ''] = cells;
    const found = await search(
      { index: searchIndex(engine.table), table: engine.table },
      { cell, need: ['company'], day: ['FR'], free: '1', step_free: '1' },
      SEED_NOW,
    );
    expect(found.ok && found.value.results[0]).toMatchObject({
      serviceName: 'Friday tea and chat',
      room: { state: 'open', places: 8, asOf: '2026-11-22T14:24:00.000Z' },
      referable: true,
      reasons: [
        { code: 'need', need: 'company' },
        { code: 'day', day: 'FR' },
        { code: 'free' },
        { code: 'step_free' },
        { code: 'near' },
      ],
    });
  });
});
