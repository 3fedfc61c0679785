import type { EventSourceSpec } from '../assembly/event-sources.ts';
import type { QueueSpec } from '../assembly/queues.ts';
import type { Platform } from '../streams/platform.ts';
import { createQueueMapping } from './mapping.ts';

export type Queues = {
  start: () => void;
  stop: () => Promise<void>;
  idle: () => boolean;
  /** What waits in the dead-letter queues, by the queue's logical id. */
  deadLetters: () => Record<string, readonly string[]>;
};

/** Every event source mapping on a queue; throws when a mapping names a queue the template has not. */
export function createQueues(
  { eventSources, specs }: { eventSources: readonly EventSourceSpec[]; specs: readonly QueueSpec[] },
  platform: Platform,
): Queues {
  const mappings = eventSources
    .filter(({ kind, enabled }) => kind === 'queue' && enabled)
    .map((spec) => {
      const queue = specs.find(({ arn }) => arn === spec.sourceArn);
      if (!queue) throw new Error(`${spec.logicalId}: the template has no queue ${spec.sourceArn}.`);
      return createQueueMapping({ spec, queue }, platform);
    });
  const read = new Set(eventSources.map(({ sourceArn }) => sourceArn));
  return {
    start: () => {
      for (const mapping of mappings) mapping.start();
    },
    stop: async () => {
      await Promise.all(mappings.map((mapping) => mapping.stop()));
    },
    idle: () => mappings.every((mapping) => mapping.idle()),
    // A queue nobody reads is where messages end that nobody could handle.
    deadLetters: () =>
      Object.fromEntries(
        specs
          .filter(({ arn }) => !read.has(arn))
          .map(({ logicalId, arn }) => [logicalId, platform.queues.peek(arn)]),
      ),
  };
}
