import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { EventSourceSpec } from '#infra/local/assembly/event-sources.ts';
import type { QueueSpec } from '#infra/local/assembly/queues.ts';
import { openQueueStore } from '#infra/local/aws/queue-store.ts';
import { createQueues } from '#infra/local/queues/queues.ts';
import type { Outcome } from '#infra/local/workers/protocol.ts';
import { functionArn, functionSpec } from './support.ts';

const arn = (name: string) => `arn:aws:sqs:eu-west-2:000000000000:${name}`;
const queue = (name: string, change: Partial<QueueSpec> = {}): QueueSpec => ({
  logicalId: name,
  name,
  arn: arn(name),
  url: `https://sqs.eu-west-2.amazonaws.com/000000000000/${name}`,
  fifo: false,
  contentBasedDeduplication: false,
  deduplicationScope: 'queue',
  visibilitySeconds: 60,
  delaySeconds: 0,
  retentionSeconds: 1_209_600,
  redrive: undefined,
  kmsKeyArn: undefined,
  ...change,
});
const DEAD = queue('mail-dead');
const MAIL = queue('mail', { redrive: { deadLetterArn: DEAD.arn, maximumReceives: 3 } });
const CHAIN = queue('chain.fifo', { fifo: true });

const mapping = (source: QueueSpec, change: Partial<EventSourceSpec> = {}): EventSourceSpec => ({
  logicalId: `${source.name}Mapping`,
  functionArn: functionArn('consumer'),
  sourceArn: source.arn,
  kind: 'queue',
  enabled: true,
  batchSize: 10,
  windowSeconds: 0,
  startingPosition: undefined,
  parallelization: 1,
  maximumRetries: -1,
  maximumAgeSeconds: -1,
  bisect: false,
  onFailureArn: undefined,
  reportBatchItemFailures: true,
  maximumConcurrency: undefined,
  patterns: [],
  ...change,
});

type Message = {
  messageId: string;
  body: string;
  attributes: Record<string, string>;
  eventSourceARN: string;
};
type Setting = {
  spec?: EventSourceSpec;
  answer?: (messages: Message[]) => Outcome | Promise<Outcome>;
  allowed?: (action: string) => boolean;
};

/** Queues with one mapping to a function that answers as told, on a clock the test moves. */
function bench({ spec = mapping(MAIL), answer, allowed = () => true }: Setting = {}) {
  const clock = { now: new Date('2026-11-23T09:00:00Z') };
  const store = openQueueStore(new DatabaseSync(':memory:'), [MAIL, DEAD, CHAIN], () => clock.now);
  const batches: Message[][] = [];
  const queues = createQueues(
    { eventSources: [spec], specs: [MAIL, DEAD, CHAIN] },
    {
      queues: store,
      allowed: ({ action }) => allowed(action),
      report: (message) => {
        throw new Error(message);
      },
      functions: {
        find: () => functionSpec('consumer'),
        invoke: async (_, event) => {
          const { Records }: { Records: Message[] } = JSON.parse(JSON.stringify(event));
          batches.push(Records);
          return (await answer?.(Records)) ?? { ok: true, value: undefined };
        },
      },
    },
  );
  onTestFinished(() => queues.stop());
  const rest = async () => {
    do await new Promise((resolve) => setTimeout(resolve, 2));
    while (!queues.idle());
  };
  const later = async (seconds: number) => {
    clock.now = new Date(clock.now.getTime() + seconds * 1000);
    // The mapping looks for messages that time brought back twice a second.
    await new Promise((resolve) => setTimeout(resolve, 600));
    await rest();
  };
  return { store, queues, batches, rest, later };
}
const bodies = (batches: Message[][]) => batches.map((batch) => batch.map(({ body }) => body));
const failing =
  (wanted: string) =>
  (messages: Message[]): Outcome => ({
    ok: true,
    value: JSON.stringify({
      batchItemFailures: messages
        .filter(({ body }) => body === wanted)
        .map(({ messageId }) => ({ itemIdentifier: messageId })),
    }),
  });

describe('a mapping on a queue', () => {
  test('hands messages over as soon as they are sent and removes what was handled', async () => {
    const { store, queues, batches, rest } = bench();
    queues.start();
    store.send(MAIL.arn, 'one');
    await rest();
    expect(bodies(batches)).toEqual([['one']]);
    expect(batches[0]?.[0]).toMatchObject({
      eventSource: 'aws:sqs',
      eventSourceARN: MAIL.arn,
      awsRegion: 'eu-west-2',
      attributes: { ApproximateReceiveCount: '1' },
    });
    expect(store.depth(MAIL.arn)).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
  });

  test('tries only the reported message again, after the visibility time, and ends it in the dead letters', async () => {
    const { store, queues, batches, later, rest } = bench({ answer: failing('bad') });
    store.send(MAIL.arn, 'good');
    store.send(MAIL.arn, 'bad');
    queues.start();
    await rest();
    expect(bodies(batches)).toEqual([['good', 'bad']]);
    expect(store.depth(MAIL.arn)).toMatchObject({ inFlight: 1 });
    await later(61);
    await later(61);
    expect(bodies(batches)).toEqual([['good', 'bad'], ['bad'], ['bad']]);
    await later(61);
    expect(bodies(batches)).toHaveLength(3);
    expect(queues.deadLetters()).toMatchObject({ 'mail-dead': ['bad'] });
  });

  test('keeps the whole batch when the function fails or names a message nobody sent', async () => {
    for (const answer of [
      () => ({ ok: false, errorType: 'Error', errorMessage: 'no' }) as const,
      () => ({ ok: true, value: '{"batchItemFailures":[{"itemIdentifier":"nobody"}]}' }) as const,
    ]) {
      const { store, queues, rest } = bench({ answer });
      store.send(MAIL.arn, 'one');
      store.send(MAIL.arn, 'two');
      queues.start();
      await rest();
      expect(store.depth(MAIL.arn)).toMatchObject({ inFlight: 2 });
    }
  });

  test('runs no more batches at once than the mapping allows', async () => {
    let running = 0;
    let most = 0;
    const { store, queues, rest } = bench({
      spec: mapping(MAIL, { batchSize: 1, maximumConcurrency: 2 }),
      answer: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 20));
        running -= 1;
        return { ok: true, value: undefined };
      },
    });
    for (let turn = 0; turn < 8; turn += 1) store.send(MAIL.arn, String(turn));
    queues.start();
    await rest();
    expect(most).toBe(2);
  });

  test('keeps the order of a group in a FIFO queue, also behind a message that fails', async () => {
    const { store, queues, batches, rest } = bench({
      spec: mapping(CHAIN, { batchSize: 1 }),
      answer: failing('a1'),
    });
    for (const [groupId, body] of [
      ['a', 'a1'],
      ['a', 'a2'],
      ['b', 'b1'],
      ['b', 'b2'],
    ] as const)
      store.send(CHAIN.arn, body, { groupId, deduplicationId: body });
    queues.start();
    await rest();
    expect(bodies(batches).flat()).not.toContain('a2');
    expect(
      bodies(batches)
        .flat()
        .filter((body) => body.startsWith('b')),
    ).toEqual(['b1', 'b2']);
  });

  test('takes nothing when the role may not receive', async () => {
    const { store, queues, batches } = bench({ allowed: (action) => action !== 'sqs:ReceiveMessage' });
    store.send(MAIL.arn, 'one');
    queues.start();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(batches).toEqual([]);
    expect(store.depth(MAIL.arn).visible).toBe(1);
  });
});
