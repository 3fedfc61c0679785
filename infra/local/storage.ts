import { existsSync, writeFileSync } from 'node:fs';
import type { TableName } from '#functions/store/table.ts';
import type { FunctionSpec } from './assembly/functions.ts';
import type { TableSpec } from './assembly/tables.ts';
import { type Engine, startEngine } from './engine/engine.ts';
import { importItems, writeItems } from './engine/load.ts';
import { createTables } from './engine/tables.ts';
import type { Home } from './home.ts';

export type StorageOptions = {
  home: Home;
  seed: 'demo' | 'empty';
  tables: readonly TableSpec[];
  nameOf: (table: TableName) => string;
  now: Date;
};

/**
 * Starts the engine with every table of the template. A new data directory gets the seed: imported into a new
 * database file before the engine opens it, or written item by item into an engine that is not ours.
 */
export async function openStorage({ home, seed, tables, nameOf, now }: StorageOptions): Promise<Engine> {
  const foreign = Boolean(process.env['PORTAL_DYNAMODB_ENDPOINT']);
  const database = home.file('portal.db');
  const seeded = foreign ? home.file('seeded') : database;
  const items = existsSync(seeded) ? undefined : await makeSeed({ seed, nameOf, now });
  if (items && !foreign) await importItems(database, tables, items);
  const engine = await startEngine({ storage: { kind: 'file', path: database } });
  try {
    await createTables(engine.url, tables);
    if (items && foreign) {
      await writeItems(engine.url, items);
      writeFileSync(seeded, seed);
    }
  } catch (error) {
    await engine.close();
    throw error;
  }
  return engine;
}

/** Loaded only when it is needed: most starts find their data. */
async function makeSeed({ seed, nameOf, now }: Pick<StorageOptions, 'seed' | 'nameOf' | 'now'>) {
  const { seedFor } = await import('#infra/operator/seed/load.ts');
  return seedFor(seed, now.toISOString(), nameOf);
}

/** Knows the deployed name of a table from what the functions are told (`TABLE_PORTAL` …). */
export function tableNames(functions: readonly FunctionSpec[]): (table: TableName) => string {
  const variables = Object.assign({}, ...functions.map(({ environment }) => environment));
  return (table) => {
    const name: unknown = variables[`TABLE_${table.toUpperCase()}`];
    if (typeof name !== 'string')
      throw new Error(`No function of the template is told the name of the table ${table}.`);
    return name;
  };
}
