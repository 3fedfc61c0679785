import type { Path, Step } from './json-text.ts';

/**
 * A value of a file and where it stands. `joined` holds what a table of its own says of it, so that a
 * feed of tables reads like a nested one and every fault still names the row it stands in.
 */
export type Node = { value: unknown; path: Path; joined?: Readonly<Record<string, readonly Node[]>> };

/** Something in a file that is not of the kind it must be. */
export type Fault = { path: Path; text: string };
export type Faults = Fault[];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isObjectNode = ({ value }: Node): boolean => isObject(value);

/** The property of a node as a node; absent, null and empty alike are undefined. */
export function child(node: Node, name: string): Node | undefined {
  const [joined] = node.joined?.[name] ?? [];
  if (joined !== undefined) return joined;
  const value = isObject(node.value) && Object.hasOwn(node.value, name) ? node.value[name] : undefined;
  return value === undefined || value === null || value === ''
    ? undefined
    : { value, path: [...node.path, name] };
}

/** The elements of a list, without its nulls. */
export const elements = ({ value, path }: Node): Node[] =>
  Array.isArray(value)
    ? value.flatMap((one: unknown, index) =>
        one === null ? [] : [{ value: one, path: [...path, index] satisfies Step[] }],
      )
    : [];

/** No text of a directory is read further than this, so that none takes long; what is kept is shorter still. */
export const LONGEST_TEXT = 5000;

/** A text, also where a number or yes or no stands in its place; null when there is none. */
export function textOf(node: Node, name: string, faults: Faults): string | null {
  const found = child(node, name);
  if (found === undefined) return null;
  const { value } = found;
  if (typeof value === 'string') return value.slice(0, LONGEST_TEXT).trim() || null;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  faults.push({ path: found.path, text: 'this must be a text' });
  return null;
}

/** A number, also where it is written as a text; null when there is none that can be read. */
export function numberOf(node: Node, name: string, faults: Faults): number | null {
  const text = textOf(node, name, faults);
  if (text === null) return null;
  const plain = text
    .replace(/^£\s*/, '')
    .replace(/,(?=\d{3}\b)/g, '')
    .replace(',', '.');
  const value = /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}

/** The objects of a list; one object alone counts as a list of one. */
export function listOf(node: Node, name: string, faults: Faults): Node[] {
  const joined = node.joined?.[name];
  if (joined !== undefined) return [...joined];
  const found = child(node, name);
  if (found === undefined) return [];
  if (isObject(found.value)) return [found];
  if (!Array.isArray(found.value)) faults.push({ path: found.path, text: 'this must be a list' });
  return elements(found).filter((one) => {
    if (!isObject(one.value)) faults.push({ path: one.path, text: 'this must be an object' });
    return isObject(one.value);
  });
}

/** An object; undefined when there is none. */
export function objectOf(node: Node, name: string, faults: Faults): Node | undefined {
  const found = child(node, name);
  if (found === undefined || isObject(found.value)) return found;
  faults.push({ path: found.path, text: 'this must be an object' });
  return undefined;
}
