import type { Quarter } from '#shared/model/quarter.ts';
import type { Snapshot, SnapshotRow } from '#shared/model/snapshot.ts';
import { evidence as words } from '#shared/text/en/evidence.ts';
import { needs } from '#shared/text/en/needs.ts';
import { csv } from '../../lib/csv.ts';

/** `2026-07` as "July to September 2026". */
export const quarterName = (quarter: Quarter): string =>
  `${words.months[quarter.slice(5)] ?? ''} ${quarter.slice(0, 4)}`;

const causeName = (cause: string): string =>
  cause
    .split(':')
    .map((part) => words.cause[part] ?? part)
    .join(', ');

/** The causes of one line with their counts, in words. */
export const causesOf = ({ causes }: SnapshotRow): string =>
  causes.map(({ cause, count }) => `${causeName(cause)}: ${count}`).join('; ');

/** What the same line was in the quarter before; 0 when that quarter had none of it, "-" when there is none. */
export function beforeOf(row: SnapshotRow, before: Snapshot | null): string {
  if (before === null) return '-';
  const same = before.rows.find(
    ({ kind, need, council }) => kind === row.kind && need === row.need && council === row.council,
  );
  // A line that is not there had nobody; of what is sensitive that is not said.
  return same === undefined ? '*' : String(same.total);
}

/** The cells of one line, the same for table and spreadsheet. */
export const cellsOf = (row: SnapshotRow, before: Snapshot | null): string[] => [
  row.council === null ? words.wholeArea : row.councilName,
  needs[row.need],
  words.kind[row.kind],
  String(row.total),
  beforeOf(row, before),
  causesOf(row),
];

/** A quarter as a spreadsheet reads it: the same numbers, then period, rule and sources. */
export const quarterCsv = (shown: Snapshot, before: Snapshot | null): string =>
  csv([
    Object.values(words.columns),
    ...shown.rows.map((row) => cellsOf(row, before)),
    [],
    [words.title(quarterName(shown.quarter))],
    [words.lead],
    [words.stamp(shown.rule, shown.frozenAt.slice(0, 10))],
    [words.sources],
  ]);
