import type { Queues } from './queues/queues.ts';
import type { Streams } from './streams/streams.ts';

/** Longer than every retry of a mapping; then something is stuck and the caller should know. */
const MOST_MILLISECONDS = 60_000;

/**
 * Waits until what was written has had its effects: streams feed queues, and functions on queues write again,
 * so both must be at rest, one right after the other. False when they would not come to rest in a minute.
 */
export async function drained({ streams, queues }: { streams: Streams; queues: Queues }): Promise<boolean> {
  const until = performance.now() + MOST_MILLISECONDS;
  while (performance.now() < until) {
    await Promise.race([streams.drained(), pause(MOST_MILLISECONDS)]);
    if (queues.idle()) {
      await streams.drained();
      if (queues.idle()) return true;
    }
    await pause(5);
  }
  return false;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
