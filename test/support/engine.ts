import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { CreateTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { fullJitter } from '#functions/runtime/backoff.ts';
import { type DynamoTable, dynamoTable } from '#functions/store/dynamo-table.ts';
import { INDEXES } from '#functions/store/keys.ts';
import { TABLES, type Table, type TableName } from '#functions/store/table.ts';

const BINARY = new URL('../../node_modules/@dynoxide/linux-x64/dynoxide', import.meta.url).pathname;

/** The engine ends when its standard input closes, so that even a killed test leaves none behind. */
const UNTIL_WE_GO = '"$0" serve --port "$1" >/dev/null 2>&1 & engine=$!; read -r _; kill "$engine"';

const INDEX_OF: Partial<Record<TableName, readonly (keyof typeof INDEXES)[]>> = {
  portal: ['caseload', 'inbox'],
  events: ['slot'],
};

/** A table's physical name in tests; the tables keep to themselves whatever the stage is called. */
export const NAMES: Record<TableName, string> = {
  directory: 'test-directory',
  sessions: 'test-sessions',
  portal: 'test-portal',
  events: 'test-events',
  people: 'test-people',
  keys: 'test-keys',
  audit: 'test-audit',
  insight: 'test-insight',
};

export type TestEngine = {
  url: string;
  client: DynamoDBClient;
  table: Table;
  /** Another port on the same engine, e.g. with a clock of its own or with units counted. */
  tableWith(options: Partial<DynamoTable>): Table;
  close(): Promise<void>;
};

/** Starts one engine in memory with every table and index of keys.ts, for one test file. */
export async function startEngine(): Promise<TestEngine> {
  const port = await freePort();
  const engine = spawn('/bin/sh', ['-c', UNTIL_WE_GO, BINARY, String(port)], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const url = `http://127.0.0.1:${port}`;
  const client = new DynamoDBClient({
    endpoint: url,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const tableWith = (options: Partial<DynamoTable>) =>
    dynamoTable({
      client,
      names: NAMES,
      now: () => new Date().toISOString(),
      backoff: fullJitter(2, 50),
      ...options,
    });
  await answering(client);
  await Promise.all(TABLES.map((name) => createTable(client, name)));
  const close = () =>
    new Promise<void>((resolve) => {
      client.destroy();
      engine.once('exit', () => resolve());
      engine.stdin?.end();
    });
  return { url, client, table: tableWith({}), tableWith, close };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function answering(client: DynamoDBClient): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    try {
      await client.send(new ListTablesCommand({}));
      return;
    } catch {
      await setTimeout(25);
    }
  }
  throw new Error('The embedded engine did not answer within five seconds');
}

async function createTable(client: DynamoDBClient, name: TableName): Promise<void> {
  const indexes = (INDEX_OF[name] ?? []).map((index) => INDEXES[index]);
  const attributes = new Set(['pk', 'sk', ...indexes.flatMap(({ partition, sort }) => [partition, sort])]);
  const keys = (partition: string, sort: string) => [
    { AttributeName: partition, KeyType: 'HASH' as const },
    { AttributeName: sort, KeyType: 'RANGE' as const },
  ];
  await client.send(
    new CreateTableCommand({
      TableName: NAMES[name],
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: keys('pk', 'sk'),
      AttributeDefinitions: [...attributes].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      ...(indexes.length > 0 && {
        GlobalSecondaryIndexes: indexes.map(({ name: IndexName, partition, sort }) => ({
          IndexName,
          KeySchema: keys(partition, sort),
          Projection: { ProjectionType: 'KEYS_ONLY' as const },
        })),
      }),
      ...(name === 'events' && { StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' } }),
    }),
  );
}
