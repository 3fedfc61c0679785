import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import type { TableSpec } from '#infra/local/assembly/tables.ts';
import { engineBinary } from '#infra/local/engine/binary.ts';
import { callEngine } from '#infra/local/engine/call.ts';
import { type Engine, startEngine } from '#infra/local/engine/engine.ts';
import { importItems, writeItems } from '#infra/local/engine/load.ts';
import { createTables } from '#infra/local/engine/tables.ts';

const directories: string[] = [];
const engines: Engine[] = [];

afterEach(async () => {
  await Promise.all(engines.splice(0).map((engine) => engine.close()));
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true });
});

function databasePath(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'portal-engine-'));
  directories.push(directory);
  return path.join(directory, 'portal.db');
}

async function started(storage: Parameters<typeof startEngine>[0]['storage']): Promise<Engine> {
  const engine = await startEngine({ storage });
  engines.push(engine);
  return engine;
}

const table = (name: string): TableSpec => ({
  logicalId: name,
  name,
  arn: `arn:aws:dynamodb:eu-west-2:000000000000:table/${name}`,
  partition: { name: 'pk', type: 'S' },
  sort: { name: 'sk', type: 'S' },
  indexes: [
    {
      name: 'slot',
      partition: { name: 'slot', type: 'S' },
      sort: undefined,
      projection: { type: 'KEYS_ONLY', attributes: [] },
    },
  ],
  ttl: 'ttl',
  streamArn: undefined,
  streamView: 'NEW_AND_OLD_IMAGES',
  kmsKeyArn: undefined,
});

const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    pk: { S: `p${index}` },
    sk: { S: 's' },
    slot: { S: `slot${index % 3}` },
  }));

const count = async (engine: Engine, name: string) =>
  (await callEngine(engine.url, 'Scan', { TableName: name, Select: 'COUNT' }))['Count'];

const alive = (pid: number) => {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
};

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    if (await condition()) return;
    await delay(25);
  }
  throw new Error('That never came true.');
}

