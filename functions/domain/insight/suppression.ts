import {
  isWeakWithin,
  type KnownTable,
  type Line,
  networkOf,
  type Published,
  rangeOf,
  SMALL,
} from './recoverable.ts';

/** The rule by name, printed beside every number it let through. A changed rule takes a new name. */
export const RULE = 'small-numbers-2';

/** A count of people as it may be shown. `*`: 1 to 7, or left out so that such a number cannot be worked out. */
export type Shown = number | '*';

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

/** A table of people as it may be shown. Totals are rounded from what was counted, never summed up. */
export type ShownTable = { cells: Shown[][]; rows: Shown[]; columns: Shown[]; total: Shown };

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** What the reader of one number knows: the least and the most it may stand for. */
function readAs(count: number, isSensitive: boolean): Published {
  const seen = shown(count, isSensitive);
  if (seen === '*') return { count, low: isSensitive ? 0 : 1, high: SMALL };
  return { count, low: seen === 0 ? 0 : Math.max(SMALL + 1, seen - 2), high: seen === 0 ? 0 : seen + 2 };
}

/** Numbers that are shown alike, and what is shown for them. */
type Class = { low: number; high: number; as: Shown };

/**
 * The classes a total may fall into by all that is told so far, lowest first: 1 to 7, then fives. A class at
 * either end that would give a small number away is told as the one beside it. This looks at nothing but what
 * is told already, so that the choice itself tells a reader who knows this program nothing.
 */
function classesOf(table: KnownTable, line: Line, isSensitive: boolean): Class[] {
  const network = networkOf(table, line);
  const [least, most] = rangeOf(network);
  const all: Class[] = [];
  for (let low = least; low <= most; low = (all.at(-1)?.high ?? most) + 1) {
    all.push({ low, high: Math.min(most, readAs(low, isSensitive).high), as: shown(low, isSensitive) });
  }
  const isSafe = ({ low, high }: Class) => !isWeakWithin(network, low, high);
  const [first, last] = [all.findIndex(isSafe), all.findLastIndex(isSafe)];
  // How many possibilities are left is a concave function of the total: between two safe classes all are.
  if (first === last) return [merged(all, first)];
  return [merged(all.slice(0, first + 1), first), ...all.slice(first + 1, last), merged(all.slice(last), 0)];
}

/** Several classes as one, shown as the safe one of them; left out where it holds small ones or is a wide one. */
function merged(classes: readonly Class[], safe: number): Class {
  const isBeside = classes.every(({ as }, index) => as !== '*' && Math.abs(index - safe) <= 1);
  const [low, high] = [classes[0]?.low ?? 0, classes.at(-1)?.high ?? 0];
  const only = classes.length === 1 || isBeside ? classes[safe]?.as : undefined;
  return { low, high, as: only ?? '*' };
}

/**
 * A table of counts with its totals, as it may be shown. Every number goes through `shown`; totals are told one
 * after another in classes which leave each hidden number three possibilities or more, by all that is told and
 * to a reader who knows this rule. The one way by which a count of people leaves the worker.
 */
export function suppressTable(counts: readonly (readonly number[])[], isSensitive = false): ShownTable {
  const width = counts[0]?.length ?? 0;
  const untold = (numbers: readonly number[]) => ({
    count: sum(numbers),
    low: 0,
    high: Number.POSITIVE_INFINITY,
  });
  const known: KnownTable = {
    cells: counts.map((row) => row.map((count) => readAs(count, isSensitive))),
    rows: counts.map(untold),
    columns: Array.from({ length: width }, (_, at) => untold(counts.map((row) => row[at] ?? 0))),
    total: untold(counts.flat()),
  };
  const tell = (line: Line, of: Published): Shown => {
    const told = classesOf(known, line, isSensitive).find(({ high }) => of.count <= high);
    Object.assign(of, { low: told?.low, high: told?.high });
    return told?.as ?? '*';
  };
  const cells = counts.map((row) => row.map((count) => shown(count, isSensitive)));
  // In a table of one line a total is the same number again.
  if (width === 1) {
    const total = tell({ kind: 'total' }, known.total);
    return { cells, rows: cells.flat(), columns: [total], total };
  }
  const rows = known.rows.map((row, at) => tell({ kind: 'row', at }, row));
  if (rows.length === 1) return { cells, rows, columns: [...(cells[0] ?? [])], total: rows[0] ?? 0 };
  const total = tell({ kind: 'total' }, known.total);
  const columns = known.columns.map((column, at) => tell({ kind: 'column', at }, column));
  return { cells, rows, columns, total };
}
