import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  percentage,
  type Shown,
  type ShownTable,
  shown,
  suppressTable,
} from '#functions/domain/insight/suppression.ts';

const SEED = 20_260_930;

/** What a reader can know of a number: every value it may stand for, given the rule and which were left out. */
function possible(seen: Shown, count: number, isSensitive: boolean): (guess: number) => boolean {
  if (seen === '*' && count > 7) return (guess) => guess > 7;
  if (seen === '*') return (guess) => guess <= 7 && guess >= (isSensitive ? 0 : 1);
  return (guess) => shown(guess, isSensitive) === seen;
}

const upTo = (most: number) => Array.from({ length: most + 1 }, (_, value) => value);
const pairs = (most: number) => upTo(most).flatMap((a) => upTo(most).map((b) => [a, b] as const));
type Pair = readonly [number, number];
const totalsOf = ([a, b]: Pair, [c, d]: Pair) => [a + b, c + d, a + c, b + d, a + b + c + d];

/**
 * By trying all: the fewest values any hidden cell of a 2×2 table may have. A total that is hidden though
 * small is read as small, which is more than a reader can know, so that this never errs on the safe side.
 */
function fewestByTrying(counts: readonly [Pair, Pair], table: ShownTable, isSensitive: boolean): number {
  const seen = [...table.cells.flat(), ...table.rows, ...table.columns, table.total];
  const real = [...counts.flat(), ...totalsOf(...counts)];
  const fits = seen.map((one, at) => possible(one, real[at] ?? 0, isSensitive));
  const allFit = (numbers: readonly number[], from: number) =>
    numbers.every((number, at) => fits[from + at]?.(number));
  const upper = pairs(23).filter((pair) => allFit(pair, 0));
  const lower = pairs(23).filter((pair) => allFit(pair, 2));
  const found = [0, 1, 2, 3].map(() => new Set<number>());
  for (const top of upper) {
    for (const bottom of lower.filter((pair) => allFit(totalsOf(top, pair), 4))) {
      [...top, ...bottom].forEach((value, at) => void found[at]?.add(value));
    }
  }
  const sizes = found.map(({ size }, at) => (seen[at] === '*' ? size : Number.POSITIVE_INFINITY));
  return Math.min(...sizes);
}

/** One table of each look: what is shown, and which totals are small. */
function everyLook(): { counts: readonly [Pair, Pair]; table: ShownTable }[] {
  const looks = new Map<string, { counts: readonly [Pair, Pair]; table: ShownTable }>();
  for (const top of pairs(17)) {
    for (const bottom of pairs(17)) {
      const table = suppressTable([top, bottom]);
      const small = totalsOf(top, bottom).map((count) => count <= 7);
      looks.set(JSON.stringify([table, small]), { counts: [top, bottom], table });
    }
  }
  return [...looks.values()];
}

describe('one count of people', () => {
  it('hides 1 to 7 and shows the rest to the nearest five', () => {
    const seen = [0, 1, 7, 8, 12, 13, 17, 18, 102].map((count) => shown(count));
    expect(seen).toEqual([0, '*', '*', 10, 10, 15, 15, 20, 100]);
  });

  it('hides nobody too for what is sensitive', () => {
    expect([0, 1, 8].map((count) => shown(count, true))).toEqual(['*', '*', 10]);
  });

  it('changes nothing that has been through it before', () => {
    void fc.assert(
      fc.property(fc.nat(500), fc.boolean(), (count, isSensitive) => {
        const once = shown(count, isSensitive);
        return shown(once, isSensitive) === once;
      }),
      { seed: SEED },
    );
  });

  it('gives a percentage of twenty people or more, from what is shown', () => {
    expect(percentage(10, 19)).toBeNull();
    expect(percentage(10, 20)).toBe(50);
    expect(percentage(7, 20)).toBeNull();
    expect(percentage(22, 20)).toBe(100);
  });
});

const tables = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }))
  .chain(([height, width]) =>
    fc.array(
      fc.array(
        fc.nat(30).map((n) => (n > 20 ? n * 3 : n)),
        { minLength: width, maxLength: width },
      ),
      {
        minLength: height,
        maxLength: height,
      },
    ),
  );

describe('a table of people', () => {
  it('never shows a small number, rounds every total from what was counted, and is the same each time', () => {
    void fc.assert(
      fc.property(tables, fc.boolean(), (counts, isSensitive) => {
        const table = suppressTable(counts, isSensitive);
        const numbers = [...table.cells.flat(), ...table.rows, ...table.columns, table.total];
        expect(numbers.filter((seen) => seen !== '*' && seen % 5 !== 0)).toEqual([]);
        expect(table.cells).toEqual(counts.map((row) => row.map((count) => shown(count, isSensitive))));
        const all = counts.flat().reduce((sum, count) => sum + count, 0);
        expect(['*', shown(all, isSensitive)]).toContain(table.total);
        expect(suppressTable(counts, isSensitive)).toEqual(table);
      }),
      { seed: SEED, numRuns: 50_000 },
    );
  }, 120_000);

  it('leaves no hidden number of any 2×2 table with entries up to 17 fewer than three possibilities', () => {
    const looks = everyLook();
    const weak = looks.filter(({ counts, table }) => fewestByTrying(counts, table, false) < 3);
    expect(weak).toEqual([]);
    expect(looks.length).toBeGreaterThan(500);
  }, 120_000);

  it('leaves no hidden number of a random sensitive 2×2 table fewer than three possibilities', () => {
    const pair = fc.tuple(fc.nat(17), fc.nat(17));
    void fc.assert(
      fc.property(pair, pair, (top, bottom) => {
        const counts = [top, bottom] as const;
        return fewestByTrying(counts, suppressTable(counts, true), true) >= 3;
      }),
      { seed: SEED, numRuns: 2_000 },
    );
  }, 120_000);

  it('leaves out a total that would give a number away, and only then', () => {
    // 17 of 17 to 22: the other two would each have to be one.
    expect(suppressTable([[1, 1, 1, 1, 1, 1, 1]]).rows).toEqual(['*']);
    expect(suppressTable([[40, 3, 2]]).rows).toEqual([45]);
    // 10 (8 to 12) and three of at least one each in a total of 10 (8 to 12).
    const table = suppressTable([[9, 1, 1, 1]]);
    expect(table.cells).toEqual([[10, '*', '*', '*']]);
    expect(table.total).toBe(table.rows[0]);
  });
});
