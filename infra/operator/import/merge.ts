import { hashOf } from '#functions/runtime/secrets.ts';
import type { FieldMarks } from '#functions/store/directory-reading.ts';

/** A value as text, the same whatever the order its parts were read in. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${parts.map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`).join(',')}}`;
}

const markOf = (value: unknown): string => hashOf(canonical(value)).slice(0, 8);

/** A short hash of each field. */
export const marksOf = (content: Record<string, unknown>): FieldMarks =>
  Object.fromEntries(Object.entries(content).map(([name, value]) => [name, markOf(value)]));

export const isSame = (a: FieldMarks, b: FieldMarks): boolean => canonical(a) === canonical(b);

/** Fields that take the directory's new value, and fields it changed that people here had changed too. */
export type Merged<T> = { taken: Partial<T>; kept: string[] };

/**
 * What of a directory's new words is taken over: a field it changed, while it still is as the directory
 * had it before. What a group or a coordinator has edited since is theirs and stays.
 */
export function merge<T extends Record<string, unknown>>(
  current: Record<string, unknown>,
  next: T,
  before: FieldMarks,
): Merged<T> {
  const merged: Merged<T> = { taken: {}, kept: [] };
  for (const name in next) {
    const now = markOf(current[name]);
    const said = markOf(next[name]);
    if (said === before[name] || said === now) continue;
    if (now === before[name]) merged.taken[name] = next[name];
    else merged.kept.push(name);
  }
  return merged;
}
