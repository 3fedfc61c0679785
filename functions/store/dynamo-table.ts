import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  type ConsumedCapacity,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactionConflictException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Backoff } from '#functions/runtime/backoff.ts';
import type { Clock } from '#functions/runtime/clock.ts';
import { calling, Unavailable } from '#functions/runtime/unavailable.ts';
import { toAttributes, toItem } from './attributes.ts';
import { secondOf } from './expiry.ts';
import { expressionParts, keyConditionOf } from './expression.ts';
import type { Conflict, Item, Key, Page, Query, Table, TableName, Write, Written } from './table.ts';
import { type Request, writeRequest } from './write-request.ts';

/** Units one call took, for the bench. */
export type Used = { operation: 'read' | 'write'; units: number };
export type DynamoTable = {
  client: DynamoDBClient;
  names: Partial<Record<TableName, string>>;
  now: Clock;
  backoff: Backoff;
  used?: (used: Used) => void;
};

/** How often a lost race between transactions, or keys left over by a batch, are tried again. */
const ATTEMPTS = 8;

/** The client: quick to give up on a dead connection, so that the caller hears of it within its own time. */
export const dynamoClient = (endpoint?: string): DynamoDBClient =>
  new DynamoDBClient({
    ...(endpoint === undefined ? {} : { endpoint }),
    maxAttempts: 4,
    accountIdEndpointMode: 'disabled',
    requestHandler: { connectionTimeout: 1000, requestTimeout: 4000, throwOnRequestTimeout: true },
  });

/** The Table port over DynamoDB. Outages are thrown as `Unavailable`, after the retries. */
export function dynamoTable(options: DynamoTable): Table {
  return {
    get: (table, key, read) => calling('storage', () => get(options, { table, key, read })),
    getMany: (table, keys, read) => calling('storage', () => getMany(options, { table, keys, read })),
    query: (asked) => calling('storage', () => query(options, asked)),
    write: (asked) => calling('storage', () => write(options, asked)),
    transact: (writes, token) => calling('storage', () => transact(options, writes, token)),
  };
}

function nameOf({ names }: DynamoTable, table: TableName): string {
  const name = names[table];
  if (name === undefined) throw new Error(`This function has no table ${table}`);
  return name;
}

const seconds = (options: DynamoTable) => secondOf(options.now());
const alive = (options: DynamoTable, item: Item) => item.ttl === undefined || item.ttl > seconds(options);
const metered = ({ used }: DynamoTable) => ({ ReturnConsumedCapacity: used ? 'TOTAL' : 'NONE' }) as const;

function count(options: DynamoTable, operation: Used['operation'], consumed: ConsumedCapacity[] | undefined) {
  const units = (consumed ?? []).reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
  options.used?.({ operation, units });
}

async function get(
  options: DynamoTable,
  asked: { table: TableName; key: Key; read: 'eventual' | undefined },
) {
  const reply = await options.client.send(
    new GetItemCommand({
      TableName: nameOf(options, asked.table),
      Key: toAttributes(asked.key),
      ConsistentRead: asked.read !== 'eventual',
      ...metered(options),
    }),
  );
  if (options.used) count(options, 'read', reply.ConsumedCapacity && [reply.ConsumedCapacity]);
  const item = reply.Item && toItem(reply.Item);
  return item && alive(options, item) ? item : undefined;
}

const keyName = ({ pk, sk }: Key) => `${pk}\n${sk}`;

async function getMany(
  options: DynamoTable,
  asked: { table: TableName; keys: readonly Key[]; read: 'eventual' | undefined },
): Promise<Item[]> {
  if (asked.keys.length > 100) throw new Error('At most 100 keys in one read');
  const name = nameOf(options, asked.table);
  const unique = new Map(asked.keys.map((key) => [keyName(key), key]));
  const found = new Map<string, Item>();
  let wanted = [...unique.values()].map((key) => toAttributes(key));
  for (let attempt = 0; wanted.length > 0; attempt += 1) {
    if (attempt >= ATTEMPTS) throw new Unavailable('storage', new Error('Keys left over by a batch read'));
    if (attempt > 0) await options.backoff(attempt);
    const reply = await options.client.send(
      new BatchGetItemCommand({
        RequestItems: { [name]: { Keys: wanted, ConsistentRead: asked.read !== 'eventual' } },
        ...metered(options),
      }),
    );
    if (options.used) count(options, 'read', reply.ConsumedCapacity);
    for (const attributes of reply.Responses?.[name] ?? []) {
      const item = toItem(attributes);
      found.set(keyName(item), item);
    }
    wanted = (reply.UnprocessedKeys?.[name]?.Keys ?? []).map((key) => toAttributes(keyOf(toItem(key))));
  }
  return [...unique.keys()].flatMap((key) => {
    const item = found.get(key);
    return item !== undefined && alive(options, item) ? [item] : [];
  });
}

