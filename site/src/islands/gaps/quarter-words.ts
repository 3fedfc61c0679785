import type { SupplyRow } from '#shared/api/insight.ts';
import { SENSITIVE_NEEDS } from '#shared/model/evidence.ts';
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

/**
 * What the same line was in the quarter before. Where a quarter has other lines of that council and not this
 * one, nobody was counted; of what is sensitive, and of a council that was not there, that is not said.
 */
function totalBefore({ kind, need, council }: SnapshotRow, { rows }: Snapshot): SnapshotRow['total'] {
  const there = rows.filter((one) => one.council === council);
  const same = there.find((one) => one.kind === kind && one.need === need);
  if (same !== undefined) return same.total;
  return there.length === 0 || SENSITIVE_NEEDS.includes(need) ? '*' : 0;
}

/** What the same line was in the quarter before; "not known" when there is no such quarter. */
export const beforeOf = (row: SnapshotRow, before: Snapshot | null): string =>
  before === null ? words.notComparable : String(totalBefore(row, before));

/** How a line moved between two quarters, by what is shown of both; "not known" where either is not shown. */
export function changeOf(row: SnapshotRow, before: Snapshot | null): string {
  const was = before === null ? '*' : totalBefore(row, before);
  if (was === '*' || row.total === '*') return words.notComparable;
  if (was === row.total) return words.same;
  return row.total > was ? words.more(row.total - was) : words.fewer(was - row.total);
}

/** What a quarter is compared with: the one before it, and what there is now. */
export type Beside = { before: Snapshot | null; supply: readonly SupplyRow[] };

const SUPPLY = ['groups', 'referable', 'withRoom'] as const;

/** Groups, readiness and room for the need of a line, in its council or the whole area; nothing listed is 0. */
function supplyBeside({ need, council }: SnapshotRow, supply: readonly SupplyRow[]): string[] {
  const found = supply.find((one) => one.need === need && one.council === council);
  return SUPPLY.map((column) => String(found?.[column] ?? 0));
}

/** The one council of a quarter, by name; undefined where there are several. */
function onlyCouncil({ rows }: Snapshot): string | undefined {
  const names = new Set(rows.flatMap(({ council, councilName }) => (council === null ? [] : [councilName])));
  return names.size > 1 ? undefined : ([...names][0] ?? '');
}

/** What the table is called: where there is one council only, its name stands here and not in every line. */
export function tableName(shown: Snapshot): string {
  const only = onlyCouncil(shown);
  return only === undefined || only === '' ? words.table : words.tableOf(only);
}

/** The columns of a quarter with their words, the same for table and spreadsheet. */
export const columnsOf = (shown: Snapshot): [column: string, words: string][] =>
  Object.entries(words.columns).filter(
    ([column]) => column !== 'council' || onlyCouncil(shown) === undefined,
  );

/** The cells of one line, the same for table and spreadsheet. */
export const cellsOf = (row: SnapshotRow, shown: Snapshot, { before, supply }: Beside): string[] => [
  ...(onlyCouncil(shown) === undefined ? [row.council === null ? words.wholeArea : row.councilName] : []),
  needs[row.need],
  words.kind[row.kind],
  String(row.total),
  beforeOf(row, before),
  changeOf(row, before),
  causesOf(row),
  ...supplyBeside(row, supply),
];

/** A change as the end of a sentence; nothing where it is not known. */
function changeSaid(row: SnapshotRow, before: Snapshot | null): string {
  const change = changeOf(row, before);
  if (change === words.notComparable) return '';
  return change === words.same ? words.asBefore : words.thanBefore(change);
}

/** The three needs most people searched for in vain, of those whose number can be read: a sentence each. */
export function findingsOf(shown: Snapshot, before: Snapshot | null): string[] {
  const councils = new Set(shown.rows.flatMap(({ council }) => council ?? []));
  return linesOf(shown)
    .filter(({ kind }) => kind === 'unmet')
    .flatMap((row) => (row.total === '*' || row.total === 0 ? [] : [{ row, total: row.total }]))
    .slice(0, 3)
    .map(({ row, total }) => {
      const where = councils.size > 1 && row.council !== null ? words.inCouncil(row.councilName) : '';
      return words.finding(needs[row.need], where, total, changeSaid(row, before));
    });
}

const sizeOf = ({ total }: SnapshotRow): number => (total === '*' ? -1 : total);

/** A line that is there whether anybody was counted or not, and says nothing: one sentence stands for all of them. */
const saysNothing = ({ need, total }: SnapshotRow): boolean =>
  total === '*' && SENSITIVE_NEEDS.includes(need);

/** The lines of a quarter as they are read: by what happened, the largest that can be read first. */
export const linesOf = (shown: Snapshot): SnapshotRow[] =>
  [...Map.groupBy(shown.rows, ({ kind }) => kind).values()].flatMap((rows) =>
    rows.filter((row) => !saysNothing(row)).toSorted((a, b) => sizeOf(b) - sizeOf(a)),
  );

/** What is said of the needs whose lines may be missing. */
export const sensitiveText: string = words.sensitive(SENSITIVE_NEEDS.map((need) => needs[need]).join(', '));

/** A quarter as a spreadsheet reads it: the same numbers, then period, rule and sources. */
export const quarterCsv = (shown: Snapshot, beside: Beside): string =>
  csv([
    columnsOf(shown).map(([, said]) => said),
    ...linesOf(shown).map((row) => cellsOf(row, shown, beside)),
    [],
    [tableName(shown)],
    [words.title(quarterName(shown.quarter))],
    [words.lead],
    [words.beside],
    [sensitiveText],
    [words.stamp(shown.rule, shown.frozenAt.slice(0, 10))],
    [words.sources],
  ]);
