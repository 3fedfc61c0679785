import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { EventSourceSpec } from '#infra/local/assembly/event-sources.ts';
import type { TableSpec } from '#infra/local/assembly/tables.ts';
import { callEngine } from '#infra/local/engine/call.ts';
import { type Engine, startEngine } from '#infra/local/engine/engine.ts';
import { createTables } from '#infra/local/engine/tables.ts';
import { createStreams, type Streams } from '#infra/local/streams/streams.ts';
import type { Outcome } from '#infra/local/workers/protocol.ts';
import { functionArn, functionSpec, ownDirectory } from './support.ts';

const DEAD_LETTERS = 'arn:aws:sqs:eu-west-2:000000000000:dead-letters';
let engine: Engine;
beforeAll(async () => {
  engine = await startEngine({ storage: { kind: 'memory' } });
});
afterAll(() => engine.close());

let tables = 0;
/** A table of this test alone, with a stream. */
async function tableWithStream(): Promise<TableSpec> {
  tables += 1;
  const name = `events-${tables}`;
  const arn = `arn:aws:dynamodb:eu-west-2:000000000000:table/${name}`;
  const table: TableSpec = {
    logicalId: name,
    name,
    arn,
    partition: { name: 'pk', type: 'S' },
    sort: { name: 'sk', type: 'S' },
    indexes: [],
    ttl: undefined,
    streamArn: `${arn}/stream/local`,
    streamView: 'NEW_IMAGE',
    kmsKeyArn: undefined,
  };
  await createTables(engine.url, [table]);
  return table;
}

const put = (table: TableSpec, pk: string, sk: string, type = 'referral.sent') =>
  callEngine(engine.url, 'PutItem', {
    TableName: table.name,
    Item: { pk: { S: pk }, sk: { S: sk }, type: { S: type } },
  });

type Seen = { pk: string; sk: string };
type Bench = {
  streams: Streams;
  seen: Seen[];
  batches: Seen[][];
  letters: Record<string, unknown>[];
  asked: { action: string; resource: string }[];
};
type Setting = {
  table: TableSpec;
  spec?: Partial<EventSourceSpec>;
  checkpointFile?: string;
  answer?: (batch: Seen[]) => Promise<Outcome> | Outcome;
  allowed?: (action: string) => boolean;
};

/** Streams with one mapping to a function that answers as told. */
function bench({ table, spec = {}, checkpointFile, answer, allowed = () => true }: Setting): Bench {
  const kept: Omit<Bench, 'streams'> = { seen: [], batches: [], letters: [], asked: [] };
  const streams = createStreams({
    tables: [table],
    engineUrl: engine.url,
    checkpointFile,
    retryMilliseconds: 5,
    eventSources: [mapping(table, spec)],
    platform: {
      functions: {
        find: () => functionSpec('consumer'),
        invoke: async (_, event) => {
          const batch = recordsOf(event);
          kept.batches.push(batch);
          const outcome = (await answer?.(batch)) ?? { ok: true, value: undefined };
          if (outcome.ok) kept.seen.push(...batch);
          return outcome;
        },
      },
      // The destination of failures only ever gets messages sent.
      queues: { send: (_: string, body: string) => kept.letters.push(JSON.parse(body)) } as never,
      allowed: (request) => {
        kept.asked.push({ action: request.action, resource: request.resource });
        return allowed(request.action);
      },
      report: (message) => {
        throw new Error(message);
      },
    },
  });
  onTestFinished(() => streams.close());
  return { streams, ...kept };
}

const recordsOf = (event: unknown): Seen[] => {
  const { Records } = JSON.parse(JSON.stringify(event));
  return Records.map((record: { dynamodb: { NewImage: { pk: { S: string }; sk: { S: string } } } }) => ({
    pk: record.dynamodb.NewImage.pk.S,
    sk: record.dynamodb.NewImage.sk.S,
  }));
};

function mapping(table: TableSpec, change: Partial<EventSourceSpec>): EventSourceSpec {
  return {
    logicalId: 'Mapping',
    functionArn: functionArn('consumer'),
    sourceArn: table.streamArn ?? '',
    kind: 'stream',
    enabled: true,
    batchSize: 10,
    windowSeconds: 20,
    startingPosition: 'TRIM_HORIZON',
    parallelization: 1,
    maximumRetries: 2,
    maximumAgeSeconds: -1,
    bisect: true,
    onFailureArn: DEAD_LETTERS,
    reportBatchItemFailures: true,
    maximumConcurrency: undefined,
    patterns: [],
    ...change,
  };
}

