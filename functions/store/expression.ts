import { type Attributes, toAttribute } from './attributes.ts';
import type { Bound, Expected, Query, Value, Write } from './table.ts';

type Add = Extract<Write, { kind: 'add' }>;

/** Collects names and values of one expression, so that no attribute name can clash with a reserved word. */
export function expressionParts(now: number) {
  const names: Record<string, string> = {};
  const values: Attributes = {};
  const name = (attribute: string) => {
    names[`#${attribute}`] = attribute;
    return `#${attribute}`;
  };
  const value = (given: Value) => {
    const placeholder = `:v${Object.keys(values).length}`;
    values[placeholder] = toAttribute(given);
    return placeholder;
  };
  /** An item past its ttl is still there for days: every condition has to look for itself. */
  const alive = () => `(attribute_not_exists(${name('ttl')}) OR ${name('ttl')} > ${value(now)})`;
  const gone = () => `(attribute_not_exists(${name('pk')}) OR ${name('ttl')} <= ${value(now)})`;
  return { names, values, name, value, alive, gone };
}
type Parts = ReturnType<typeof expressionParts>;

/** The condition under which a write may happen, or undefined when it always may. */
export function conditionOf(parts: Parts, expected: Expected): string | undefined {
  if (expected === 'any') return undefined;
  if (expected === 'absent') return parts.gone();
  if (expected === 'present') return `attribute_exists(${parts.name('pk')}) AND ${parts.alive()}`;
  if ('version' in expected) {
    return `${parts.name('version')} = ${parts.value(expected.version)} AND ${parts.alive()}`;
  }
  return `${parts.name(expected.attribute)} = ${parts.value(expected.equals)} AND ${parts.alive()}`;
}

/** The bound of an addition as a condition on the number before it; an absent number counts as 0. */
function boundOf(parts: Parts, write: Add, bound: Bound): string {
  const delta = write.add[bound.attribute] ?? 0;
  const attribute = parts.name(bound.attribute);
  const limits: string[] = [];
  if (bound.atMost !== undefined) limits.push(`${attribute} <= ${parts.value(bound.atMost - delta)}`);
  if (bound.atLeast !== undefined) limits.push(`${attribute} >= ${parts.value(bound.atLeast - delta)}`);
  const fromNothing = delta <= (bound.atMost ?? delta) && delta >= (bound.atLeast ?? delta);
  const within = `(${limits.join(' AND ')})`;
  return fromNothing ? `(attribute_not_exists(${attribute}) OR ${within})` : within;
}

/** The update and condition of an addition. An expired item is refused, so that no count goes on from it. */
export function additionOf(parts: Parts, write: Add) {
  const added = Object.entries(write.add).map(([name, by]) => `${parts.name(name)} ${parts.value(by)}`);
  const set = Object.entries(write.set ?? {}).map(([name, to]) => `${parts.name(name)} = ${parts.value(to)}`);
  const update = [`ADD ${added.join(', ')}`, ...(set.length > 0 ? [`SET ${set.join(', ')}`] : [])].join(' ');
  const expected = write.expected === 'absent' ? `attribute_not_exists(${parts.name('pk')})` : undefined;
  const conditions = [
    expected ?? conditionOf(parts, write.expected) ?? parts.alive(),
    ...[write.bound ?? []].flat().map((bound) => boundOf(parts, write, bound)),
  ];
  return { update, condition: conditions.join(' AND ') };
}

/** The key condition of a query. */
export function keyConditionOf(parts: Parts, query: Query): string {
  const partition = `${parts.name(query.partition.name ?? 'pk')} = ${parts.value(query.partition.value)}`;
  if (query.sort === undefined) return partition;
  const sort = parts.name(query.sort.name ?? 'sk');
  if ('beginsWith' in query.sort) {
    return `${partition} AND begins_with(${sort}, ${parts.value(query.sort.beginsWith)})`;
  }
  const { from, to } = query.sort;
  return `${partition} AND ${sort} BETWEEN ${parts.value(from)} AND ${parts.value(to)}`;
}
