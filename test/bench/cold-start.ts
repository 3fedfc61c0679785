import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { BUNDLING } from '#infra/build/functions.ts';
import { bundlePath } from '#infra/build/paths.ts';
import { writeItems } from '#infra/local/engine/load.ts';
import { seedFor } from '#infra/operator/seed/load.ts';
import { NAMES, startEngine } from '#test/support/engine.ts';
import { median, type Row } from './row.ts';

const FOLDER = resolve('.tmp/bench');
const ROUNDS = 15;
const SECRET = 'bench';

const EMPTY = 'export const handler = async () => ({ statusCode: 200, body: "hello" });';

/** What a first version of such a function looks like: the SDK as it comes, one stored answer. */
const PLAIN = `
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import middy from '@middy/core';
import { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
const client = new DynamoDBClient({});
const app = new Hono();
app.get('/api/groups/:id', async (c) => {
  const Key = { pk: { S: 'group#' + c.req.param('id') + '#' }, sk: { S: 'document' } };
  const { Item } = await client.send(new GetItemCommand({ TableName: process.env.TABLE_DIRECTORY, Key }));
  return c.json(Item);
});
export const handler = middy().handler(handle(app));
`;

async function anchor(name: string, source: string): Promise<string> {
  const outfile = `${FOLDER}/${name}.mjs`;
  await build({ ...BUNDLING, stdin: { contents: source, resolveDir: process.cwd(), loader: 'ts' }, outfile });
  return outfile;
}

function eventFor(groupId: string): string {
  const path = `${FOLDER}/event.json`;
  const rawPath = `/api/groups/${groupId}`;
  const http = {
    method: 'GET',
    path: rawPath,
    protocol: 'HTTP/1.1',
    sourceIp: '127.0.0.1',
    userAgent: 'bench',
  };
  const event = {
    version: '2.0',
    routeKey: 'GET /api/groups/{groupId}',
    rawPath,
    rawQueryString: '',
    headers: { host: 'portal.example.org', 'x-origin-verify': SECRET, 'x-viewer-ip': '192.0.2.1' },
    pathParameters: { groupId },
    requestContext: {
      http,
      requestId: 'bench',
      routeKey: 'GET /api/groups/{groupId}',
      stage: '$default',
      timeEpoch: 0,
    },
    isBase64Encoded: false,
  };
  writeFileSync(path, JSON.stringify(event));
  return path;
}

/** CPU milliseconds of one process that loads a bundle and gives its first answer. */
function coldStart(bundle: string, event: string, env: Record<string, string>): number {
  const run = spawnSync(process.execPath, [resolve('test/bench/cold-start-child.ts'), bundle, event], {
    env: { ...env, PATH: process.env['PATH'] ?? '' },
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`${bundle} did not start: ${run.stderr}`);
  const { cpu, status }: { cpu: number; status: number } = JSON.parse(run.stdout);
  if (status !== 200) throw new Error(`${bundle} answered ${status}`);
  return cpu;
}

/** Cold start of the public function against an empty handler and a plain bundle, in interleaved rounds. */
export async function coldStartRows(): Promise<Row[]> {
  mkdirSync(FOLDER, { recursive: true });
  const engine = await startEngine();
  try {
    const items = seedFor('demo', new Date().toISOString(), (table) => NAMES[table]);
    const directory = new Map([[NAMES.directory, items.get(NAMES.directory) ?? []]]);
    await writeItems(engine.url, directory);
    const event = eventFor(firstGroup(directory.get(NAMES.directory) ?? []));
    const env = {
      STAGE: 'bench',
      ORIGIN: 'https://portal.example.org',
      ORIGIN_SECRET_SHA256: createHash('sha256').update(SECRET).digest('hex'),
      TABLE_DIRECTORY: NAMES.directory,
      AWS_REGION: 'eu-west-2',
      AWS_ACCESS_KEY_ID: 'bench',
      AWS_SECRET_ACCESS_KEY: 'bench',
      AWS_ENDPOINT_URL: engine.url,
    };
    const bundles = {
      empty: await anchor('empty', EMPTY),
      plain: await anchor('plain', PLAIN),
      ours: `${bundlePath('public')}/index.mjs`,
    };
    const cpu: Record<keyof typeof bundles, number[]> = { empty: [], plain: [], ours: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const name of ['empty', 'ours', 'plain'] as const)
        cpu[name].push(coldStart(bundles[name], event, env));
    }
    return rowsFrom(
      { empty: median(cpu.empty), plain: median(cpu.plain), ours: median(cpu.ours) },
      bundles.ours,
    );
  } finally {
    await engine.close();
  }
}

function firstGroup(items: readonly Record<string, unknown>[]): string {
  const keys = items.map(({ pk }) => String(Object(pk).S));
  const group = keys.find((key) => key.startsWith('group#'));
  if (group === undefined) throw new Error('The seed has no group document');
  return group.split('#')[1] ?? '';
}

function rowsFrom(cpu: { empty: number; plain: number; ours: number }, bundle: string): Row[] {
  const size = statSync(bundle).size / 1024;
  const ms = (value: number) => `${value.toFixed(0)} ms CPU`;
  const ratio = cpu.ours / cpu.empty;
  return [
    {
      what: 'cold start, public function: load and first stored answer',
      measured: ms(cpu.ours),
      anchor: `empty handler ${ms(cpu.empty)}; plain Hono + Middy + SDK ${ms(cpu.plain)} (${(cpu.plain / cpu.empty).toFixed(1)}x)`,
      ratio: ratio.toFixed(2),
      goal: '<= 4.0 (stretch 3.0)',
      met: ratio <= 4,
    },
    {
      what: 'bundle of the public function',
      measured: `${size.toFixed(0)} KB`,
      anchor: `plain ${(readFileSync(`${FOLDER}/plain.mjs`).byteLength / 1024).toFixed(0)} KB`,
      ratio: (size / (readFileSync(`${FOLDER}/plain.mjs`).byteLength / 1024)).toFixed(2),
      goal: '<= 320 KB',
      met: size <= 320,
    },
  ];
}
