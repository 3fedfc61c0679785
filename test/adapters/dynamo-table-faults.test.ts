import {
  BatchGetItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  TransactionCanceledException,
  TransactionConflictException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { Unavailable } from '#functions/runtime/unavailable.ts';
import { dynamoTable } from '#functions/store/dynamo-table.ts';
import type { Write } from '#functions/store/table.ts';

const mocked = mockClient(DynamoDBClient);
const waits: number[] = [];
const table = dynamoTable({
  client: new DynamoDBClient({ region: 'eu-west-2' }),
  names: { portal: 'Portal' },
  now: () => '2026-11-23T09:00:00.000Z',
  backoff: async (attempt) => void waits.push(attempt),
});
const put: Write = {
  kind: 'put',
  table: 'portal',
  item: { pk: 'a', sk: 'b', schema: 1 },
  expected: 'absent',
};
const metadata = { $metadata: {}, message: '' };
const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({ ...metadata, CancellationReasons: codes.map((Code) => ({ Code })) });

beforeEach(() => {
  mocked.reset();
  waits.length = 0;
});

describe('a transaction', () => {
  it('that only lost to another in flight is tried again, waiting longer each time', async () => {
    mocked
      .on(TransactWriteItemsCommand)
      .rejectsOnce(cancelled('TransactionConflict', 'None'))
      .rejectsOnce(cancelled('None', 'ThrottlingError'))
      .resolves({});
    expect(await table.transact([put, put], 'token')).toEqual({ ok: true });
    expect(waits).toEqual([0, 1]);
    const tokens = mocked
      .commandCalls(TransactWriteItemsCommand)
      .map(({ args }) => args[0].input.ClientRequestToken);
    expect(tokens).toEqual(['token', 'token', 'token']);
  });

  it('that loses every time is an outage, not a fault', async () => {
    mocked.on(TransactWriteItemsCommand).rejects(cancelled('TransactionConflict'));
    await expect(table.transact([put])).rejects.toThrow(Unavailable);
    expect(waits.length).toBeLessThanOrEqual(10);
  });

  it('whose condition failed is not tried again, even when it raced as well', async () => {
    mocked.on(TransactWriteItemsCommand).rejects(cancelled('TransactionConflict', 'ConditionalCheckFailed'));
    expect(await table.transact([put, put])).toEqual({
      ok: false,
      conflicts: [{ index: 1, item: undefined }],
    });
    expect(mocked.calls()).toHaveLength(1);
  });

  it('that is wrong in itself is a fault', async () => {
    mocked.on(TransactWriteItemsCommand).rejects(cancelled('ValidationError'));
    await expect(table.transact([put])).rejects.toThrow(TransactionCanceledException);
  });
});

it('a single write that meets a transaction is tried again', async () => {
  mocked.on(PutItemCommand).rejectsOnce(new TransactionConflictException(metadata)).resolves({});
  expect(await table.write(put)).toEqual({ ok: true });
});

it('keys that a batch left over are asked again, and again, and then it is an outage', async () => {
  const left = { UnprocessedKeys: { Portal: { Keys: [{ pk: { S: 'b' }, sk: { S: 'x' } }] } } };
  const item = (pk: string) => ({
    Responses: { Portal: [{ pk: { S: pk }, sk: { S: 'x' }, schema: { N: '1' } }] },
  });
  const keys = ['a', 'b'].map((pk) => ({ pk, sk: 'x' }));
  mocked
    .on(BatchGetItemCommand)
    .resolvesOnce({ ...item('a'), ...left })
    .resolvesOnce(left)
    .resolves(item('b'));
  expect((await table.getMany('portal', keys)).map(({ pk }) => pk)).toEqual(['a', 'b']);
  mocked.on(BatchGetItemCommand).resolves(left);
  await expect(table.getMany('portal', keys)).rejects.toThrow(Unavailable);
});

describe('an error', () => {
  const failing = (error: Error | string) => {
    mocked.on(GetItemCommand).rejects(error);
    return expect(table.get('portal', { pk: 'a', sk: 'b' })).rejects;
  };
  it.each([
    'ProvisionedThroughputExceededException',
    'ThrottlingException',
    'InternalServerError',
    'TimeoutError',
  ])('called %s is an outage', (name) => failing(Object.assign(new Error(), { name })).toThrow(Unavailable));
  it('of the network is an outage', () =>
    failing(Object.assign(new Error(), { code: 'ECONNREFUSED' })).toThrow(Unavailable));
  it('of a missing grant is a fault, and keeps its name', () =>
    failing(Object.assign(new Error('no'), { name: 'AccessDeniedException' })).toMatchObject({
      name: 'AccessDeniedException',
    }));
});

it('a table this function was not given is a fault of ours', async () => {
  await expect(table.get('people', { pk: 'a', sk: 'b' })).rejects.toThrow('no table people');
});
