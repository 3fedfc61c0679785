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
type Arc = { from: number; to: number; low: number; high: number; flow: number; isHiddenSmall: boolean };

/** Counts up to this are never shown. */
export const SMALL = 7;
/** A number that is not shown must leave its reader this many possibilities. */
export const LEAST = 3;

/**
 * A table with its totals as a network in which numbers flow from the grand total through rows and cells to
 * columns. What a reader can know of any number of it is a whole range, whose ends are found by sending units
 * round within all bounds: exact for a table of any size. `at` is the one total that is about to be told.
 */
type Network = { arcs: Arc[]; at: Arc };

/** Which total of a table is about to be told. */
export type Line = { kind: 'row' | 'column'; at: number } | { kind: 'total' };

export function networkOf({ cells, rows, columns, total }: KnownTable, line: Line): Network {
  const [source, sink] = [rows.length + columns.length, rows.length + columns.length + 1];
  const arc = ({ count, low, high }: Published, from: number, to: number): Arc => {
    // What is known to be one number, and can be no other, hides nothing.
    return { from, to, low, high, flow: count, isHiddenSmall: high <= SMALL && low < high };
  };
  const ofRows = rows.map((one, row) => arc(one, source, row));
  const ofColumns = columns.map((one, column) => arc(one, rows.length + column, sink));
  const ofAll = arc(total, sink, source);
  const inside = cells.flatMap((numbers, row) =>
    numbers.map((cell, column) => arc(cell, row, rows.length + column)),
  );
  const at = line.kind === 'total' ? ofAll : (line.kind === 'row' ? ofRows : ofColumns)[line.at];
  return { arcs: [...inside, ...ofRows, ...ofColumns, ofAll], at: at ?? ofAll };
}

/** The least and the most the total may be by all that is known. Leaves the flows as they were. */
export const rangeOf = ({ arcs, at }: Network): [least: number, most: number] =>
  undone(arcs, () => [at.flow - push(arcs, at, -1, at.flow), at.flow + push(arcs, at, 1, SUM_AT_MOST)]);

/** More than any table adds up to. */
const SUM_AT_MOST = 10_000_000;

/**
 * Whether telling that the total lies between two numbers, both possible, would leave some hidden small number,
 * or the total where it is one, fewer than three possibilities.
 */
export function isWeakWithin(network: Network, low: number, high: number): boolean {
  const { arcs, at } = network;
  const before = { low: at.low, high: at.high, isHiddenSmall: at.isHiddenSmall };
  const isWeak = undone(arcs, () => {
    if (at.flow < low) push(arcs, at, 1, low - at.flow);
    if (at.flow > high) push(arcs, at, -1, at.flow - high);
    Object.assign(at, { low, high, isHiddenSmall: high <= SMALL });
    return arcs.some((arc) => arc.isHiddenSmall && slackOf(arcs, arc) + 1 < LEAST);
  });
  Object.assign(at, before);
  return isWeak;
}

/** Does something with the flows and puts them back. */
function undone<T>(arcs: readonly Arc[], act: () => T): T {
  const flows = arcs.map(({ flow }) => flow);
  const done = act();
  arcs.forEach((arc, index) => {
    arc.flow = flows[index] ?? 0;
  });
  return done;
}

/** How far a number can move up and down while all others stay within their bounds; counted to two each way. */
const slackOf = (arcs: readonly Arc[], arc: Arc): number =>
  undone(arcs, () => push(arcs, arc, 1, LEAST - 1)) + undone(arcs, () => push(arcs, arc, -1, LEAST - 1));

/** Moves a number by up to so much, all others going along within their bounds; answers by how much it moved. */
function push(arcs: readonly Arc[], arc: Arc, step: 1 | -1, most: number): number {
  const room = Math.min(most, step === 1 ? arc.high - arc.flow : arc.flow - arc.low);
  const [start, end] = step === 1 ? [arc.to, arc.from] : [arc.from, arc.to];
  let moved = 0;
  while (moved < room) {
    const sent = sendRound(arcs, { start, end, without: arc }, room - moved);
    if (sent === 0) break;
    moved += sent;
    arc.flow += step * sent;
  }
  return moved;
}

type Step = { arc: Arc; step: 1 | -1; before: number };

/** Sends as much as goes, and no more than asked, by the shortest way from `start` to `end` that has room. */
function sendRound(
  arcs: readonly Arc[],
  ends: { start: number; end: number; without: Arc },
  most: number,
): number {
  const came = reached(arcs, ends);
  const way: Step[] = [];
  for (let one = came.get(ends.end); one !== undefined; one = came.get(one.before)) way.push(one);
  if (way.length === 0) return 0;
  const room = way.map(({ arc, step }) => (step === 1 ? arc.high - arc.flow : arc.flow - arc.low));
  const sent = Math.min(most, ...room);
  for (const { arc, step } of way) arc.flow += step * sent;
  return sent;
}

/** Every node that units can get to, nearest first until the end is reached, with the step that leads there. */
function reached(
  arcs: readonly Arc[],
  { start, end, without }: { start: number; end: number; without: Arc },
): Map<number, Step> {
  const came = new Map<number, Step>();
  const queue = [start];
  for (let node = queue.shift(); node !== undefined && node !== end; node = queue.shift()) {
    for (const arc of arcs) {
      const step = stepFrom(arc, node);
      const next = arc.from === node ? arc.to : arc.from;
      if (step === undefined || arc === without || next === start || came.has(next)) continue;
      came.set(next, { arc, step, before: node });
      queue.push(next);
    }
  }
  return came;
}

/** Whether units may leave a node along an arc: forwards when it may rise, backwards when it may fall. */
function stepFrom(arc: Arc, node: number): 1 | -1 | undefined {
  if (arc.from === node && arc.flow < arc.high) return 1;
  if (arc.to === node && arc.flow > arc.low) return -1;
  return undefined;
}
