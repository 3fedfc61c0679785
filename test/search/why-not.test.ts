import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchIndex } from '#functions/search/index-reader.ts';
import type { Listing } from '#functions/search/listing.ts';
import { searchOf } from '#functions/search/query.ts';
import { search } from '#functions/search/search.ts';
import { whyNot } from '#functions/search/why-not.ts';
import type { SearchQuery } from '#shared/api/search.ts';
import type { TestEngine } from '#test/support/engine.ts';
import { NOW, someListings } from '#test/support/listings.ts';
import { SEED_NOW, seededEngine } from '#test/support/seeded.ts';

const [base] = someListings('why not', 1);
if (base === undefined) throw new Error('No listing');
const [HERE, SIX_MILES, THIRTY_MILES] = [53.45, 53.537, 53.885];
/** Takes referrals, has room, is free, has no steps, on Mondays, in the middle of the map square searched from. */
const fitting: Listing = {
  ...base,
  needs: ['food'],
  latitude: HERE,
  longitude: -2.23,
  pence: 0,
  stepFree: true,
  schedules: [{ weekday: 'MO', opensAt: '10:00', closesAt: '11:00' }],
  referableUntil: '2027-05-01T00:00:00.000Z',
  room: { class: 0, goodUntil: '2026-12-09T00:00:00.000Z' },
  words: ' soup',
  nameWords: ' soup',
};
const ASKED: SearchQuery = { cell: 'gcw2j3', need: ['food'] };
const why = (listings: readonly Partial<Listing>[], asked: Partial<SearchQuery> = {}) =>
  whyNot(
    listings.map((given) => ({ ...fitting, ...given })),
    searchOf({ ...ASKED, ...asked }, NOW),
  );
const STALE = { class: 0, goodUntil: '2026-11-01T00:00:00.000Z' } as const;
const FULL = { class: 3, goodUntil: '2026-12-09T00:00:00.000Z' } as const;

describe('why nothing could take somebody', () => {
  it('is nothing when one activity could, however many could not', () => {
    expect(why([{ room: FULL }, {}, { referableUntil: null }])).toBeUndefined();
  });

  it('is that there is nothing of the kind, also when what there is lies out of everybody’s reach', () => {
    const absent = { cause: 'absent', barrier: null };
    expect(why([])).toEqual(absent);
    expect(why([{ needs: ['grief'] }])).toEqual(absent);
    expect(why([{ latitude: THIRTY_MILES }])).toEqual(absent);
  });

  it.each([
    ['miles', { latitude: SIX_MILES }, {}],
    ['day', { schedules: [{ weekday: 'TU', opensAt: '10:00', closesAt: '11:00' }] }, { day: ['MO'] }],
    ['free', { pence: 200 }, { free: '1' }],
    ['step_free', { stepFree: null }, { step_free: '1' }],
    ['words', {}, { q: 'zither' }],
  ] as const)('is out of reach, and by which answer: %s', (barrier, listing, asked) => {
    expect(why([listing as Partial<Listing>], asked as Partial<SearchQuery>)).toEqual({
      cause: 'unreachable',
      barrier,
    });
  });

  it('names the answer that keeps most of them out, and none where each misses several', () => {
    const dear = { pence: 300 };
    const far = { latitude: SIX_MILES };
    expect(why([far, dear, dear], { free: '1' })).toMatchObject({ barrier: 'free' });
    expect(why([{ ...far, ...dear }], { free: '1' })).toEqual({ cause: 'unreachable', barrier: null });
  });

  it('is full when all have said so, and not known when one has not said lately', () => {
    expect(why([{ room: FULL }])).toEqual({ cause: 'full', barrier: null });
    expect(why([{ room: FULL }, { room: STALE }])).toEqual({ cause: 'unknown', barrier: null });
    expect(why([{ room: null }], { room: '1' })).toEqual({ cause: 'unknown', barrier: null });
  });

  it('is that those with room take no referrals', () => {
    expect(why([{ referableUntil: null }, { room: FULL }])).toEqual({ cause: 'unready', barrier: null });
    expect(why([{ referableUntil: '2026-11-01T00:00:00.000Z' }])).toMatchObject({ cause: 'unready' });
  });
});

describe('a search', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await seededEngine();
  });
  afterAll(() => engine.close());
  const missing = async (query: SearchQuery) => {
    const found = await search({ index: searchIndex(engine.table), table: engine.table }, query, SEED_NOW);
    if (!found.ok) throw new Error(found.refusal.code);
    return found.value.missing;
  };
  const NEAR = { cell: 'gcw2j3', near: 'M14' };

  it('says what is missing with the council of the place, and nothing when somebody could go', async () => {
    expect(await missing({ ...NEAR, need: ['company'] })).toBeNull();
    expect(await missing({ ...NEAR, need: ['company'], q: 'zither' })).toEqual({
      cause: 'unreachable',
      barrier: 'words',
      council: 'E08000003',
    });
  });

  it('says nothing without a need or a place, and no council where the district is not known', async () => {
    expect(await missing({ ...NEAR, q: 'zither' })).toBeNull();
    expect(await missing({ need: ['company'], q: 'zither' })).toBeNull();
    expect(await missing({ cell: NEAR.cell, need: ['company'], q: 'zither' })).toMatchObject({
      council: null,
    });
  });
});
