import type { Item, Value } from './table.ts';

/** A DynamoDB attribute value, the six kinds the port can carry. */
export type Attribute =
  | { S: string }
  | { N: string }
  | { BOOL: boolean }
  | { NULL: true }
  | { B: Uint8Array }
  | { L: Attribute[] }
  | { M: Record<string, Attribute> };
export type Attributes = Record<string, Attribute>;

/** Writes one value as an attribute. */
export function toAttribute(value: Value): Attribute {
  if (value === null) return { NULL: true };
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value instanceof Uint8Array) return { B: value };
  if (Array.isArray(value)) return { L: value.map(toAttribute) };
  return { M: toAttributes(value) };
}

/** Writes the attributes of an item, leaving out what is undefined. */
export function toAttributes(item: Record<string, Value | undefined>): Attributes {
  const attributes: Attributes = {};
  for (const [name, value] of Object.entries(item)) {
    if (value !== undefined) attributes[name] = toAttribute(value);
  }
  return attributes;
}

const READERS: Record<string, (value: never) => Value> = {
  S: (value: string) => value,
  N: (value: string) => Number(value),
  BOOL: (value: boolean) => value,
  NULL: () => null,
  B: (value: Uint8Array) => Uint8Array.from(value),
  L: (value: object[]) => value.map(fromAttribute),
  M: (value: object) => fromAttributes(value),
};

/** Reads one attribute back; throws on a kind this system never writes. */
export function fromAttribute(attribute: object): Value {
  const [kind = '', value] = Object.entries(attribute)[0] ?? [];
  const reader = READERS[kind];
  if (reader === undefined) throw new Error(`An attribute of kind ${kind} is never written here`);
  // Each reader takes what DynamoDB sends beside its kind.
  return reader(value as never);
}

function fromAttributes(attributes: object): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const [name, attribute] of Object.entries(attributes)) values[name] = fromAttribute(attribute);
  return values;
}

/** Reads an item back. An item that carries no shape version counts as shape 1. */
export function toItem(attributes: object): Item {
  const values = fromAttributes(attributes);
  const number = (name: string) => (typeof values[name] === 'number' ? { [name]: values[name] } : {});
  return {
    ...values,
    pk: String(values['pk']),
    sk: String(values['sk']),
    schema: typeof values['schema'] === 'number' ? values['schema'] : 1,
    ...number('version'),
    ...number('ttl'),
  };
}
