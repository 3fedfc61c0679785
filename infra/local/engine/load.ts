import type { TableSpec } from '../assembly/tables.ts';

/** Items in DynamoDB's JSON (`{pk: {S: '…'}}`) by table name. */
export type ItemsByTable = ReadonlyMap<string, Iterable<Record<string, unknown>>>;

/** Makes a new database file with all tables and the given items in one go; no engine may hold the file. Writes no stream records. */
export function importItems(path: string, tables: readonly TableSpec[], items: ItemsByTable): Promise<void> {
  return Promise.reject(new Error(`Not there yet: ${path} ${tables.length} ${items.size}`));
}

/** Writes items by BatchWriteItem into a running engine (memory or foreign). Writes stream records. */
export function writeItems(engineUrl: string, items: ItemsByTable): Promise<void> {
  return Promise.reject(new Error(`Not there yet: ${engineUrl} ${items.size}`));
}
