import type { StreamRecord } from './engine-stream.ts';

/** One virtual shard of one mapping: records in order, one batch at a time. */
export type Lane = {
  push: (record: StreamRecord) => void;
  waiting: () => number;
  idle: () => boolean;
  /** Forgets what waits (it is read again from the checkpoint); resolves when the running batch has ended. */
  stop: () => Promise<void>;
};

/** Feeds batches of at most `size` to `handle`, starting as soon as a record is there. */
export function createLane(size: number, handle: (batch: StreamRecord[]) => Promise<void>): Lane {
  const records: StreamRecord[] = [];
  let running: Promise<void> | undefined;

  const run = async () => {
    // One turn of the loop lets the records of one read come together in a batch.
    await new Promise(setImmediate);
    while (records.length > 0) await handle(records.splice(0, size));
    running = undefined;
  };
  return {
    push: (record) => {
      records.push(record);
      running ??= run();
    },
    waiting: () => records.length,
    idle: () => running === undefined,
    stop: async () => {
      records.length = 0;
      await running;
    },
  };
}

/** Which of `count` virtual shards a partition key belongs to (FNV-1a). */
export function shardOf(partition: string, count: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < partition.length; index += 1)
    hash = Math.imul(hash ^ partition.charCodeAt(index), 0x01000193) >>> 0;
  return hash % count;
}
