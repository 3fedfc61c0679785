/**
 * The one port to DynamoDB. Commands and readers see plain items through it; expressions live in
 * dynamo-table.ts alone. Every item has `pk`, `sk`, `schema` (shape version), and where two may
 * change it `version` (the lock); `ttl` is epoch seconds and a read treats an expired item as absent.
 */
export const TABLES = [
  'directory',
  'sessions',
  'portal',
  'events',
  'people',
  'keys',
  'audit',
  'insight',
] as const;
/** Tables by who may touch them; the adapter knows their deployed names. */
export type TableName = (typeof TABLES)[number];

export type Key = { pk: string; sk: string };

/** Attribute values as the port passes them: JSON plus bytes for sealed contents. */
export type Value = string | number | boolean | null | Uint8Array | Value[] | { [name: string]: Value };
export type Item = Key & {
  schema: number;
  version?: number;
  ttl?: number;
  [name: string]: Value | undefined;
};

/** When a write may happen. `absent`: no item there; a number: the version read before; `any`: always. */
export type Expected =
  | 'absent'
  | 'present'
  | 'any'
  | { version: number }
  | { attribute: string; equals: Value };

/** What a number may be after an addition; an absent number counts as 0 before it. */
export type Bound = { attribute: string; atLeast?: number; atMost?: number };

export type Write =
  | { kind: 'put'; table: TableName; item: Item; expected: Expected }
  | { kind: 'delete'; table: TableName; key: Key; expected: Expected }
  | { kind: 'check'; table: TableName; key: Key; expected: Expected }
  /** Adds to numbers in place; each `bound` must hold after the addition, or the write fails its condition. */
  | {
      kind: 'add';
      table: TableName;
      key: Key;
      add: Record<string, number>;
      set?: Record<string, Value>;
      bound?: Bound | readonly Bound[];
      expected: Expected;
    };

/** Which write of a transaction failed its condition, with the item that stood there if there was one. */
export type Conflict = { index: number; item: Item | undefined };
export type Written = { ok: true } | { ok: false; conflicts: Conflict[] };

export type Query = {
  table: TableName;
  index?: string;
  /** Attribute names default to pk and sk; an index names its own. */
  partition: { name?: string; value: string };
  sort?: { name?: string; beginsWith: string } | { name?: string; from: string; to: string };
  descending?: boolean;
  limit: number;
  after?: Record<string, string>;
  consistent?: boolean;
};
export type Page = { items: Item[]; next: Record<string, string> | undefined };

export type Table = {
  /** The item, strongly consistent unless `eventual`; undefined when absent or past its ttl. */
  get(table: TableName, key: Key, read?: 'eventual'): Promise<Item | undefined>;
  /** The items that exist, in the order of the keys asked (at most 100 keys); absent ones are left out. */
  getMany(table: TableName, keys: readonly Key[], read?: 'eventual'): Promise<Item[]>;
  query(query: Query): Promise<Page>;
  /** One write. Answers the conflict as a value; throttles and outages are thrown. */
  write(write: Write): Promise<Written>;
  /**
   * All or nothing, at most 100 writes. A transaction that lost to another in flight is tried again
   * here; a failed condition is answered as a value. `token` makes a retry within ten minutes one effect.
   */
  transact(writes: readonly Write[], token?: string): Promise<Written>;
};
