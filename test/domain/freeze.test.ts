import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freezeQuarter } from '#functions/domain/insight/freeze.ts';
import type { Shown } from '#functions/domain/insight/suppression.ts';
import { type Evidence, EvidenceKind, SENSITIVE_NEEDS } from '#shared/model/evidence.ts';
import { Quarter } from '#shared/model/quarter.ts';
import type { Snapshot, SnapshotRow } from '#shared/model/snapshot.ts';
import { settings } from '#test/support/referral-world.ts';

const SEED = 20261123;
const AT = { quarter: Quarter.parse('2026-07'), at: '2026-10-04T03:00:00.000Z' };
const [COUNCIL] = settings.councils;
if (COUNCIL === undefined) throw new Error('The area has a council');
const TWO = { ...settings, councils: [COUNCIL, { ...COUNCIL, code: 'E08000006', name: 'Salford' }] };

/** Kinds as their events bring them, with the causes each of them has. */
const CAUSES: Readonly<Record<EvidenceKind, readonly string[]>> = {
  unmet: ['absent', 'full', 'unreachable:miles', 'unknown'],
  noted: ['absent', 'unready', 'unreachable:language', 'none'],
  declined: ['no_capacity', 'outside_area', 'need_beyond_us'],
  expired: ['unresponsive'],
  handed_back: ['none'],
  introduced: ['told_of', 'taken_to'],
};
const counts = fc.array(
  fc.record({
    kind: fc.constantFrom(...EvidenceKind.options),
    need: fc.constantFrom('food', 'safety', 'home'),
    cause: fc.nat(3),
    council: fc.constantFrom(...TWO.councils.map(({ code }) => code)),
    people: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 40 })),
  }),
  { minLength: 1, maxLength: 14 },
);
type Counts = typeof counts extends fc.Arbitrary<infer T> ? T : never;
const evidenceOf = (given: Counts, council?: string): Evidence[] =>
  given.flatMap(({ people, cause, ...one }) => {
    const causes = CAUSES[one.kind];
    const counted = {
      ...one,
      council: council ?? one.council,
      cause: causes[cause % causes.length] ?? 'none',
    };
    return Array.from({ length: people }, () => counted as Evidence);
  });

/** What a number may really be, as its reader knows: `*` may also be a larger one that was left out. */
function possible(seen: Shown, real: number): number[] {
  const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
  // Whoever knows that a hidden total is a small one knows more than the table says: never on the safe side.
  if (seen === '*') return real <= 7 ? upTo(1, 7) : upTo(8, 200);
  return seen === 0 ? [0] : upTo(Math.max(8, seen - 2), seen + 2);
}

/** By trying all: how many values each hidden cause of a line may have, given the others and the total. */
function candidates(row: SnapshotRow, real: readonly number[]): number[] {
  const total = new Set(
    possible(
      row.total,
      real.reduce((sum, one) => sum + one, 0),
    ),
  );
  const cells = row.causes.map(({ count }, at) => possible(count, real[at] ?? 0));
  const found = cells.map(() => new Set<number>());
  const walk = (at: number, chosen: readonly number[], sum: number): void => {
    if (at < cells.length) {
      for (const value of cells[at] ?? []) walk(at + 1, [...chosen, value], sum + value);
    } else if (total.has(sum)) {
      for (const [index, value] of chosen.entries()) found[index]?.add(value);
    }
  };
  walk(0, [], 0);
  return row.causes.flatMap(({ count }, at) => (count === '*' ? [found[at]?.size ?? 0] : []));
}

const realOf = (evidence: readonly Evidence[], { kind, need, causes }: SnapshotRow): number[] =>
  causes.map(
    ({ cause }) =>
      evidence.filter((one) => one.kind === kind && one.need === need && one.cause === cause).length,
  );
const shownIn = ({ rows }: Snapshot): Shown[] =>
  rows.flatMap(({ total, causes }) => [total, ...causes.map(({ count }) => count)]);

describe('a frozen quarter', () => {
  it('leaves every hidden cause of every kind three possibilities at least', () => {
    void fc.assert(
      fc.property(counts, (given) => {
        const evidence = evidenceOf(given, COUNCIL.code);
        const { rows } = freezeQuarter(evidence, settings, AT);
        for (const row of rows.filter(({ council }) => council !== null))
          for (const left of candidates(row, realOf(evidence, row))) expect(left).toBeGreaterThanOrEqual(3);
      }),
      { seed: SEED, numRuns: 400 },
    );
  }, 60_000);

  it('shows nothing but nobody, fives and stars, whatever happened in however many councils', () => {
    void fc.assert(
      fc.property(counts, fc.boolean(), (given, several) => {
        const snapshot = freezeQuarter(
          evidenceOf(given, several ? undefined : COUNCIL.code),
          several ? TWO : settings,
          AT,
        );
        expect(shownIn(snapshot).filter((seen) => seen !== '*' && seen % 5 !== 0)).toEqual([]);
      }),
      { seed: SEED },
    );
  });

  it('says of a sensitive need one number for the whole area, and the same when it was nobody', () => {
    const quiet = freezeQuarter([], TWO, AT).rows;
    const some = freezeQuarter(
      evidenceOf([{ kind: 'noted', need: 'safety', cause: 0, council: COUNCIL.code, people: 4 }]),
      TWO,
      AT,
    ).rows;
    expect(some).toEqual(quiet);
    expect(quiet).toHaveLength(EvidenceKind.options.length * SENSITIVE_NEEDS.length);
    expect(
      quiet.every(({ council, total, causes }) => council === null && total === '*' && causes.length === 0),
    ).toBe(true);
  });
});