describe('a mapping on a stream', () => {
  test('hands over every record, those of one aggregate in order, no longer waiting for the batch window', async () => {
    const table = await tableWithStream();
    const { streams, seen } = bench({ table });
    streams.start();
    for (let turn = 0; turn < 30; turn += 1)
      await put(table, `aggregate-${turn % 6}`, String(turn).padStart(2, '0'));
    const begun = performance.now();
    await streams.drained();
    expect(performance.now() - begun).toBeLessThan(5000);
    expect(seen).toHaveLength(30);
    for (let aggregate = 0; aggregate < 6; aggregate += 1) {
      const order = seen.filter(({ pk }) => pk === `aggregate-${aggregate}`).map(({ sk }) => sk);
      expect(order).toEqual([...order].sort());
      expect(order).toHaveLength(5);
    }
  });

  test('works on several virtual shards at once, so that races show', async () => {
    const table = await tableWithStream();
    let running = 0;
    let most = 0;
    const { streams } = bench({
      table,
      answer: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 50));
        running -= 1;
        return { ok: true, value: undefined };
      },
    });
    for (let turn = 0; turn < 40; turn += 1) await put(table, `aggregate-${turn}`, '1');
    streams.start();
    await streams.drained();
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(4);
  });

  test('sends a poison record alone to the dead letters, saying where it stands and nothing it holds', async () => {
    const table = await tableWithStream();
    const { streams, seen, letters } = bench({
      table,
      answer: (batch) =>
        batch.some(({ sk }) => sk === 'poison')
          ? { ok: false, errorType: 'Error', errorMessage: 'no' }
          : { ok: true, value: '' },
    });
    for (const sk of ['1', '2', 'poison', '4', '5']) await put(table, 'one-aggregate', sk);
    streams.start();
    await streams.drained();
    expect(seen.map(({ sk }) => sk)).toEqual(['1', '2', '4', '5']);
    expect(letters).toHaveLength(1);
    expect(letters[0]).toMatchObject({
      requestContext: {
        condition: 'RetryAttemptsExhausted',
        approximateInvokeCount: 3,
        functionArn: `${functionArn('consumer')}:$LATEST`,
      },
      DDBStreamBatchInfo: {
        batchSize: 1,
        streamArn: table.streamArn,
        startSequenceNumber: expect.stringMatching(/^\d+$/),
      },
    });
    expect(JSON.stringify(letters)).not.toContain('one-aggregate');
  });

  test('goes on after a restart where it stopped, and again after what came meanwhile', async () => {
    const table = await tableWithStream();
    const checkpointFile = join(ownDirectory(), 'streams.json');
    const first = bench({ table, checkpointFile });
    first.streams.start();
    for (const sk of ['1', '2', '3']) await put(table, 'a', sk);
    await first.streams.drained();
    await first.streams.close();
    await put(table, 'a', '4');
    const second = bench({ table, checkpointFile });
    second.streams.start();
    await put(table, 'b', '5');
    await second.streams.drained();
    expect(first.seen.map(({ sk }) => sk)).toEqual(['1', '2', '3']);
    expect(second.seen.map(({ sk }) => sk).sort()).toEqual(['4', '5']);
  });

  test('repeats, and never skips, a batch that was running when it was stopped', async () => {
    const table = await tableWithStream();
    const checkpointFile = join(ownDirectory(), 'streams.json');
    let release: () => void = () => undefined;
    const running = new Promise<void>((resolve) => {
      release = resolve;
    });
    let begun: () => void = () => undefined;
    const started = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const first = bench({
      table,
      checkpointFile,
      answer: async () => {
        begun();
        await running;
        return { ok: false, errorType: 'Error', errorMessage: 'ended' };
      },
    });
    first.streams.start();
    await put(table, 'a', '1');
    await started;
    const closed = first.streams.close();
    release();
    await closed;
    const second = bench({ table, checkpointFile });
    second.streams.start();
    await second.streams.drained();
    expect(second.seen.map(({ sk }) => sk)).toEqual(['1']);
    expect(first.letters).toEqual([]);
  });

  test('drops what its filter does not name and keeps its place after it', async () => {
    const table = await tableWithStream();
    const checkpointFile = join(ownDirectory(), 'streams.json');
    const pattern = {
      eventName: ['INSERT'],
      dynamodb: { NewImage: { type: { S: [{ prefix: 'listing.' }] } } },
    };
    const { streams, batches } = bench({ table, checkpointFile, spec: { patterns: [pattern] } });
    streams.start();
    await put(table, 'a', '1', 'referral.sent');
    await put(table, 'a', '2', 'listing.changed');
    await streams.drained();
    await streams.close();
    expect(batches).toEqual([[{ pk: 'a', sk: '2' }]]);
    const again = bench({ table, checkpointFile });
    again.streams.start();
    await again.streams.drained();
    expect(again.batches).toEqual([]);
  });

  test('reads nothing when the role may not, having asked for each act on the stream', async () => {
    const table = await tableWithStream();
    await put(table, 'a', '1');
    const { streams, batches, asked } = bench({
      table,
      allowed: (action) => action !== 'dynamodb:GetRecords',
    });
    streams.start();
    await streams.drained();
    expect(batches).toEqual([]);
    expect(asked).toContainEqual({ action: 'dynamodb:GetRecords', resource: table.streamArn });
    expect(asked.map(({ action }) => action)).toContain('dynamodb:DescribeStream');
  });

  test('stops and starts again without losing or repeating a record', async () => {
    const table = await tableWithStream();
    const { streams, seen } = bench({ table });
    streams.start();
    await put(table, 'a', '1');
    await streams.drained();
    await streams.stop();
    await put(table, 'a', '2');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(seen.map(({ sk }) => sk)).toEqual(['1']);
    streams.start();
    await streams.drained();
    expect(seen.map(({ sk }) => sk)).toEqual(['1', '2']);
  });
});
