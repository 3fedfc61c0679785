import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Delivery, type Discarded, deliver, reportedFailures } from '#infra/local/streams/delivery.ts';
import type { StreamRecord } from '#infra/local/streams/engine-stream.ts';
import { createFilter } from '#infra/local/streams/filter.ts';
import { createLane, shardOf } from '#infra/local/streams/lane.ts';
import type { Outcome } from '#infra/local/workers/protocol.ts';

const NOW = 1_800_000_000;
const record = (sequence: number, age = 0): StreamRecord => ({
  sequence: BigInt(sequence),
  partition: 'a',
  createdAt: NOW - age,
  event: { eventID: String(sequence) },
});
const records = (count: number) => Array.from({ length: count }, (_, index) => record(index + 1));
const done: Outcome = { ok: true, value: '{"batchItemFailures":[]}' };
const broken: Outcome = { ok: false, errorType: 'Error', errorMessage: 'no' };
const failedAt = (...ids: number[]): Outcome => ({
  ok: true,
  value: JSON.stringify({ batchItemFailures: ids.map((id) => ({ itemIdentifier: String(id) })) }),
});

/** Delivers to a function that answers as told; notes every call, mark and discard. */
function bench(answer: (batch: number[]) => Outcome, spec: Partial<Delivery['spec']> = {}) {
  const calls: number[][] = [];
  const marks: number[] = [];
  const discarded: { ids: number[]; condition: Discarded['condition']; attempts: number }[] = [];
  const pauses: number[] = [];
  const state = { stopped: false };
  const ids = (batch: readonly StreamRecord[]) => batch.map(({ sequence }) => Number(sequence));
  const delivery: Delivery = {
    spec: { maximumRetries: 2, maximumAgeSeconds: -1, bisect: false, reportBatchItemFailures: true, ...spec },
    invoke: async (batch) => {
      calls.push(ids(batch));
      return answer(ids(batch));
    },
    checkpoint: ({ sequence }) => void marks.push(Number(sequence)),
    discard: async (lost) =>
      void discarded.push({ ids: ids(lost.records), condition: lost.condition, attempts: lost.attempts }),
    pause: async (attempt) => void pauses.push(attempt),
    stopped: () => state.stopped,
    now: () => NOW,
  };
  return { delivery, calls, marks, discarded, pauses, state };
}

/** Handles records in order until one is bad, and reports that one. */
const handlesUntil = (bad: readonly number[], seen: Set<number>) => (batch: number[]) => {
  const failing = batch.findIndex((id) => bad.includes(id));
  for (const id of failing < 0 ? batch : batch.slice(0, failing)) seen.add(id);
  return failing < 0 ? done : failedAt(batch[failing] ?? 0);
};

