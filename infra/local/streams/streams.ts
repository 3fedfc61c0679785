import type { EventSourceSpec } from '../assembly/event-sources.ts';
import type { TableSpec } from '../assembly/tables.ts';
import { createCheckpoints } from './checkpoints.ts';
import { createMapping } from './mapping.ts';
import type { Platform } from './platform.ts';
import { createReader } from './reader.ts';

export type StreamsOptions = {
  eventSources: readonly EventSourceSpec[];
  tables: readonly TableSpec[];
  engineUrl: string;
  platform: Platform;
  /** File of the checkpoints; undefined keeps them in memory. */
  checkpointFile: string | undefined;
  retryMilliseconds?: number;
};

/** Every event source mapping on a stream. */
export type Streams = {
  start: () => void;
  /** Ends the running batches and keeps the place. */
  stop: () => Promise<void>;
  nudge: () => void;
  drained: () => Promise<void>;
  close: () => Promise<void>;
};

const RETRY_MILLISECONDS = 100;

/** Makes one reader a stream, with the mappings on it; throws when a mapping names a stream no table has. */
export function createStreams(options: StreamsOptions): Streams {
  const { platform, engineUrl } = options;
  const checkpoints = createCheckpoints(options.checkpointFile);
  const retryMilliseconds = options.retryMilliseconds ?? RETRY_MILLISECONDS;
  const specs = options.eventSources.filter(({ kind, enabled }) => kind === 'stream' && enabled);

  const readers = [...new Set(specs.map(({ sourceArn }) => sourceArn))].map((streamArn) => {
    const table = options.tables.find((one) => one.streamArn === streamArn);
    if (!table) throw new Error(`The template has no table with the stream ${streamArn}.`);
    const mappings = specs
      .filter(({ sourceArn }) => sourceArn === streamArn)
      .map((spec) => createMapping({ spec, table, checkpoints, platform, retryMilliseconds }));
    const source = { engineUrl, tableName: table.name, partitionKey: table.partition.name, streamArn };
    return createReader({ source, mappings, report: platform.report });
  });
  const stop = async () => {
    await Promise.all(readers.map((reader) => reader.stop()));
    checkpoints.flush();
  };
  return {
    start: () => {
      for (const reader of readers) reader.start();
    },
    stop,
    nudge: () => {
      for (const reader of readers) reader.nudge();
    },
    drained: async () => {
      await Promise.all(readers.map((reader) => reader.drained()));
    },
    close: stop,
  };
}
