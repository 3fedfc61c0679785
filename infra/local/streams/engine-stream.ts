import { callEngine } from '../engine/call.ts';
import { readFields } from './fields.ts';

/** A record as the engine gives it, its number read. */
export type StreamRecord = {
  sequence: bigint;
  /** Text of the partition key, for the virtual shard. */
  partition: string;
  /** Real seconds since 1970. */
  createdAt: number;
  /** As a function gets it. */
  event: Record<string, unknown>;
};

export type StreamSource = {
  engineUrl: string;
  tableName: string;
  partitionKey: string;
  /** The ARN the template knows; the engine has one of its own. */
  streamArn: string;
};

/** Reads one table's stream of the engine from a place on; each call gives what is new, in order. */
export type EngineStream = {
  /** The next records, or none when the end is reached. */
  read: () => Promise<StreamRecord[]>;
  /** Goes on after this number; undefined: from the first record kept, or from the end. */
  seek: (after: bigint | undefined, start: 'TRIM_HORIZON' | 'LATEST') => void;
};

const MOST_RECORDS = 1000;
const call = (url: string, operation: string, body: object) =>
  callEngine(url, `DynamoDBStreams_20120810.${operation}`, body);
type Place = { after: bigint | undefined; start: 'TRIM_HORIZON' | 'LATEST' };

/** Opens the stream of a table. The engine keeps one open shard; shards that an engine closes are followed. */
export function openStream(source: StreamSource): EngineStream {
  let place: Place = { after: undefined, start: 'TRIM_HORIZON' };
  let iterators: string[] | undefined;

  const open = async (): Promise<string[]> => {
    const arn = await engineStreamArn(source);
    const { StreamDescription } = await call(source.engineUrl, 'DescribeStream', { StreamArn: arn });
    const shards = readFields(StreamDescription)['Shards'];
    const found = await Promise.all(
      (Array.isArray(shards) ? shards : []).map((shard) => iterator(source.engineUrl, arn, shard, place)),
    );
    return found.filter((one) => one !== undefined);
  };

  const read = async (): Promise<StreamRecord[]> => {
    iterators ??= await open();
    const pages = await Promise.all(iterators.map((one) => page(source, one)));
    const records = pages.flatMap((one) => one.records);
    place = { ...place, after: records.at(-1)?.sequence ?? place.after };
    const next = pages.map((one) => one.next).filter((one) => one !== undefined);
    // A shard without a next iterator is closed: its children are looked for from where we are.
    iterators = next.length === pages.length ? next : undefined;
    return records;
  };

  return {
    read: () =>
      read().catch((error: unknown) => {
        iterators = undefined;
        throw error;
      }),
    seek: (after, start) => {
      place = { after, start };
      iterators = undefined;
    },
  };
}

async function page({ engineUrl, ...source }: StreamSource, ShardIterator: string) {
  const answer = await call(engineUrl, 'GetRecords', { ShardIterator, Limit: MOST_RECORDS });
  const { Records: records, NextShardIterator: next } = answer;
  return {
    records: Array.isArray(records) ? records.map((raw) => recordOf(raw, source)) : [],
    next: typeof next === 'string' ? next : undefined,
  };
}

async function engineStreamArn({ engineUrl, tableName }: StreamSource): Promise<string> {
  const { Streams } = await call(engineUrl, 'ListStreams', { TableName: tableName });
  const arn = Array.isArray(Streams) ? readFields(Streams.at(-1))['StreamArn'] : undefined;
  if (typeof arn !== 'string') throw new Error(`The engine has no stream for ${tableName}.`);
  return arn;
}

async function iterator(engineUrl: string, StreamArn: string, shard: unknown, { after, start }: Place) {
  const ShardId = readFields(shard)['ShardId'];
  const ask = async (position: object) =>
    (await call(engineUrl, 'GetShardIterator', { StreamArn, ShardId, ...position }))['ShardIterator'];
  const fromStart = () => ask({ ShardIteratorType: after === undefined ? start : 'TRIM_HORIZON' });
  const found =
    after === undefined
      ? await fromStart()
      : await ask({ ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: String(after) }).catch(
          fromStart,
        );
  return typeof found === 'string' ? found : undefined;
}

function recordOf(raw: unknown, { partitionKey, streamArn }: Omit<StreamSource, 'engineUrl'>): StreamRecord {
  const fields = readFields(raw);
  const data = readFields(fields['dynamodb']);
  const partition = readFields(readFields(data['Keys'])[partitionKey]);
  return {
    sequence: BigInt(String(data['SequenceNumber'])),
    partition: String(Object.values(partition)[0] ?? ''),
    createdAt: Number(data['ApproximateCreationDateTime'] ?? 0),
    event: {
      eventID: fields['eventID'],
      eventName: fields['eventName'],
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: streamArn.split(':')[3],
      dynamodb: data,
      ...(fields['userIdentity'] !== undefined && { userIdentity: fields['userIdentity'] }),
      eventSourceARN: streamArn,
    },
  };
}
