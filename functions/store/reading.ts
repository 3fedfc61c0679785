import type { Stored } from './record.ts';
import type { Item, Key, Table, TableName } from './table.ts';

/** What reads one kind of item back: a record, or the two functions of a kind that keeps more beside its body. */
type Reader<T> = { kind: string; fromItem: (item: Item) => Stored<T> };

/** `eventual` halves the cost of a read whose answer a condition checks again before anything is written. */
export type Freshness = 'eventual' | undefined;

/** One item of *portal*, or undefined when there is none. A body that fits no shape throws. */
export async function findOne<T>(
  table: Table,
  key: Key,
  how: { reader: Reader<T>; from?: TableName; read?: Freshness },
): Promise<Stored<T> | undefined> {
  const item = await table.get(how.from ?? 'portal', key, how.read);
  return item === undefined ? undefined : how.reader.fromItem(item);
}

/** Rows that could be read, in the order asked, and the keys of those that fit no shape. */
export type Rows<T> = { rows: Stored<T>[]; unfit: Key[] };

/** Several items of *portal* at once (at most 100): one that fits no shape is left out and named. */
export async function findMany<T>(
  table: Table,
  keys: readonly Key[],
  how: { reader: Reader<T>; read?: Freshness },
): Promise<Rows<T>> {
  if (keys.length === 0) return { rows: [], unfit: [] };
  const names = keys.map(({ pk, sk }) => ({ pk, sk }));
  const items = await table.getMany('portal', names, how.read);
  const rows: Stored<T>[] = [];
  const unfit: Key[] = [];
  for (const item of items) {
    try {
      rows.push(how.reader.fromItem(item));
    } catch {
      unfit.push({ pk: item.pk, sk: item.sk });
    }
  }
  return { rows, unfit };
}
