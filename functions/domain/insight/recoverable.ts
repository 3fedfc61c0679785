/** One number of a table: what was counted, and the least and the most a reader knows it may be. */
export type Published = { count: number; low: number; high: number };

/** A table with totals of both kinds, as its reader knows it. */
export type KnownTable = {
  cells: Published[][];
  rows: Published[];
  columns: Published[];
  total: Published;
};

/** A number of the table as a flow between what it adds up to. */
type Arc = Published & {
  from: number;
  to: number;
  row: number | undefined;
  column: number | undefined;
  isRepeated?: boolean;
};

/** Counts up to this are never shown. */
export const SMALL = 7;
/** A number that is not shown must leave its reader this many possibilities. */
export const LEAST = 3;

/**
 * The first hidden small number that a reader could narrow down to fewer than three possibilities from
 * all that is shown; undefined when there is none. Exact for a table of any size: a table with its totals
 * is a network in which numbers flow from the grand total through rows and cells to columns, so a number
 * can be one higher or lower exactly when a unit can be sent round some other way within all bounds.
 */
export function weakest(
  table: KnownTable,
): { row: number | undefined; column: number | undefined } | undefined {
  const arcs = networkOf(table);
  return arcs.find((arc) => isHiddenSmall(arc) && slackOf(arcs, arc) + 1 < LEAST);
}

/** A count of few people; what stands for nobody in a sensitive table is one too. */
const isHiddenSmall = ({ count, low, high, isRepeated }: Arc): boolean =>
  count <= SMALL && !(low === 0 && high === 0) && isRepeated !== true;

/** A total over one line alone is that line's number again, shown the same: it adds nothing to know. */
function networkOf({ cells, rows, columns, total }: KnownTable): Arc[] {
  const anything = (of: Published) => ({ ...of, low: 0, high: Number.POSITIVE_INFINITY, isRepeated: true });
  const [height, width] = [rows.length, columns.length];
  const [source, sink] = [height + width, height + width + 1];
  const none = { row: undefined, column: undefined };
  const known = (of: Published, isRepeated: boolean) => (isRepeated ? anything(of) : of);
  return [
    ...cells.flatMap((line, row) =>
      line.map((cell, column) => ({ ...cell, from: row, to: height + column, row, column })),
    ),
    ...rows.map((one, row) => ({ ...known(one, width === 1), from: source, to: row, ...none, row })),
    ...columns.map((one, column) => ({
      ...known(one, height === 1),
      from: height + column,
      to: sink,
      ...none,
      column,
    })),
    { ...known(total, height === 1 || width === 1), from: sink, to: source, ...none },
  ];
}

/** How far a number can move up and down while all others stay within their bounds; counted to two each way. */
const slackOf = (arcs: readonly Arc[], arc: Arc): number => movesOf(arcs, arc, 1) + movesOf(arcs, arc, -1);

function movesOf(arcs: readonly Arc[], arc: Arc, step: 1 | -1): number {
  const flows = arcs.map(({ count }) => count);
  const without = arcs.indexOf(arc);
  const [start, end] = step === 1 ? [arc.to, arc.from] : [arc.from, arc.to];
  for (let moves = 0; moves < LEAST - 1; moves += 1) {
    const next = arc.count + step * (moves + 1);
    if (next < arc.low || next > arc.high || !sendRound(arcs, flows, { start, end, without })) return moves;
  }
  return LEAST - 1;
}

/** Sends one unit from `start` to `end` by the shortest way that keeps every bound; false when there is none. */
function sendRound(
  arcs: readonly Arc[],
  flows: number[],
  { start, end, without }: { start: number; end: number; without: number },
): boolean {
  const came = new Map<number, { at: number; step: 1 | -1; before: number }>();
  const queue = [start];
  for (let node = queue.shift(); node !== undefined && node !== end; node = queue.shift()) {
    arcs.forEach((arc, at) => {
      const step = stepFrom(arc, flows[at] ?? 0, node);
      const next = arc.from === node ? arc.to : arc.from;
      if (step === undefined || at === without || next === start || came.has(next)) return;
      came.set(next, { at, step, before: node });
      queue.push(next);
    });
  }
  if (!came.has(end)) return false;
  for (let way = came.get(end); way !== undefined; way = came.get(way.before)) {
    flows[way.at] = (flows[way.at] ?? 0) + way.step;
  }
  return true;
}

/** Whether a unit may leave a node along an arc: forwards when it may rise, backwards when it may fall. */
function stepFrom(arc: Arc, flow: number, node: number): 1 | -1 | undefined {
  if (arc.from === node && flow < arc.high) return 1;
  if (arc.to === node && flow > arc.low) return -1;
  return undefined;
}
