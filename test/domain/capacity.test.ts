import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeFor, returnsPlace } from '#functions/domain/capacity/hold.ts';
import { roomAt } from '#functions/domain/capacity/room.ts';
import { fullNow, sayRoom } from '#functions/domain/capacity/statement.ts';
import { Capacity, CapacityState } from '#shared/model/capacity.ts';
import { valuesOf } from '#test/support/from-schema.ts';

const NOW = '2026-11-23T09:00:00.000Z';
const said: Capacity = {
  state: 'open',
  places: 3,
  dropIn: false,
  asOf: '2026-11-20T09:00:00.000Z',
  goodUntil: '2026-12-20T09:00:00.000Z',
};
const stale = { ...said, goodUntil: NOW };

describe('room as it is shown', () => {
  test('is what the group said while that is good', () => {
    expect(roomAt(said, NOW)).toEqual({ state: 'open', places: 3, dropIn: false, asOf: said.asOf });
  });
  test.each([stale, { ...stale, state: 'full' as const }])(
    'is unknown from its date on, never open or full',
    (old) => {
      expect(roomAt(old, NOW)).toEqual({ state: 'unknown', places: null, dropIn: false, asOf: said.asOf });
    },
  );
  test('is full once referrals have taken every place there was, unless anyone may just turn up', () => {
    const gone = { ...said, places: 0 };
    expect(roomAt(gone, NOW)).toEqual({ state: 'full', places: null, dropIn: false, asOf: said.asOf });
    expect(roomAt({ ...gone, state: 'few' }, NOW).state).toBe('full');
    expect(roomAt({ ...gone, state: 'waiting_list' }, NOW).state).toBe('waiting_list');
    expect(roomAt({ ...gone, dropIn: true }, NOW).state).toBe('open');
  });
  test('is unknown where nothing was ever said', () => {
    expect(roomAt(null, NOW)).toEqual({ state: 'unknown', places: null, dropIn: false, asOf: null });
  });
});

describe('a place for a referral', () => {
  test.each<[string, Capacity | null, 'hold' | 'nothing' | 'no_room']>([
    ['a number', said, 'hold'],
    ['a number for a few', { ...said, state: 'few', places: 1 }, 'hold'],
    ['the last place gone', { ...said, places: 0 }, 'no_room'],
    ['full', { ...said, state: 'full', places: null }, 'no_room'],
    ['paused', { ...said, state: 'paused', places: null }, 'no_room'],
    ['a waiting list', { ...said, state: 'waiting_list', places: null }, 'nothing'],
    ['words only', { ...said, places: null }, 'nothing'],
    ['just turn up', { ...said, dropIn: true }, 'nothing'],
    ['nothing said', null, 'nothing'],
    ['full, but past its date', { ...stale, state: 'full' }, 'nothing'],
  ])('%s', (_, capacity, expected) => {
    const place = placeFor(capacity, NOW);
    expect(place.ok ? place.value : place.refusal.code).toBe(expected);
  });

  test('goes back only to the number it was taken from', () => {
    expect(returnsPlace(said, '2026-11-21T09:00:00.000Z')).toBe(true);
    expect(returnsPlace(said, said.asOf)).toBe(true);
    expect(returnsPlace(said, '2026-11-19T09:00:00.000Z')).toBe(false);
    expect(returnsPlace({ ...said, places: null }, NOW)).toBe(false);
    expect(returnsPlace(null, NOW)).toBe(false);
  });
});

describe('saying how much room there is', () => {
  test.each([
    ['open', 4, 4],
    ['few', null, null],
    ['waiting_list', 3, null],
    ['full', 0, null],
    ['paused', null, null],
  ] as const)('%s with %s stands for 30 days as %s', (state, places, kept) => {
    expect(sayRoom({ ...said, dropIn: true }, { state, places }, NOW)).toEqual({
      ok: true,
      value: { state, places: kept, dropIn: true, asOf: NOW, goodUntil: '2026-12-23T09:00:00.000Z' },
    });
  });
  test.each(['open', 'few'] as const)('%s with no place is a contradiction', (state) => {
    expect(sayRoom(null, { state, places: 0 }, NOW)).toMatchObject({
      ok: false,
      refusal: { code: 'invalid', fields: [{ id: 'places' }] },
    });
  });
  test('the first word ever is no drop-in', () => {
    expect(sayRoom(null, { state: 'open', places: 2 }, NOW)).toMatchObject({ value: { dropIn: false } });
    expect(fullNow(null, NOW)).toMatchObject({ state: 'full', places: null, dropIn: false, asOf: NOW });
    expect(fullNow({ ...said, dropIn: true }, NOW).dropIn).toBe(true);
  });
});

test('whatever is said, a place is held only from a number above nought, and never when full or paused', () => {
  fc.assert(
    fc.property(valuesOf(Capacity), fc.constantFrom(...CapacityState.options), (given, state) => {
      const capacity = { ...Capacity.parse(given), state };
      const place = placeFor(capacity, NOW);
      const fresh = capacity.goodUntil > NOW;
      if (place.ok && place.value === 'hold') expect(capacity.places).toBeGreaterThan(0);
      if (fresh && (state === 'full' || state === 'paused')) expect(place.ok).toBe(false);
      if (!fresh) expect(place).toEqual({ ok: true, value: 'nothing' });
    }),
  );
});
