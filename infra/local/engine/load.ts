import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { TableSpec } from '../assembly/tables.ts';
import { engineBinary } from './binary.ts';
import { callEngine } from './call.ts';
import { definitionOf } from './tables.ts';

/** Items in DynamoDB's JSON (`{pk: {S: '…'}}`) by table name. */
export type ItemsByTable = ReadonlyMap<string, Iterable<Record<string, unknown>>>;

const BATCH = 25;
const LANES = 4;
const LAST_TRY = 8;

/**
 * Makes a new database file with the given items, all or nothing: thousands in a second. The file must
 * not exist. Tables without items are left for `createTables`, to be called once an engine serves the
 * file. Writes no stream records, so projections must be among the items.
 */
export async function importItems(
  database: string,
  tables: readonly TableSpec[],
  items: ItemsByTable,
): Promise<void> {
  if (existsSync(database))
    throw new Error(`${database} is there already: items are imported into a new file only.`);
  mkdirSync(path.dirname(database), { recursive: true, mode: 0o700 });
  const work = mkdtempSync(`${database}-import-`);
  try {
    const schema = tables.map((table) => ({ Table: definitionOf(table) }));
    writeFileSync(path.join(work, 'schema.json'), JSON.stringify(schema));
    for (const [table, rows] of items) writeExport(path.join(work, 'export', table, 'data'), rows);
    const output = path.join(work, 'portal.db');
    await promisify(execFile)(engineBinary(), [
      'import',
      ...['--source', path.join(work, 'export')],
      ...['--schema', path.join(work, 'schema.json')],
      ...['--output', output],
    ]);
    renameSync(output, database);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function writeExport(directory: string, rows: Iterable<Record<string, unknown>>): void {
  const lines: string[] = [];
  for (const row of rows) lines.push(JSON.stringify({ Item: row }));
  if (lines.length === 0) return;
  mkdirSync(directory, { recursive: true });
  writeFileSync(path.join(directory, 'items.json.gz'), gzipSync(lines.join('\n'), { level: 1 }));
}

/** Writes items by BatchWriteItem into a running engine (memory or foreign). Writes stream records. */
export async function writeItems(engineUrl: string, items: ItemsByTable): Promise<void> {
  const batches = batchesOf(items);
  let next = 0;
  const lane = async () => {
    for (let batch = batches[next++]; batch !== undefined; batch = batches[next++]) {
      await writeBatch(engineUrl, batch);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

function batchesOf(items: ItemsByTable): Record<string, unknown>[] {
  const batches: Record<string, unknown>[] = [];
  for (const [table, rows] of items) {
    const requests = [...rows].map((Item) => ({ PutRequest: { Item } }));
    for (let start = 0; start < requests.length; start += BATCH) {
      batches.push({ [table]: requests.slice(start, start + BATCH) });
    }
  }
  return batches;
}

async function writeBatch(engineUrl: string, batch: Record<string, unknown>): Promise<void> {
  let RequestItems: unknown = batch;
  for (let attempt = 0; attempt < LAST_TRY; attempt += 1) {
    const { UnprocessedItems } = await callEngine(engineUrl, 'BatchWriteItem', { RequestItems });
    if (typeof UnprocessedItems !== 'object' || UnprocessedItems === null) return;
    if (Object.keys(UnprocessedItems).length === 0) return;
    RequestItems = UnprocessedItems;
    await delay(20 * 2 ** attempt);
  }
  throw new Error('The engine kept refusing part of a batch of items.');
}
