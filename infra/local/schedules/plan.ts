import type { Expression } from './expression.ts';

export type Planned<Key> = { key: Key; at: Date };
const DAY = 86_400_000;
/** A schedule that comes this often or less often keeps every one of its turns. */
const DAILY = 23 * 3_600_000;

/**
 * What falls due while the clock goes from one instant to another, in order: every turn of a schedule that
 * comes daily or less often, and the last turn within each day passed of one that comes more often.
 */
export function plan<Key>(
  schedules: ReadonlyMap<Key, { expression: Expression; anchor: Date }>,
  from: Date,
  to: Date,
): Planned<Key>[] {
  const planned = [...schedules].flatMap(([key, schedule]) =>
    turns(schedule, from, to).map((at) => ({ key, at })),
  );
  return planned.sort((a, b) => a.at.getTime() - b.at.getTime());
}

function turns(
  { expression, anchor }: { expression: Expression; anchor: Date },
  from: Date,
  to: Date,
): Date[] {
  const first = expression.next(from, anchor);
  if (!first || first > to) return [];
  const second = expression.next(first, anchor);
  if (second && second.getTime() - first.getTime() < DAILY)
    return lastOfEachDay({ expression, anchor }, from, to);
  const all = [first];
  for (let at = second; at && at <= to; at = expression.next(at, anchor)) all.push(at);
  return all;
}

function lastOfEachDay(
  { expression, anchor }: { expression: Expression; anchor: Date },
  from: Date,
  to: Date,
): Date[] {
  const found: Date[] = [];
  for (let start = from.getTime(); start < to.getTime(); start += DAY) {
    const last = lastBefore(
      { expression, anchor },
      new Date(start),
      new Date(Math.min(start + DAY, to.getTime())),
    );
    if (last) found.push(last);
  }
  return found;
}

function lastBefore(
  { expression, anchor }: { expression: Expression; anchor: Date },
  from: Date,
  to: Date,
): Date | undefined {
  let last: Date | undefined;
  for (let at = expression.next(from, anchor); at && at <= to; at = expression.next(at, anchor)) last = at;
  return last;
}
