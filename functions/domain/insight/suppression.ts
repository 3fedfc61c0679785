import { type KnownTable, type Published, SMALL, weakest } from './recoverable.ts';

/** The rule by name, printed beside every number it let through. A changed rule takes a new name. */
export const RULE = 'small-numbers-1';

/** A count of people as it may be shown. `*`: 1 to 7, or left out so that such a number cannot be worked out. */
export type Shown = number | '*';

/** No percentage is given of fewer people than this. */
const LEAST_WHOLE = 20;
const STEP = 5;

/**
 * One count of people as it may be shown: 1 to 7 as `*`, anything above to the nearest 5, nobody as 0;
 * for what is sensitive nobody is `*` too. What has been through it stays as it is.
 */
export function shown(count: Shown, isSensitive = false): Shown {
  if (count === '*' || (count >= 1 && count <= SMALL)) return '*';
  if (count === 0) return isSensitive ? '*' : 0;
  return Math.round(count / STEP) * STEP;
}

/** A whole percentage worked out from what is shown; null of fewer than 20 people or when either is not shown. */
export function percentage(part: number, whole: number): number | null {
  if (whole < LEAST_WHOLE) return null;
  const [of, all] = [shown(part), shown(whole)];
  return of === '*' || all === '*' ? null : Math.min(100, Math.round((100 * of) / all));
}

/** A table of people as it may be shown. Totals are rounded from what was counted, never summed up. */
export type ShownTable = { cells: Shown[][]; rows: Shown[]; columns: Shown[]; total: Shown };

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** What the reader of one number knows: the least and the most it may stand for. */
function readAs(count: number, isSensitive: boolean): Published {
  const seen = shown(count, isSensitive);
  if (seen === '*') return { count, low: isSensitive ? 0 : 1, high: SMALL };
  return { count, low: seen === 0 ? 0 : Math.max(SMALL + 1, seen - 2), high: seen === 0 ? 0 : seen + 2 };
}

/** The same once it is left out: no more than that it is not a small one, or not none, whichever is true. */
const leftOut = ({ count, low }: Published): Published => ({
  count,
  low: count > SMALL ? SMALL + 1 : low,
  high: Number.POSITIVE_INFINITY,
});

/** The totals of a table in the order they are left out: those of the cell's own lines first. */
type Line = { kind: 'row' | 'column'; at: number } | { kind: 'total' };

/**
 * A table of counts with its totals, as it may be shown. Every number goes through `shown`; then each
 * that is hidden is tried against all that is not, and totals are left out until none of them can be
 * narrowed down to fewer than three possibilities. The one way by which a count of people leaves the worker.
 */
export function suppressTable(counts: readonly (readonly number[])[], isSensitive = false): ShownTable {
  const width = counts[0]?.length ?? 0;
  const as = (count: number) => readAs(count, isSensitive);
  const table = {
    cells: counts.map((row) => row.map(as)),
    rows: counts.map((row) => as(sum(row))),
    columns: Array.from({ length: width }, (_, column) => as(sum(counts.map((row) => row[column] ?? 0)))),
    total: as(sum(counts.flat())),
  };
  const out = new Set<string>();
  for (let weak = weakest(table); weak !== undefined; weak = weakest(table)) {
    const line = nextToLeaveOut(weak, out, table);
    if (line === undefined) throw new Error('A hidden number can be worked out though no total is shown');
    leaveOut(table, line);
    out.add(nameOf(line));
  }
  const see = ({ count, high }: Published) =>
    high === Number.POSITIVE_INFINITY ? '*' : shown(count, isSensitive);
  return repeated({
    cells: table.cells.map((row) => row.map(see)),
    rows: table.rows.map(see),
    columns: table.columns.map(see),
    total: see(table.total),
  });
}

/** In a table of one line a total is the same number again, so it is shown, or left out, the same. */
function repeated(table: ShownTable): ShownTable {
  const { cells, rows, columns } = table;
  if (rows.length === 1) return { ...table, columns: [...(cells[0] ?? [])], total: rows[0] ?? 0 };
  if (columns.length === 1) return { ...table, rows: cells.flat(), total: columns[0] ?? 0 };
  return table;
}

const nameOf = (line: Line): string => (line.kind === 'total' ? 'total' : `${line.kind} ${line.at}`);

function leaveOut(table: KnownTable, line: Line): void {
  if (line.kind === 'total') table.total = leftOut(table.total);
  const lines = line.kind === 'row' ? table.rows : table.columns;
  const one = line.kind === 'total' ? undefined : lines[line.at];
  if (line.kind !== 'total' && one !== undefined) lines[line.at] = leftOut(one);
}

/**
 * The first total of the weak number's own lines that is still shown, then the grand total, then any. One
 * that is small is left out last: a reader might well guess that it is hidden for being small.
 */
function nextToLeaveOut(
  { row, column }: { row: number | undefined; column: number | undefined },
  out: ReadonlySet<string>,
  { rows, columns, total }: KnownTable,
): Line | undefined {
  const hides = (one: Published | undefined) => one !== undefined && one.high > 0;
  const lines: Line[] = [
    ...(row === undefined ? [] : [{ kind: 'row', at: row } as const]),
    ...(column === undefined ? [] : [{ kind: 'column', at: column } as const]),
    { kind: 'total' },
    ...rows.map((_, at) => ({ kind: 'row', at }) as const),
    ...columns.map((_, at) => ({ kind: 'column', at }) as const),
  ];
  const numberOf = (line: Line) =>
    line.kind === 'total' ? total : (line.kind === 'row' ? rows : columns)[line.at];
  const left = lines.filter((line) => !out.has(nameOf(line)) && hides(numberOf(line)));
  return left.find((line) => (numberOf(line)?.count ?? 0) > SMALL) ?? left[0];
}
