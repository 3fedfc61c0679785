import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Shown, type ShownTable, shown, suppressTable } from '#functions/domain/insight/suppression.ts';

const SEED = 20_260_930;

const upTo = (most: number) => Array.from({ length: most + 1 }, (_, value) => value);
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** Every table of a shape with entries up to so many. */
function* tablesOf(height: number, width: number, most: number): Generator<number[][]> {
  const size = most + 1;
  for (let number = 0; number < size ** (height * width); number += 1) {
    yield upTo(height - 1).map((row) =>
      upTo(width - 1).map((column) => Math.floor(number / size ** (row * width + column)) % size),
    );
  }
}

type Look = { table: ShownTable; may: Set<number>[] };

/**
 * What a reader learns who knows this program and tries every table: of all that look the same, the values that
 * each hidden number takes. Looks with a number that larger entries may stand behind too are left out.
 */
function looksOf(shape: readonly [height: number, width: number], most: number, isSensitive = false): Look[] {
  const looks = new Map<string, Look>();
  for (const counts of tablesOf(...shape, most)) {
    const table = suppressTable(counts, isSensitive);
    const seen = JSON.stringify(table);
    const look = looks.get(seen) ?? { table, may: counts.flat().map(() => new Set<number>()) };
    counts.flat().forEach((count, at) => void look.may[at]?.add(count));
    looks.set(seen, look);
  }
  const isWhole = (one: Shown) => one === '*' || one + 2 <= most;
  return [...looks.values()].filter(({ table }) => table.cells.flat().every(isWhole));
}

/** The looks in which some hidden number may be one of two values, or of one. */
const openOf = (looks: readonly Look[]) =>
  looks.filter(({ table, may }) =>
    table.cells.flat().some((one, at) => one === '*' && (may[at]?.size ?? 0) < 3),
  );

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
  it('never shows a small number, tells totals as counted to the nearest five or the next', () => {
    let [told, all] = [0, 0];
    void fc.assert(
      fc.property(tables, fc.boolean(), (counts, isSensitive) => {
        const table = suppressTable(counts, isSensitive);
        const columns = upTo((counts[0]?.length ?? 1) - 1);
        const totals = [...table.rows, ...table.columns, table.total];
        const real = [
          ...counts.map(sum),
          ...columns.map((at) => sum(counts.map((row) => row[at] ?? 0))),
          sum(counts.flat()),
        ];
        const wrong = totals.filter((seen, at) => {
          const count = real[at] ?? 0;
          return seen !== '*' && ((count > 0 && count <= 7) || seen % 5 !== 0 || Math.abs(seen - count) >= 5);
        });
        const cells = counts.map((row) => row.map((count) => shown(count, isSensitive)));
        // One comparison for each table: so many are tried that more would take minutes.
        expect({ cells: table.cells, wrong }).toEqual({ cells, wrong: [] });
        told += totals.filter((seen, at) => seen !== '*' && (real[at] ?? 0) > 7).length;
        all += real.filter((count) => count > 7).length;
      }),
      { seed: SEED, numRuns: 50_000 },
    );
    // What the rule costs: of the totals that are no small numbers, so many are told.
    expect(told / all).toBeGreaterThan(0.9);
  }, 120_000);

  it.each([
    [[1, 2], 17],
    [[2, 1], 17],
    [[1, 3], 17],
    [[1, 4], 12],
    [[2, 2], 17],
  ] as const)(
    'gives no hidden number of any table of %j up to %i away, even to who knows the rule',
    (shape, most) => {
      const looks = looksOf(shape, most);
      expect(openOf(looks).map(({ table }) => JSON.stringify(table))).toEqual([]);
      expect(looks.length).toBeGreaterThan(10);
    },
    120_000,
  );

  it('gives none of what is sensitive away either, where nobody is hidden too', () => {
    expect(openOf(looksOf([2, 2], 12, true))).toEqual([]);
    expect(suppressTable([[0]], true).total).toBe('*');
    expect(suppressTable([[9]], true).total).toBe(10);
  }, 120_000);

  it('tells a total that would give a number away as the one beside it', () => {
    // 15 (13 to 17) and 1 to 7: of 23 and 24 the small one would be 6 or 7.
    expect([18, 22, 23, 24].map((all) => suppressTable([[17, all - 17]]).total)).toEqual([20, 20, 20, 20]);
    // 10 and 10 (8 to 12 each): of 17 the small one would be 1.
    expect(suppressTable([[8, 8, 1]]).total).toBe(20);
    expect(suppressTable([[40, 3, 2]]).rows).toEqual([45]);
  });
});
