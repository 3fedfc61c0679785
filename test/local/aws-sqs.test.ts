import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { queuesOf } from '#infra/local/assembly/queues.ts';
import type { Aws } from '#infra/local/aws/endpoint.ts';
import { clientOf, localAws } from '../support/local-aws.ts';
import { functionWith, smallAssembly } from '../support/small-assembly.ts';

const ALL = [
  'SendMessage',
  'ReceiveMessage',
  'DeleteMessage',
  'ChangeMessageVisibility',
  'GetQueueAttributes',
];
const on = (queue: string, actions = ALL) => ({
  Effect: 'Allow',
  Action: actions.map((action) => `sqs:${action}`),
  Resource: { 'Fn::GetAtt': [queue, 'Arn'] },
});
const queue = (properties = {}) => ({ Type: 'AWS::SQS::Queue', Properties: properties });
const assembly = smallAssembly({
  Dead: queue(),
  Mail: queue({
    VisibilityTimeout: 60,
    RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] }, maxReceiveCount: 2 },
  }),
  Chain: queue({ FifoQueue: true, DeduplicationScope: 'messageGroup', VisibilityTimeout: 60 }),
  Late: queue({ DelaySeconds: 30, MessageRetentionPeriod: 600 }),
  ...functionWith('Worker', on('Mail'), on('Chain'), on('Dead'), on('Late')),
  ...functionWith('Sender', on('Mail', ['SendMessage'])),
});
const specs = new Map(queuesOf(assembly).map((it) => [it.logicalId, it]));
const arn = (id: string) => specs.get(id)?.arn ?? '';

async function world(name = 'Worker') {
  const time = { now: Date.parse('2026-11-23T09:00:00Z') };
  const aws = await localAws(assembly, { clock: () => new Date(time.now) });
  const sqs = new SQSClient(clientOf(aws, name));
  const url = (id: string) => aws.queueUrl(specs.get(id)?.url ?? '');
  const take = async (id: string, MaxNumberOfMessages = 10) =>
    (await sqs.send(new ReceiveMessageCommand({ QueueUrl: url(id), MaxNumberOfMessages }))).Messages ?? [];
  const put = (id: string, MessageBody: string, group?: string, MessageDeduplicationId?: string) =>
    sqs.send(
      new SendMessageCommand({
        QueueUrl: url(id),
        MessageBody,
        MessageGroupId: group,
        MessageDeduplicationId,
      }),
    );
  const later = (seconds: number) => {
    time.now += seconds * 1000;
  };
  return { aws, sqs, url, take, put, later };
}

const bodies = (messages: { Body?: string }[]) => messages.map((message) => message.Body);

test('a message is hidden while it is worked on, and comes back when its time is over', async () => {
  const { sqs, url, take, put, later } = await world();
  await put('Mail', 'hello');
  const [first] = await take('Mail');
  expect(first?.Body).toBe('hello');
  expect(await take('Mail')).toEqual([]);
  later(59);
  expect(await take('Mail')).toEqual([]);
  later(1);
  const [again] = await take('Mail');
  expect(again?.Attributes).toMatchObject({ ApproximateReceiveCount: '2' });
  await sqs.send(new DeleteMessageCommand({ QueueUrl: url('Mail'), ReceiptHandle: again?.ReceiptHandle }));
  later(1000);
  expect(await take('Mail')).toEqual([]);
});

test('a message received as often as allowed goes to the dead letters, with its id and words', async () => {
  const { aws, take, put, later } = await world();
  const { MessageId } = await put('Mail', 'poison');
  for (const _ of [1, 2]) {
    expect(bodies(await take('Mail'))).toEqual(['poison']);
    later(60);
  }
  expect(await take('Mail')).toEqual([]);
  expect(aws.queues.peek(arn('Mail'))).toEqual([]);
  const [dead] = await take('Dead');
  expect(dead).toMatchObject({ MessageId, Body: 'poison', Attributes: { ApproximateReceiveCount: '1' } });
});

test('a message behind a poisoned one is received in the same call', async () => {
  const { take, put, later } = await world();
  await put('Mail', 'poison');
  await take('Mail');
  later(60);
  await take('Mail');
  later(60);
  await put('Mail', 'good');
  expect(bodies(await take('Mail', 1))).toEqual(['good']);
});

test('visibility can be ended early or drawn out, and an old receipt opens nothing', async () => {
  const { sqs, url, take, put, later } = await world();
  await put('Mail', 'hello');
  const [first] = await take('Mail');
  const change = (seconds: number, ReceiptHandle = first?.ReceiptHandle) =>
    sqs.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: url('Mail'),
        ReceiptHandle,
        VisibilityTimeout: seconds,
      }),
    );
  await change(300);
  later(299);
  expect(await take('Mail')).toEqual([]);
  await change(0);
  expect(await take('Mail')).toHaveLength(1);
  await expect(change(0)).rejects.toMatchObject({ name: 'ReceiptHandleIsInvalid' });
});

test('a delayed queue holds a message back, and forgets one kept too long', async () => {
  const { aws, take, put, later } = await world();
  await put('Late', 'slow');
  expect(aws.queues.depth(arn('Late'))).toEqual({ visible: 0, inFlight: 0, delayed: 1 });
  expect(aws.queues.nextVisible(arn('Late'))).toEqual(new Date('2026-11-23T09:00:30Z'));
  expect(await take('Late')).toEqual([]);
  later(30);
  expect(await take('Late')).toHaveLength(1);
  later(600);
  expect(await take('Late')).toEqual([]);
  expect(aws.queues.peek(arn('Late'))).toEqual([]);
});

