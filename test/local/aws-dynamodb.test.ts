// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the braces are CloudFormation’s own notation
import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  ListTablesCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient, ListStreamsCommand } from '@aws-sdk/client-dynamodb-streams';
import { expect, test } from 'vitest';
import { keysOf } from '#infra/local/assembly/keys.ts';
import { clientOf, localAws } from '../support/local-aws.ts';
import { functionWith, keyNamed, smallAssembly, tableNamed } from '../support/small-assembly.ts';

const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const may = (table: string, ...actions: string[]) => ({
  Effect: 'Allow',
  Action: actions.map((action) => `dynamodb:${action}`),
  Resource: arnOf(table),
});
const READING = ['kms:Decrypt', 'kms:DescribeKey'];
const WRITING = [
  ...READING,
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];
const tableKey = (actions: string[], service = 'dynamodb') => ({
  Effect: 'Allow',
  Action: actions,
  Resource: arnOf('Key'),
  Condition: { StringEquals: { 'kms:ViaService': `${service}.eu-west-2.amazonaws.com` } },
});
const area = (name: string) => ({
  ...may('Portal', 'GetItem', 'Query', 'BatchGetItem', 'PutItem', 'Scan', 'BatchWriteItem'),
  Condition: {
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': `${name}#*` },
    Null: { 'dynamodb:LeadingKeys': 'false' },
  },
});
const assembly = smallAssembly({
  ...keyNamed('Key'),
  ...tableNamed('Portal'),
  ...tableNamed('Events'),
  ...tableNamed('Sealed', 'Key'),
  ...functionWith(
    'Staff',
    may('Portal', 'GetItem', 'PutItem', 'BatchGetItem', 'ConditionCheckItem'),
    may('Events', 'PutItem'),
  ),
  ...functionWith('Lister', {
    ...may('Portal', 'Query'),
    Resource: { 'Fn::Sub': '${Portal.Arn}/index/slot' },
  }),
  ...functionWith('Area', area('m')),
  ...functionWith('Keyless', may('Sealed', 'GetItem', 'PutItem')),
  ...functionWith('Reader', may('Sealed', 'GetItem', 'PutItem'), tableKey(READING)),
  ...functionWith('Writer', may('Sealed', 'GetItem', 'PutItem'), tableKey(WRITING)),
  ...functionWith('Elsewhere', may('Sealed', 'GetItem'), tableKey(WRITING, 'sqs')),
});
const TABLE = (id: string) => `arn:aws:dynamodb:eu-west-2:000000000000:table/the-${id}`;
const row = (pk: string) => ({ pk: { S: pk }, sk: { S: 's' } });
const put = (table: string, pk = 'p') => new PutItemCommand({ TableName: `the-${table}`, Item: row(pk) });
const get = (table: string, pk = 'p') => new GetItemCommand({ TableName: `the-${table}`, Key: row(pk) });

async function world() {
  const aws = await localAws(assembly, { withTables: true });
  return { aws, as: (name: string) => new DynamoDBClient(clientOf(aws, name)) };
}
const denied = (message: string) => ({
  name: 'AccessDeniedException',
  message: expect.stringContaining(message),
});

test('what a role allows reaches the table and comes back', async () => {
  const { aws, as } = await world();
  await as('Staff').send(put('portal'));
  expect((await as('Staff').send(get('portal'))).Item).toEqual(row('p'));
  expect(aws.announced).toEqual([]);
});

test('a refusal names function, action and table, and nothing was written', async () => {
  const { aws, as } = await world();
  const update = new UpdateItemCommand({
    TableName: 'the-portal',
    Key: row('p'),
    UpdateExpression: 'SET a = :a',
    ExpressionAttributeValues: { ':a': { S: 'x' } },
  });
  await expect(as('Staff').send(update)).rejects.toMatchObject(
    denied(
      `the-staff (Staff) may not dynamodb:UpdateItem on ${TABLE('portal')}: no statement of its role allows it`,
    ),
  );
  expect((await as('Staff').send(get('portal'))).Item).toBeUndefined();
  expect(aws.announced).toHaveLength(1);
});

test('the same refused again is counted, not announced again: a loop must not fill the screen', async () => {
  const { aws, as } = await world();
  for (const _ of [1, 2, 3]) {
    await expect(as('Staff').send(new ScanCommand({ TableName: 'the-portal' }))).rejects.toThrow('may not');
  }
  expect(aws.announced).toHaveLength(1);
  expect(aws.refusals()).toMatchObject([{ action: 'dynamodb:Scan', times: 3 }]);
});

test('a transaction is judged element by element and table by table', async () => {
  const { as } = await world();
  const transact = (
    ...TransactItems: ConstructorParameters<typeof TransactWriteItemsCommand>[0]['TransactItems'] & object
  ) => as('Staff').send(new TransactWriteItemsCommand({ TransactItems }));
  const check = { Key: row('q'), ConditionExpression: 'attribute_not_exists(pk)' };
  await transact(
    { Put: { TableName: 'the-portal', Item: row('p') } },
    { Put: { TableName: 'the-events', Item: row('e') } },
    { ConditionCheck: { TableName: 'the-portal', ...check } },
  );
  await expect(
    transact(
      { Put: { TableName: 'the-portal', Item: row('x') } },
      { Delete: { TableName: 'the-portal', Key: row('p') } },
    ),
  ).rejects.toMatchObject(denied(`dynamodb:DeleteItem on ${TABLE('portal')}`));
  await expect(
    transact(
      { Put: { TableName: 'the-portal', Item: row('x') } },
      { ConditionCheck: { TableName: 'the-events', ...check } },
    ),
  ).rejects.toMatchObject(denied(`dynamodb:ConditionCheckItem on ${TABLE('events')}`));
  expect((await as('Staff').send(get('portal', 'x'))).Item).toBeUndefined();
});

