import { generateKeyPairSync, sign, verify } from 'node:crypto';
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord, SQSEvent } from 'aws-lambda';
import type { Mail } from '#functions/gateways/email.ts';
import type { Queue } from '#functions/gateways/queue.ts';
import { jsonLogger } from '#functions/runtime/logger.ts';
import { systemSecret } from '#functions/runtime/secrets.ts';
import { Unavailable } from '#functions/runtime/unavailable.ts';
import { sweep } from '#functions/schedules/sweep.ts';
import { isDone } from '#functions/store/done.ts';
import { invitedUserItems, type User } from '#functions/store/user.ts';
import { type BatchAnswer, eachOf, eventsOf, messagesOf } from '#functions/workers/batch.ts';
import { reactWithChain } from '#functions/workers/chain.ts';
import { dispatch } from '#functions/workers/dispatch.ts';
import { reactWithInsight } from '#functions/workers/insight.ts';
import { projectBatch } from '#functions/workers/listing.ts';
import { reactWithMail } from '#functions/workers/mail.ts';
import { eventAt } from '#functions/workers/pointer.ts';
import type { Principal } from '#shared/model/roles.ts';
import { NAMES, type TestEngine } from './engine.ts';
import { ORIGIN, testClock } from './http-world.ts';
import { NOW, referralWorld, type room } from './referral-world.ts';

/** A queue in memory that keeps what was not taken off it; `refuses` makes it turn messages away. */
export function memoryQueue() {
  const waiting: string[] = [];
  const switches = { refuses: false };
  const queue: Queue = {
    async send(messages) {
      if (switches.refuses) return messages.map((_, index) => index);
      waiting.push(...messages);
      return [];
    },
  };
  return { queue, waiting, switches };
}

/** A provider that delivers, is down, or dies right after it has taken a mail. */
export function memoryMailer() {
  const delivered: Mail[] = [];
  const switches = { down: false, dieAfterSend: false };
  const mailer = {
    async send(mail: Mail) {
      if (switches.down) throw new Unavailable('mail', new Error());
      delivered.push(mail);
      if (switches.dieAfterSend) await new Promise(() => undefined);
    },
  };
  return { mailer, delivered, switches };
}

/** Signs as the key service would, with a key of this test; `verifies` checks as anybody could. */
export function memorySigner() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    signer: {
      keyId: 'anchor-key',
      sign: async (text: string) => Uint8Array.from(sign('sha256', Buffer.from(text), privateKey)),
    },
    verifies: (text: string, signature: string) =>
      verify('sha256', Buffer.from(text), publicKey, Buffer.from(signature, 'base64')),
  };
}

/** What has been written to *events* since the last call, as Lambda is given it. */
function streamOf(engine: TestEngine) {
  const client = new DynamoDBStreamsClient({
    endpoint: engine.url,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  let iterator: string | undefined;
  const begin = async () => {
    const { Streams } = await client.send(new ListStreamsCommand({ TableName: NAMES.events }));
    const StreamArn = Streams?.[0]?.StreamArn ?? '';
    const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn }));
    const ShardId = StreamDescription?.Shards?.[0]?.ShardId ?? '';
    const place = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' } as const;
    return (await client.send(new GetShardIteratorCommand(place))).ShardIterator;
  };
  return async (): Promise<DynamoDBRecord[]> => {
    iterator ??= await begin();
    const records: DynamoDBRecord[] = [];
    for (;;) {
      const page = await client.send(new GetRecordsCommand({ ShardIterator: iterator ?? '' }));
      iterator = page.NextShardIterator;
      // The SDK's records are what Lambda passes on, but for dates that nothing here reads.
      records.push(...((page.Records ?? []) as unknown as DynamoDBRecord[]));
      if ((page.Records ?? []).length === 0) return records;
    }
  };
}

/** A deployment's workers on one engine, fed by its real stream, with queues and mail in memory. */
export async function workerWorld(engine: TestEngine, capacity?: ReturnType<typeof room>) {
  const clock = testClock(NOW);
  const lines: string[] = [];
  const log = jsonLogger((line) => lines.push(line));
  const table = engine.tableWith({ now: clock.now });
  const world = await referralWorld(table, capacity);
  const enrol = async (who: Principal, more: Partial<User> = {}) => {
    for (const item of invitedUserItems({ ...who, active: true, mail: 'instant', ...more }))
      await world.put(item);
  };
  for (const who of Object.values(world.people)) await enrol(who);
  const queues = { mail: memoryQueue(), chain: memoryQueue(), insight: memoryQueue() };
  const mail = memoryMailer();
  const signing = memorySigner();
  const backoff = async () => undefined;
  const handed = { mail: queues.mail.queue, chain: queues.chain.queue, insight: queues.insight.queue };
  const deps = {
    table,
    now: clock.now,
    log,
    backoff,
    queues: handed,
    origin: ORIGIN,
    mailer: mail.mailer,
    signer: signing.signer,
    secret: systemSecret,
  };
  const read = streamOf(engine);
  const reactions = {
    mail: (message: string) => reactWithMail(deps, message),
    chain: (message: string) => reactWithChain(deps, message),
    insight: async (message: string) => reactWithInsight(deps, await eventAt(table, message)),
  };
  const dispatched = (Records: DynamoDBRecord[]): Promise<BatchAnswer> =>
    dispatch(deps, eventsOf({ Records }));
  /** Takes everything off a queue once, ten at a time; what fails goes back, as a queue does. */
  const drain = async (name: keyof typeof queues): Promise<number> => {
    const messages = queues[name].waiting.splice(0);
    for (let from = 0; from < messages.length; from += 10) {
      const batch = messages.slice(from, from + 10);
      const Records = batch.map((body, index) => ({ body, messageId: String(index) }));
      const answer = await eachOf(messagesOf({ Records } as SQSEvent), log, reactions[name]);
      for (const { itemIdentifier } of answer.batchItemFailures)
        queues[name].waiting.push(batch[Number(itemIdentifier)] ?? '');
    }
    return messages.length;
  };
  const settle = async () => {
    const Records = await read();
    await dispatched(Records);
    await projectBatch(deps, eventsOf({ Records }));
    for (const name of ['mail', 'chain', 'insight'] as const) await drain(name);
  };
  const done = (consumer: string, eventId: string) => isDone(table, consumer, eventId);
  return {
    ...world,
    ...{
      clock,
      lines,
      table,
      workers: deps,
      queues,
      mail,
      signing,
      enrol,
      read,
      dispatched,
      drain,
      settle,
      done,
      sweep: () => sweep(deps),
    },
  };
}
export type WorkerWorld = Awaited<ReturnType<typeof workerWorld>>;
