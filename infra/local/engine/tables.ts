import { setTimeout as delay } from 'node:timers/promises';
import type { IndexSpec, TableKey, TableSpec } from '../assembly/tables.ts';
import { callEngine, EngineError } from './call.ts';

/** Creates the tables that the engine lacks; a table whose keys or indexes differ stops with a sentence. */
export async function createTables(engineUrl: string, tables: readonly TableSpec[]): Promise<void> {
  await Promise.all(tables.map((table) => createTable(engineUrl, table)));
}

async function createTable(url: string, table: TableSpec): Promise<void> {
  const found = await describe(url, table.name);
  if (found === undefined) await callEngine(url, 'CreateTable', definitionOf(table));
  else refuseDifference(table, found);
  while (field(await describe(url, table.name), 'TableStatus') !== 'ACTIVE') await delay(10);
  if (table.ttl !== undefined) await setTtl(url, table.name, table.ttl);
}

async function describe(url: string, name: string): Promise<unknown> {
  try {
    return (await callEngine(url, 'DescribeTable', { TableName: name }))['Table'];
  } catch (error) {
    if (error instanceof EngineError && error.code === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}

async function setTtl(url: string, table: string, attribute: string): Promise<void> {
  const { TimeToLiveDescription: now } = await callEngine(url, 'DescribeTimeToLive', { TableName: table });
  if (field(now, 'AttributeName') === attribute) return;
  await callEngine(url, 'UpdateTimeToLive', {
    TableName: table,
    TimeToLiveSpecification: { Enabled: true, AttributeName: attribute },
  });
}

/** The table as CreateTable, and a description of it for the importer, want it. */
export function definitionOf(table: TableSpec): Record<string, unknown> {
  const keys = [table, ...table.indexes]
    .flatMap((it) => [it.partition, it.sort])
    .filter((it) => it !== undefined);
  const types = new Map(keys.map((key) => [key.name, key.type]));
  return {
    TableName: table.name,
    KeySchema: schemaOf(table),
    AttributeDefinitions: [...types].map(([AttributeName, AttributeType]) => ({
      AttributeName,
      AttributeType,
    })),
    BillingMode: 'PAY_PER_REQUEST',
    ...(table.indexes.length > 0 && { GlobalSecondaryIndexes: table.indexes.map(indexOf) }),
    ...(table.streamView !== undefined && {
      StreamSpecification: { StreamEnabled: true, StreamViewType: table.streamView },
    }),
  };
}

const schemaOf = (it: { partition: TableKey; sort: TableKey | undefined }) => [
  { AttributeName: it.partition.name, KeyType: 'HASH' },
  ...(it.sort === undefined ? [] : [{ AttributeName: it.sort.name, KeyType: 'RANGE' }]),
];

const indexOf = (index: IndexSpec) => ({
  IndexName: index.name,
  KeySchema: schemaOf(index),
  Projection: {
    ProjectionType: index.projection.type,
    ...(index.projection.type === 'INCLUDE' && { NonKeyAttributes: index.projection.attributes }),
  },
});

function refuseDifference(table: TableSpec, found: unknown): void {
  const stream = field(field(found, 'StreamSpecification'), 'StreamViewType');
  const there = shape(field(found, 'KeySchema'), list(field(found, 'GlobalSecondaryIndexes')), stream);
  const wanted = shape(schemaOf(table), table.indexes.map(indexOf), table.streamView);
  if (there === wanted) return;
  throw new Error(
    `Table ${table.name} in the local database has other keys, indexes or stream than the template: export what you need, then delete the data directory (PORTAL_DATA).`,
  );
}

function shape(keys: unknown, indexes: unknown[], stream: unknown): string {
  const sorted = indexes
    .map((it) =>
      JSON.stringify([
        field(it, 'IndexName'),
        pairs(field(it, 'KeySchema')),
        field(field(it, 'Projection'), 'ProjectionType'),
      ]),
    )
    .sort();
  return JSON.stringify([pairs(keys), sorted, stream ?? null]);
}

const pairs = (schema: unknown) =>
  list(schema).map((it) => [field(it, 'AttributeName'), field(it, 'KeyType')]);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