test('a batch is judged for every table it names', async () => {
  const { as } = await world();
  const Keys = [row('p')];
  await as('Staff').send(new BatchGetItemCommand({ RequestItems: { 'the-portal': { Keys } } }));
  await expect(
    as('Staff').send(
      new BatchGetItemCommand({ RequestItems: { 'the-portal': { Keys }, 'the-events': { Keys } } }),
    ),
  ).rejects.toMatchObject(denied(`dynamodb:BatchGetItem on ${TABLE('events')}`));
  await expect(
    as('Staff').send(
      new BatchWriteItemCommand({ RequestItems: { 'the-portal': [{ PutRequest: { Item: row('z') } }] } }),
    ),
  ).rejects.toMatchObject(denied(`dynamodb:BatchWriteItem on ${TABLE('portal')}`));
});

test('a query of an index is an act on the index, not on the table', async () => {
  const { as } = await world();
  const query = (IndexName?: string) =>
    as('Lister').send(
      new QueryCommand({
        TableName: 'the-portal',
        IndexName,
        KeyConditionExpression: '#p = :p',
        ExpressionAttributeNames: { '#p': IndexName === undefined ? 'pk' : 'slot' },
        ExpressionAttributeValues: { ':p': { S: 'x' } },
      }),
    );
  expect((await query('slot')).Count).toBe(0);
  await expect(query()).rejects.toMatchObject(denied(`dynamodb:Query on ${TABLE('portal')}:`));
});

test('a table is the same table by its ARN', async () => {
  const { as } = await world();
  const byArn = new ScanCommand({ TableName: TABLE('portal') });
  await expect(as('Staff').send(byArn)).rejects.toMatchObject(denied(`dynamodb:Scan on ${TABLE('portal')}:`));
});

test('what names no table, an unknown table or a stream is not simply let through', async () => {
  const { aws, as } = await world();
  await expect(as('Staff').send(new ListTablesCommand({}))).rejects.toMatchObject(
    denied('dynamodb:ListTables on *'),
  );
  await expect(as('Staff').send(put('nobody'))).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  const streams = new DynamoDBStreamsClient(clientOf(aws, 'Staff'));
  await expect(streams.send(new ListStreamsCommand({}))).rejects.toMatchObject({
    name: 'UnknownOperationException',
  });
  const stranger = new DynamoDBClient(clientOf(aws, 'Nobody'));
  await expect(stranger.send(get('portal'))).rejects.toMatchObject(
    denied('the assembly has no such function or role'),
  );
});

test.each<[string, string]>([
  ['Keyless', 'kms:Decrypt'],
  ['Elsewhere', 'kms:Decrypt'],
])('%s cannot read a table whose key it may not use through DynamoDB', async (name, action) => {
  const { as } = await world();
  const key = keysOf(assembly)[0]?.arn;
  await expect(as(name).send(get('sealed'))).rejects.toMatchObject(
    denied(`${action} on ${key} (through dynamodb.eu-west-2.amazonaws.com)`),
  );
});

test('reading needs less of the table’s key than writing', async () => {
  const { as } = await world();
  await as('Writer').send(put('sealed'));
  expect((await as('Reader').send(get('sealed'))).Item).toEqual(row('p'));
  await expect(as('Reader').send(put('sealed'))).rejects.toMatchObject(denied('kms:Encrypt'));
});

test('leading keys are those of every key, item and partition a request names', async () => {
  const { as } = await world();
  const area_ = as('Area');
  await area_.send(put('portal', 'm#1'));
  expect((await area_.send(get('portal', 'm#1'))).Item).toEqual(row('m#1'));
  await expect(area_.send(put('portal', 's#1'))).rejects.toMatchObject(denied('dynamodb:PutItem'));
  await expect(area_.send(get('portal', 'mm#1'))).rejects.toMatchObject(denied('dynamodb:GetItem'));
  const batch = (...keys: string[]) =>
    area_.send(new BatchGetItemCommand({ RequestItems: { 'the-portal': { Keys: keys.map(row) } } }));
  await batch('m#1', 'm#2');
  await expect(batch('m#1', 's#1')).rejects.toMatchObject(denied('dynamodb:BatchGetItem'));
  const query = (value: string) =>
    area_.send(
      new QueryCommand({
        TableName: 'the-portal',
        KeyConditionExpression: 'begins_with(sk, :s) AND pk = :p',
        ExpressionAttributeValues: { ':p': { S: value }, ':s': { S: 's' } },
      }),
    );
  expect((await query('m#1')).Count).toBe(1);
  await expect(query('s#1')).rejects.toMatchObject(denied('dynamodb:Query'));
  await expect(area_.send(new ScanCommand({ TableName: 'the-portal' }))).rejects.toMatchObject(
    denied('dynamodb:Scan'),
  );
});

test('a decision that hangs on keys is not remembered for other keys', async () => {
  const { as } = await world();
  await as('Area').send(get('portal', 'm#1'));
  await expect(as('Area').send(get('portal', 's#1'))).rejects.toMatchObject(denied('dynamodb:GetItem'));
  await as('Area').send(get('portal', 'm#1'));
});

test('an engine that is gone answers like an outage, not like a refusal', async () => {
  const aws = await localAws(assembly);
  await expect(new DynamoDBClient(clientOf(aws, 'Staff')).send(get('portal'))).rejects.toMatchObject({
    name: 'InternalServerError',
    $metadata: { httpStatusCode: 500 },
  });
  expect(aws.announced).toEqual([]);
});
