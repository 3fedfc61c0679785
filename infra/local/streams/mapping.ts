import { randomUUID } from 'node:crypto';
import type { EventSourceSpec } from '../assembly/event-sources.ts';
import type { TableSpec } from '../assembly/tables.ts';
import { replaceEventSource } from '../replacements.ts';
import type { Checkpoints } from './checkpoints.ts';
import { type Delivery, type Discarded, deliver } from './delivery.ts';
import type { StreamRecord } from './engine-stream.ts';
import { createFilter } from './filter.ts';
import { createLane, shardOf } from './lane.ts';
import { type Platform, viaService } from './platform.ts';

/** The engine keeps one shard for ever, which would hide races: partition keys are spread over these instead. */
export const VIRTUAL_SHARDS = 4;

export type MappingOptions = {
  spec: EventSourceSpec;
  table: TableSpec;
  checkpoints: Checkpoints;
  platform: Platform;
  /** Milliseconds before the first further attempt; doubled for each one after. */
  retryMilliseconds: number;
};

/** One event source mapping on a stream. */
export type Mapping = {
  start: EventSourceSpec['startingPosition'];
  /** Whether the function's role may read the stream; asked before reading starts. */
  allowed: () => boolean;
  accept: (record: StreamRecord) => void;
  /** Everything up to this number has been read and nothing waits: what was filtered out counts as done. */
  caughtUp: (sequence: bigint) => void;
  /** The least checkpoint of the shards; undefined when nothing is marked yet. */
  position: () => bigint | undefined;
  waiting: () => number;
  idle: () => boolean;
  resume: () => void;
  stop: () => Promise<void>;
};

const LONGEST_PAUSE = 5000;
const SHARDS = Array.from({ length: VIRTUAL_SHARDS }, (_, shard) => shard);

export function createMapping({ checkpoints, platform, table, ...options }: MappingOptions): Mapping {
  const spec = replaceEventSource(options.spec);
  const passes = createFilter(spec.patterns);
  const logicalId = platform.functions.find(spec.functionArn)?.logicalId ?? '';
  let stopped = false;

  const delivery = (shard: number): Delivery => ({
    spec,
    invoke: (records) =>
      platform.functions.invoke(spec.functionArn, { Records: records.map(({ event }) => event) }),
    checkpoint: ({ sequence }) => checkpoints.set(spec.logicalId, shard, sequence),
    discard: async (discarded) => sendToDestination({ discarded, spec, shard, logicalId, platform }),
    pause: (attempt) => wait(Math.min(options.retryMilliseconds * 2 ** (attempt - 1), LONGEST_PAUSE)),
    stopped: () => stopped,
    now: () => Date.now() / 1000,
  });
  const lanes = SHARDS.map((shard) =>
    createLane(spec.batchSize, (batch) =>
      stopped
        ? Promise.resolve()
        : deliver(batch, delivery(shard)).catch((error: unknown) =>
            platform.report(`${spec.logicalId}: ${error}`),
          ),
    ),
  );

  return {
    start: spec.startingPosition,
    allowed: () => mayRead({ logicalId, table, platform }),
    accept: (record) => {
      const shard = shardOf(record.partition, VIRTUAL_SHARDS);
      if (record.sequence <= (checkpoints.get(spec.logicalId, shard) ?? -1n)) return;
      if (passes(record.event)) lanes[shard]?.push(record);
    },
    caughtUp: (sequence) => {
      for (const shard of SHARDS) checkpoints.set(spec.logicalId, shard, sequence);
    },
    position: () => least(SHARDS.map((shard) => checkpoints.get(spec.logicalId, shard))),
    waiting: () => Math.max(...lanes.map((lane) => lane.waiting())),
    idle: () => lanes.every((lane) => lane.idle()),
    resume: () => {
      stopped = false;
    },
    stop: async () => {
      stopped = true;
      await Promise.all(lanes.map((lane) => lane.stop()));
    },
  };
}

function mayRead({
  logicalId,
  table,
  platform,
}: {
  logicalId: string;
  table: TableSpec;
  platform: Platform;
}): boolean {
  const stream = table.streamArn ?? '';
  const asks = ['DescribeStream', 'GetShardIterator', 'GetRecords'].map((operation) => ({
    caller: logicalId,
    action: `dynamodb:${operation}`,
    resource: stream,
  }));
  const key = table.kmsKeyArn && {
    caller: logicalId,
    action: 'kms:Decrypt',
    resource: table.kmsKeyArn,
    context: viaService('dynamodb', stream),
  };
  return [...asks, ...(key ? [key] : [])].filter((request) => !platform.allowed(request)).length === 0;
}

type Destination = {
  discarded: Discarded;
  spec: EventSourceSpec;
  shard: number;
  logicalId: string;
  platform: Platform;
};

/** The message Lambda writes for records it gave up: where they stand in the stream, never what they hold. */
function sendToDestination({ discarded, spec, shard, logicalId, platform }: Destination): void {
  const { records, condition, attempts, outcome } = discarded;
  const [first, last] = [records[0], records.at(-1)];
  if (spec.onFailureArn === undefined || !first || !last) return;
  const queue = spec.onFailureArn;
  if (!platform.allowed({ caller: logicalId, action: 'sqs:SendMessage', resource: queue })) {
    platform.report(
      `${spec.logicalId}: ${records.length} records are lost: the role may not write to ${queue}.`,
    );
    return;
  }
  const message = {
    requestContext: {
      requestId: randomUUID(),
      functionArn: `${spec.functionArn}:$LATEST`,
      condition,
      approximateInvokeCount: attempts,
    },
    ...(outcome && {
      responseContext: {
        statusCode: 200,
        executedVersion: '$LATEST',
        functionError: outcome.ok ? null : 'Unhandled',
      },
    }),
    version: '1.0',
    timestamp: new Date().toISOString(),
    DDBStreamBatchInfo: {
      shardId: `shardId-${String(shard).padStart(20, '0')}`,
      startSequenceNumber: String(first.sequence),
      endSequenceNumber: String(last.sequence),
      approximateArrivalOfFirstRecord: new Date(first.createdAt * 1000).toISOString(),
      approximateArrivalOfLastRecord: new Date(last.createdAt * 1000).toISOString(),
      batchSize: records.length,
      streamArn: spec.sourceArn,
    },
  };
  platform.queues.send(queue, JSON.stringify(message));
}

function least(values: readonly (bigint | undefined)[]): bigint | undefined {
  let found: bigint | undefined;
  for (const value of values) {
    if (value === undefined) return undefined;
    if (found === undefined || value < found) found = value;
  }
  return found;
}

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