test('a batch says which entries were taken and why others were not', async () => {
  const { sqs, url } = await world();
  const answer = await sqs.send(
    new SendMessageBatchCommand({
      QueueUrl: url('Chain'),
      Entries: [
        { Id: 'good', MessageBody: 'a', MessageGroupId: 'g', MessageDeduplicationId: '1' },
        { Id: 'bad', MessageBody: 'b', MessageDeduplicationId: '2' },
      ],
    }),
  );
  expect(answer.Successful?.map((entry) => entry.Id)).toEqual(['good']);
  expect(answer.Failed).toMatchObject([
    { Id: 'bad', SenderFault: true, Message: 'A message to a FIFO queue names its MessageGroupId.' },
  ]);
});

test('in a FIFO queue a group waits behind its first message while other groups go on', async () => {
  const { aws, sqs, url, take, put } = await world();
  await put('Chain', 'a1', 'a', '1');
  await put('Chain', 'a2', 'a', '2');
  await put('Chain', 'b1', 'b', '1');
  const [first] = await take('Chain', 1);
  expect(first?.Body).toBe('a1');
  expect(bodies(await take('Chain'))).toEqual(['b1']);
  expect(aws.queues.nextVisible(arn('Chain'))).toEqual(new Date('2026-11-23T09:01:00Z'));
  await sqs.send(new DeleteMessageCommand({ QueueUrl: url('Chain'), ReceiptHandle: first?.ReceiptHandle }));
  expect(bodies(await take('Chain'))).toEqual(['a2']);
});

test('one batch may bring several of a group, in order', async () => {
  const { take, put } = await world();
  for (const body of ['1', '2', '3']) await put('Chain', body, 'a', body);
  expect(bodies(await take('Chain'))).toEqual(['1', '2', '3']);
});

test('the same deduplication id within five minutes is one message, per group', async () => {
  const { aws, put, later } = await world();
  const first = await put('Chain', 'x', 'a', 'same');
  expect((await put('Chain', 'x', 'a', 'same')).MessageId).toBe(first.MessageId);
  await put('Chain', 'x', 'b', 'same');
  expect(aws.queues.peek(arn('Chain'))).toHaveLength(2);
  later(301);
  await put('Chain', 'x', 'a', 'same');
  expect(aws.queues.peek(arn('Chain'))).toHaveLength(3);
});

test('a refusal names function, action and queue', async () => {
  const { aws, sqs, url, put } = await world('Sender');
  await put('Mail', 'allowed');
  const reading = sqs.send(new ReceiveMessageCommand({ QueueUrl: url('Mail') }));
  await expect(reading).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: `the-sender (Sender) may not sqs:ReceiveMessage on ${arn('Mail')}: no statement of its role allows it`,
  });
  expect(aws.announced).toHaveLength(1);
});

test('a queue’s own policy can refuse what a role allows', async () => {
  const guarded = smallAssembly({
    Mail: queue(),
    Policy: {
      Type: 'AWS::SQS::QueuePolicy',
      Properties: {
        Queues: [{ Ref: 'Mail' }],
        PolicyDocument: {
          Statement: [
            {
              Effect: 'Deny',
              Principal: { AWS: '*' },
              Action: 'sqs:*',
              Resource: '*',
              Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            },
            { Sid: 'NoSending', Effect: 'Deny', Principal: '*', Action: 'sqs:SendMessage', Resource: '*' },
          ],
        },
      },
    },
    ...functionWith('Worker', on('Mail')),
  });
  const aws = await localAws(guarded);
  const sqs = new SQSClient(clientOf(aws, 'Worker'));
  const QueueUrl = aws.queueUrl(queuesOf(guarded)[0]?.url ?? '');
  expect((await sqs.send(new GetQueueAttributesCommand({ QueueUrl }))).Attributes).toMatchObject({
    ApproximateNumberOfMessages: '0',
  });
  await expect(sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' }))).rejects.toThrow(
    'Policy#NoSending denies it',
  );
});

test('what was sent survives a restart', async () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'portal-queues-'));
  const storage = { kind: 'directory', path: directory } as const;
  const sent = async (aws: Aws) => aws.queues.peek(arn('Mail'));
  try {
    const before = await localAws(assembly, { storage });
    before.queues.send(arn('Mail'), 'kept');
    await before.close();
    const after = await localAws(assembly, { storage });
    expect(await sent(after)).toEqual(['kept']);
    await after.close();
  } finally {
    rmSync(directory, { recursive: true });
  }
});

test('whoever waits for a queue hears of sends, of early ends and of dead letters', async () => {
  const { aws } = await world();
  const heard: string[] = [];
  const stop = aws.queues.onChange((queueArn) => heard.push(queueArn));
  aws.queues.send(arn('Mail'), 'x');
  const [message] = aws.queues.receive(arn('Mail'), 1);
  aws.queues.changeVisibility(arn('Mail'), message?.receipt ?? '', 0);
  aws.queues.receive(arn('Mail'), 1, 0);
  aws.queues.receive(arn('Mail'), 1);
  stop();
  aws.queues.send(arn('Mail'), 'y');
  expect(heard).toEqual([arn('Mail'), arn('Mail'), arn('Dead')]);
});
