import type { EventSourceSpec } from '../assembly/event-sources.ts';
import type { Outcome } from '../workers/protocol.ts';
import type { StreamRecord } from './engine-stream.ts';
import { readFields } from './fields.ts';

export type Discarded = {
  records: readonly StreamRecord[];
  condition: 'RetryAttemptsExhausted' | 'RecordAgeExceeded';
  attempts: number;
  outcome: Outcome | undefined;
};

export type Delivery = {
  spec: Pick<EventSourceSpec, 'maximumRetries' | 'maximumAgeSeconds' | 'bisect' | 'reportBatchItemFailures'>;
  invoke: (records: readonly StreamRecord[]) => Promise<Outcome>;
  /** Everything up to and with this record is done: handled or discarded. */
  checkpoint: (record: StreamRecord) => void;
  /** Hands records nobody could handle to the mapping's destination. */
  discard: (discarded: Discarded) => Promise<void>;
  /** Waits before another attempt, counted from 1. */
  pause: (attempt: number) => Promise<void>;
  /** True once the poller is asked to stop: nothing more is tried, discarded or marked. */
  stopped: () => boolean;
  /** Real seconds since 1970, as the engine dates its records. */
  now: () => number;
};

/**
 * Brings one batch to a function as an event source mapping does: what was handled before a reported failure
 * is done; a batch that fails is cut in two (which counts as no attempt) until the bad record stands alone;
 * a record past its retries or its age goes to the destination and the shard moves on.
 */
export async function deliver(
  batch: readonly StreamRecord[],
  delivery: Delivery,
  attempts = 0,
): Promise<void> {
  if (delivery.stopped()) return;
  const records = await withoutExpired(batch, delivery, attempts);
  if (records.length === 0) return;
  const outcome = await delivery.invoke(records);
  if (delivery.stopped()) return;
  const failed = firstFailure(outcome, records, delivery.spec.reportBatchItemFailures);
  markDone(records.slice(0, failed ?? records.length), delivery);
  if (failed === undefined) return;
  if (failed > 0) return deliver(records.slice(failed), delivery);
  if (delivery.spec.bisect && records.length > 1) {
    const middle = Math.ceil(records.length / 2);
    await deliver(records.slice(0, middle), delivery);
    return deliver(records.slice(middle), delivery);
  }
  return tryAgain(
    { records, condition: 'RetryAttemptsExhausted', attempts: attempts + 1, outcome },
    delivery,
  );
}

async function tryAgain(failed: Discarded, delivery: Delivery): Promise<void> {
  const { maximumRetries } = delivery.spec;
  if (maximumRetries >= 0 && failed.attempts > maximumRetries) return giveUp(failed, delivery);
  await delivery.pause(failed.attempts);
  return deliver(failed.records, delivery, failed.attempts);
}

async function withoutExpired(
  records: readonly StreamRecord[],
  delivery: Delivery,
  attempts: number,
): Promise<readonly StreamRecord[]> {
  const { maximumAgeSeconds } = delivery.spec;
  if (maximumAgeSeconds < 0) return records;
  const oldest = delivery.now() - maximumAgeSeconds;
  const living = records.findIndex(({ createdAt }) => createdAt >= oldest);
  const expired = living < 0 ? records : records.slice(0, living);
  if (expired.length > 0)
    await giveUp(
      { records: expired, condition: 'RecordAgeExceeded', attempts, outcome: undefined },
      delivery,
    );
  return records.slice(expired.length);
}

async function giveUp(discarded: Discarded, delivery: Delivery): Promise<void> {
  await delivery.discard(discarded);
  markDone(discarded.records, delivery);
}

function markDone(records: readonly StreamRecord[], { checkpoint }: Delivery): void {
  const last = records.at(-1);
  if (last) checkpoint(last);
}

/** Index of the first record that is not done, or undefined when all are. */
function firstFailure(
  outcome: Outcome,
  records: readonly StreamRecord[],
  reports: boolean,
): number | undefined {
  if (!outcome.ok) return 0;
  if (!reports) return undefined;
  const failures = reportedFailures(outcome.value);
  if (failures === undefined) return 0;
  if (failures.length === 0) return undefined;
  const places = failures.map((id) => records.findIndex(({ sequence }) => String(sequence) === id));
  return places.includes(-1) ? 0 : Math.min(...places);
}

/** The identifiers in `batchItemFailures`; none for an empty answer; undefined when the answer cannot be read. */
export function reportedFailures(value: unknown): string[] | undefined {
  const answer = value === undefined || value === '' ? {} : parsed(String(value));
  if (typeof answer !== 'object') return undefined;
  const failures = readFields(answer)['batchItemFailures'] ?? [];
  if (!Array.isArray(failures)) return undefined;
  return failures.map((failure) => String(readFields(failure)['itemIdentifier'] ?? ''));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