/** A runner of its own that starts an engine on the file and says its process number. */
async function otherRunner(database: string) {
  const script = `
    import { startEngine } from '#infra/local/engine/engine.ts';
    const engine = await startEngine({ storage: { kind: 'file', path: process.argv[1] } });
    console.log(engine.pid);
    setInterval(() => {}, 1000);`;
  const child = spawn('node', ['--input-type=module', '-e', script, database], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await once(child.stdout, 'data');
  return { child, enginePid: Number(String(said)) };
}

test('keeps what was written to a file across a restart', async () => {
  const storage = { kind: 'file', path: databasePath() } as const;
  const first = await started(storage);
  await createTables(first.url, [table('events')]);
  await writeItems(first.url, new Map([['events', rows(60)]]));
  await first.close();

  const second = await started(storage);
  await createTables(second.url, [table('events')]);
  expect(await count(second, 'events')).toBe(60);
});

test('makes the index, the stream and the time to live that the template names', async () => {
  const engine = await started({ kind: 'memory' });
  await createTables(engine.url, [table('events')]);
  const described = JSON.stringify(await callEngine(engine.url, 'DescribeTable', { TableName: 'events' }));
  expect(described).toContain('"IndexName":"slot"');
  expect(described).toContain('NEW_AND_OLD_IMAGES');
  const ttl = await callEngine(engine.url, 'DescribeTimeToLive', { TableName: 'events' });
  expect(ttl['TimeToLiveDescription']).toMatchObject({ AttributeName: 'ttl', TimeToLiveStatus: 'ENABLED' });
});

test('says that a database of an older template has to be exported and removed', async () => {
  const engine = await started({ kind: 'memory' });
  await createTables(engine.url, [table('events')]);
  await expect(createTables(engine.url, [{ ...table('events'), indexes: [] }])).rejects.toThrow(
    'Table events in the local database has other keys, indexes or stream than the template',
  );
});

test('imports items into a new file, with their index, and leaves empty tables to be made', async () => {
  const database = databasePath();
  await importItems(
    database,
    [table('events'), table('portal')],
    new Map([
      ['events', rows(1000)],
      ['portal', []],
    ]),
  );
  const engine = await started({ kind: 'file', path: database });
  await createTables(engine.url, [table('events'), table('portal')]);
  expect(await count(engine, 'events')).toBe(1000);
  expect(await count(engine, 'portal')).toBe(0);
  const query = await callEngine(engine.url, 'Query', {
    TableName: 'events',
    IndexName: 'slot',
    KeyConditionExpression: 'slot = :slot',
    ExpressionAttributeValues: { ':slot': { S: 'slot1' } },
  });
  expect(query['Count']).toBe(333);
});

test('imports into a new file only', async () => {
  const database = databasePath();
  writeFileSync(database, 'somebody’s data');
  await expect(importItems(database, [table('events')], new Map([['events', rows(1)]]))).rejects.toThrow(
    'is there already',
  );
  expect(readFileSync(database, 'utf8')).toBe('somebody’s data');
});

test('the engine ends when its runner is killed without a farewell', async () => {
  const { child, enginePid } = await otherRunner(databasePath());
  expect(alive(enginePid)).toBe(true);
  child.kill('SIGKILL');
  await until(() => !alive(enginePid));
});

test('an engine that survived its runner is ended by the next start on the same file', async () => {
  const database = databasePath();
  const orphan = spawn(engineBinary(), ['serve', '--port', '0', '--db-path', database], {
    stdio: 'ignore',
    detached: true,
  });
  const pid = orphan.pid ?? 0;
  await until(() => alive(pid));
  writeFileSync(`${database}.pid`, JSON.stringify({ engine: pid, runner: 999_999_999, runnerStarted: '1' }));
  const engine = await started({ kind: 'file', path: database });
  expect(alive(pid)).toBe(false);
  expect(engine.pid).not.toBe(pid);
});

test('a process that merely reuses a leftover’s number is not touched', async () => {
  const database = databasePath();
  const bystander = spawn('sleep', ['30'], { stdio: 'ignore' });
  const pid = bystander.pid ?? 0;
  writeFileSync(`${database}.pid`, JSON.stringify({ engine: pid, runner: pid, runnerStarted: 'long ago' }));
  await started({ kind: 'file', path: database });
  expect(alive(pid)).toBe(true);
  bystander.kill();
});

test('a second portal on the same directory is told who holds it', async () => {
  const database = databasePath();
  const { child, enginePid } = await otherRunner(database);
  await expect(startEngine({ storage: { kind: 'file', path: database } })).rejects.toThrow(
    `already running on ${database} (process ${child.pid})`,
  );
  expect(alive(enginePid)).toBe(true);
  child.kill('SIGKILL');
  await until(() => !alive(enginePid));
});

test('an engine on a file that dies by itself is started again with its data', async () => {
  const engine = await started({ kind: 'file', path: databasePath() });
  await createTables(engine.url, [table('events')]);
  await writeItems(engine.url, new Map([['events', rows(10)]]));
  const first = engine.pid ?? 0;
  process.kill(first, 'SIGKILL');
  await until(() => !alive(first));
  await until(async () => (await count(engine, 'events').catch(() => undefined)) === 10);
  await until(() => engine.pid !== first);
});

test('a platform without an engine is told what is missing and what to do', () => {
  expect(() => engineBinary('darwin-arm64')).toThrow(
    /^The embedded DynamoDB engine \(@dynoxide\/darwin-arm64\) is not installed for this machine: .*PORTAL_DYNAMODB_ENDPOINT=http/,
  );
});

test('another engine named by PORTAL_DYNAMODB_ENDPOINT is used and left running', async () => {
  const other = await started({ kind: 'memory' });
  process.env['PORTAL_DYNAMODB_ENDPOINT'] = other.url;
  try {
    const engine = await startEngine({ storage: { kind: 'file', path: '/nowhere/at/all.db' } });
    expect(engine).toMatchObject({ url: other.url, pid: undefined });
    await engine.close();
    expect(await callEngine(other.url, 'ListTables', {})).toEqual({ TableNames: [] });
    process.env['PORTAL_DYNAMODB_ENDPOINT'] = 'http://127.0.0.1:9';
    await expect(startEngine({ storage: { kind: 'memory' } })).rejects.toThrow('No DynamoDB engine answers');
  } finally {
    delete process.env['PORTAL_DYNAMODB_ENDPOINT'];
  }
});