const keyOf = ({ pk, sk }: Key): Key => ({ pk, sk });

async function query(options: DynamoTable, asked: Query): Promise<Page> {
  const parts = expressionParts(seconds(options));
  const reply = await options.client.send(
    new QueryCommand({
      TableName: nameOf(options, asked.table),
      KeyConditionExpression: keyConditionOf(parts, asked),
      ExpressionAttributeNames: parts.names,
      ExpressionAttributeValues: parts.values,
      ScanIndexForward: asked.descending !== true,
      Limit: asked.limit,
      ...(asked.index === undefined
        ? { ConsistentRead: asked.consistent === true }
        : { IndexName: asked.index }),
      ...(asked.after === undefined ? {} : { ExclusiveStartKey: toAttributes(asked.after) }),
      ...metered(options),
    }),
  );
  if (options.used) count(options, 'read', reply.ConsumedCapacity && [reply.ConsumedCapacity]);
  const last = reply.LastEvaluatedKey;
  return {
    items: (reply.Items ?? []).map(toItem).filter((item) => alive(options, item)),
    next: last && Object.fromEntries(Object.entries(last).map(([name, { S = '' }]) => [name, S])),
  };
}

const requestOf = (options: DynamoTable, asked: Write): Request =>
  writeRequest(asked, nameOf(options, asked.table), seconds(options));

function inTransaction({ kind, request }: Request): TransactWriteItem {
  if (kind === 'put') return { Put: request };
  if (kind === 'delete') return { Delete: request };
  if (kind === 'check') return { ConditionCheck: request };
  return { Update: request };
}

function sendWrite(options: DynamoTable, { kind, request }: Exclude<Request, { kind: 'check' }>) {
  if (kind === 'put') return options.client.send(new PutItemCommand({ ...request, ...metered(options) }));
  if (kind === 'delete')
    return options.client.send(new DeleteItemCommand({ ...request, ...metered(options) }));
  return options.client.send(new UpdateItemCommand({ ...request, ...metered(options) }));
}

/** A conflict, unless what stood in the way is past its ttl and so not there. */
function conflictOf(options: DynamoTable, index: number, attributes: object | undefined): Conflict {
  const item = attributes && toItem(attributes);
  return { index, item: item && alive(options, item) ? item : undefined };
}

/** Sends until no other transaction stands in the way; `settled` gives the answer to a refusal or throws it on. */
async function racing(
  options: DynamoTable,
  send: () => Promise<void>,
  settled: (error: unknown) => Conflict[] | 'raced',
): Promise<Written> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await send();
      return { ok: true };
    } catch (error) {
      const outcome = settled(error);
      if (outcome !== 'raced') return { ok: false, conflicts: outcome };
      if (attempt >= ATTEMPTS) throw new Unavailable('storage', error);
      await options.backoff(attempt);
    }
  }
}

function write(options: DynamoTable, asked: Write): Promise<Written> {
  const request = requestOf(options, asked);
  if (request.kind === 'check') return transact(options, [asked]);
  const send = async () => {
    const reply = await sendWrite(options, request);
    if (options.used) count(options, 'write', reply.ConsumedCapacity && [reply.ConsumedCapacity]);
  };
  return racing(options, send, (error) => {
    if (error instanceof TransactionConflictException) return 'raced';
    if (error instanceof ConditionalCheckFailedException) return [conflictOf(options, 0, error.Item)];
    throw error;
  });
}

const RACED = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

/** The failed conditions of a cancelled transaction, or `raced` when it only lost to another in flight. */
function cancelled(options: DynamoTable, error: unknown): Conflict[] | 'raced' {
  if (!(error instanceof TransactionCanceledException)) throw error;
  const reasons = error.CancellationReasons ?? [];
  const conflicts = reasons.flatMap((reason, index) =>
    reason.Code === 'ConditionalCheckFailed' ? [conflictOf(options, index, reason.Item)] : [],
  );
  if (conflicts.length > 0) return conflicts;
  if (reasons.some(({ Code = '' }) => RACED.has(Code))) return 'raced';
  throw error;
}

async function transact(options: DynamoTable, writes: readonly Write[], token?: string): Promise<Written> {
  if (writes.length > 100) throw new Error('At most 100 writes in one transaction');
  const input = {
    TransactItems: writes.map((asked) => inTransaction(requestOf(options, asked))),
    ...metered(options),
    ...(token === undefined ? {} : { ClientRequestToken: token }),
  };
  const send = async () => {
    const reply = await options.client.send(new TransactWriteItemsCommand(input));
    if (options.used) count(options, 'write', reply.ConsumedCapacity);
  };
  return racing(options, send, (error) => cancelled(options, error));
}
