import type { Write } from './table.ts';

type Add = Extract<Write, { kind: 'add' }>;

/** Asks for nothing but that the item is there: it can go with whatever else is written to it. */
const joins = (write: Write): write is Add => write.kind === 'add' && write.expected === 'present';

const isSame = (a: Write, b: Write): boolean => {
  const [one, other] = [a, b].map((write) => (write.kind === 'put' ? write.item : write.key));
  return a.table === b.table && one?.pk === other?.pk && one?.sk === other?.sk;
};

function summed(a: Record<string, number>, b: Record<string, number>): Record<string, number> {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(names.map((name) => [name, (a[name] ?? 0) + (b[name] ?? 0)]));
}

/** Two writes of one item as one, on the condition of the first; undefined where one replaces the item. */
function both(first: Write, { add, set, bound }: Add): Write | undefined {
  if (first.kind !== 'check' && first.kind !== 'add') return undefined;
  const { table, key, expected } = first;
  const other = first.kind === 'add' ? first : { add: {}, set: undefined, bound: undefined };
  const bounds = [other.bound ?? [], bound ?? []].flat();
  const sets = { ...other.set, ...set };
  return {
    ...{ kind: 'add', table, key, expected, add: summed(other.add, add) },
    ...(bounds.length > 0 && { bound: bounds }),
    ...(Object.keys(sets).length > 0 && { set: sets }),
  };
}

/**
 * A transaction touches an item once: additions that ask for nothing but that their item is there become
 * part of what else is written to it, a check of it becoming the addition on the same condition.
 */
export function together(writes: readonly Write[]): Write[] {
  const made: Write[] = writes.filter((write) => !joins(write));
  for (const addition of writes.filter(joins)) {
    const at = made.findIndex((other) => isSame(other, addition));
    const found = made[at];
    const joined = found && both(found, addition);
    if (joined === undefined) made.push(addition);
    else made[at] = joined;
  }
  return made;
}