describe('one batch of a stream', () => {
  test('is done with one call when the function handles all of it', async () => {
    const { delivery, calls, marks } = bench(() => done);
    await deliver(records(3), delivery);
    expect([calls, marks]).toEqual([[[1, 2, 3]], [3]]);
  });

  test('goes on from the lowest failure reported, what stood before it being done', async () => {
    let first = true;
    const { delivery, calls, marks } = bench(() => {
      const answer = first ? failedAt(4, 3) : done;
      first = false;
      return answer;
    });
    await deliver(records(4), delivery);
    expect(calls).toEqual([
      [1, 2, 3, 4],
      [3, 4],
    ]);
    expect(marks).toEqual([2, 4]);
  });

  test('is tried again with growing pauses and then given up as a whole', async () => {
    const { delivery, calls, discarded, pauses, marks } = bench(() => broken);
    await deliver(records(2), delivery);
    expect(calls).toHaveLength(3);
    expect(pauses).toEqual([1, 2]);
    expect(discarded).toEqual([{ ids: [1, 2], condition: 'RetryAttemptsExhausted', attempts: 3 }]);
    expect(marks).toEqual([2]);
  });

  test('is cut in two until the bad record stands alone; only that one is given up', async () => {
    const { delivery, discarded, calls } = bench((batch) => (batch.includes(5) ? broken : done), {
      bisect: true,
    });
    await deliver(records(8), delivery);
    expect(discarded).toEqual([{ ids: [5], condition: 'RetryAttemptsExhausted', attempts: 3 }]);
    const handled = calls.filter((batch) => !batch.includes(5)).flat();
    expect(handled).toEqual([1, 2, 3, 4, 6, 7, 8]);
  });

  test('counts as failed as a whole when the answer names a record that is not in it or cannot be read', async () => {
    for (const answer of [
      failedAt(99),
      { ok: true, value: 'what?' } as const,
      { ok: true, value: '{"batchItemFailures":7}' } as const,
    ]) {
      const { delivery, discarded } = bench(() => answer, { maximumRetries: 0 });
      await deliver(records(2), delivery);
      expect(discarded.map(({ ids }) => ids)).toEqual([[1, 2]]);
    }
  });

  test('gives up what is older than the mapping allows without calling the function for it', async () => {
    const { delivery, calls, discarded } = bench(() => done, { maximumAgeSeconds: 60 });
    await deliver([record(1, 120), record(2, 61), record(3, 10)], delivery);
    expect(discarded).toEqual([{ ids: [1, 2], condition: 'RecordAgeExceeded', attempts: 0 }]);
    expect(calls).toEqual([[3]]);
  });

  test('is neither marked nor given up when the poller is stopped meanwhile', async () => {
    const { delivery, state, marks, discarded } = bench(() => {
      state.stopped = true;
      return broken;
    });
    await deliver(records(2), delivery);
    expect([marks, discarded]).toEqual([[], []]);
  });

  test('loses no record and never goes back, whatever fails', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 20 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 20 })),
        fc.boolean(),
        async (count, bad, bisect) => {
          const seen = new Set<number>();
          const { delivery, discarded, marks } = bench(handlesUntil(bad, seen), { bisect });
          await deliver(records(count), delivery);
          const lost = discarded.flatMap(({ ids }) => ids);
          expect(new Set([...seen, ...lost])).toEqual(
            new Set(records(count).map(({ sequence }) => Number(sequence))),
          );
          expect(marks).toEqual([...marks].sort((a, b) => a - b));
          expect(marks.at(-1)).toBe(count);
          if (bisect) expect(lost.every((id) => bad.includes(id))).toBe(true);
        },
      ),
    );
  });
});

test('an empty answer reports no failure', () => {
  for (const value of [undefined, '', 'null', '{}', '{"batchItemFailures":null}'])
    expect(reportedFailures(value)).toEqual([]);
});

describe('the filter of a mapping', () => {
  const inserted = (detail: object) => ({ eventName: 'INSERT', dynamodb: { NewImage: detail } });
  const filter = createFilter([
    {
      eventName: ['INSERT'],
      dynamodb: { NewImage: { type: { S: [{ prefix: 'referral.' }, 'service.changed'] } } },
    },
    { eventName: [{ 'anything-but': ['INSERT', 'MODIFY'] }], userIdentity: { type: [{ exists: false }] } },
  ]);

  test('passes a record that fits any of its patterns wholly', () => {
    expect(filter(inserted({ type: { S: 'referral.sent' } }))).toBe(true);
    expect(filter(inserted({ type: { S: 'service.changed' } }))).toBe(true);
    expect(filter(inserted({ type: { S: 'session.started' } }))).toBe(false);
    expect(filter({ eventName: 'REMOVE' })).toBe(true);
    expect(filter({ eventName: 'REMOVE', userIdentity: { type: 'Service' } })).toBe(false);
    expect(filter({ eventName: 'MODIFY' })).toBe(false);
  });

  test('does not start with an operator it does not know', () => {
    expect(() => createFilter([{ n: [{ numeric: ['>', 1] }] }])).toThrow('numeric');
    expect(() => createFilter([{ $or: [] }])).toThrow('$or');
  });
});

describe('a virtual shard', () => {
  test('takes every record of a partition key, and the keys spread over all of them', () => {
    const shards = Array.from({ length: 200 }, (_, index) => shardOf(`referral#${index}`, 4));
    for (const shard of [0, 1, 2, 3])
      expect(shards.filter((one) => one === shard).length).toBeGreaterThan(25);
    expect(shardOf('referral#7', 4)).toBe(shardOf('referral#7', 4));
  });

  test('hands over one batch at a time, in order, of the size asked for', async () => {
    const batches: number[][] = [];
    let running = 0;
    const lane = createLane(3, async (batch) => {
      running += 1;
      expect(running).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 2));
      batches.push(batch.map(({ sequence }) => Number(sequence)));
      running -= 1;
    });
    for (const one of records(8)) lane.push(one);
    while (!lane.idle()) await new Promise((resolve) => setTimeout(resolve, 1));
    expect(batches).toEqual([
      [1, 2, 3],
      [4, 5, 6],
      [7, 8],
    ]);
  });
});
