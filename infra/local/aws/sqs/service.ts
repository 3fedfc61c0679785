import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod/mini';
import type { QueueSpec } from '../../assembly/queues.ts';
import { readRequest } from '../body.ts';
import { accessDenied, badRequest } from '../failure.ts';
import type { Authority } from '../iam/authority.ts';
import { type QueueMessage, type QueueStore, ReceiptError, SendError } from '../queue-store.ts';

const Attributes = z.optional(
  z.record(
    z.string(),
    z.object({
      DataType: z.string(),
      StringValue: z.optional(z.string()),
      BinaryValue: z.optional(z.string()),
    }),
  ),
);
const Outgoing = {
  MessageBody: z.string(),
  DelaySeconds: z.optional(z.number().check(z.minimum(0), z.maximum(900))),
  MessageGroupId: z.optional(z.string()),
  MessageDeduplicationId: z.optional(z.string()),
  MessageAttributes: Attributes,
};
const QueueUrl = z.string();
const Visibility = z.number().check(z.minimum(0), z.maximum(43_200));
const REQUESTS = {
  SendMessage: z.object({ QueueUrl, ...Outgoing }),
  SendMessageBatch: z.object({
    QueueUrl,
    Entries: z.array(z.object({ Id: z.string(), ...Outgoing })).check(z.minLength(1), z.maxLength(10)),
  }),
  ReceiveMessage: z.object({
    QueueUrl,
    MaxNumberOfMessages: z._default(z.number().check(z.minimum(1), z.maximum(10)), 1),
    VisibilityTimeout: z.optional(Visibility),
    WaitTimeSeconds: z._default(z.number().check(z.minimum(0), z.maximum(20)), 0),
  }),
  DeleteMessage: z.object({ QueueUrl, ReceiptHandle: z.string() }),
  ChangeMessageVisibility: z.object({ QueueUrl, ReceiptHandle: z.string(), VisibilityTimeout: Visibility }),
  GetQueueAttributes: z.object({ QueueUrl }),
};

type Body = Record<string, unknown>;
export type SqsService = (call: { caller: string; operation: string; body: unknown }) => Promise<Body>;
type Door = { store: QueueStore; caller: string; admit(action: string, url: string): QueueSpec };

/** The queue service in its JSON protocol; every call is judged on the queue it names. */
export function createSqs(store: QueueStore, queues: readonly QueueSpec[], authority: Authority): SqsService {
  const named = new Map(queues.map((queue) => [new URL(queue.url).pathname, queue]));
  return async ({ caller, operation, body }) => {
    const run = OPERATIONS[operation];
    if (run === undefined) throw badRequest('InvalidAction', `The local queues do not do ${operation}.`);
    const admit = (action: string, url: string) => {
      const queue = named.get(URL.canParse(url) ? new URL(url).pathname : url);
      if (queue === undefined) {
        throw badRequest('QueueDoesNotExist', `The assembly has no queue ${url}.`);
      }
      const refusal = authority.authorize({ caller, action: `sqs:${action}`, resource: queue.arn });
      if (refusal !== undefined) throw accessDenied(refusal);
      return queue;
    };
    try {
      return await run(body, { store, caller, admit });
    } catch (error) {
      if (error instanceof SendError) throw badRequest('InvalidParameterValue', error.message);
      if (error instanceof ReceiptError) throw badRequest('ReceiptHandleIsInvalid', error.message);
      throw error;
    }
  };
}

const OPERATIONS: Readonly<Record<string, (body: unknown, door: Door) => Promise<Body> | Body>> = {
  SendMessage: (body, door) => {
    const request = readRequest(REQUESTS.SendMessage, body);
    return send(door, door.admit('SendMessage', request.QueueUrl), request);
  },
  SendMessageBatch: (body, door) => {
    const request = readRequest(REQUESTS.SendMessageBatch, body);
    const queue = door.admit('SendMessage', request.QueueUrl);
    const Successful: Body[] = [];
    const Failed: Body[] = [];
    for (const entry of request.Entries) {
      try {
        Successful.push({ Id: entry.Id, ...send(door, queue, entry) });
      } catch (error) {
        if (!(error instanceof SendError)) throw error;
        Failed.push({
          Id: entry.Id,
          Code: 'InvalidParameterValue',
          Message: error.message,
          SenderFault: true,
        });
      }
    }
    return { Successful, Failed };
  },
  ReceiveMessage: async (body, door) => {
    const request = readRequest(REQUESTS.ReceiveMessage, body);
    const queue = door.admit('ReceiveMessage', request.QueueUrl);
    const take = () => door.store.receive(queue.arn, request.MaxNumberOfMessages, request.VisibilityTimeout);
    const end = performance.now() + request.WaitTimeSeconds * 1000;
    let taken = take();
    while (taken.length === 0 && performance.now() < end) {
      await delay(50);
      taken = take();
    }
    return taken.length === 0 ? {} : { Messages: taken.map(written) };
  },
  DeleteMessage: (body, door) => {
    const request = readRequest(REQUESTS.DeleteMessage, body);
    door.store.remove(door.admit('DeleteMessage', request.QueueUrl).arn, request.ReceiptHandle);
    return {};
  },
  ChangeMessageVisibility: (body, door) => {
    const request = readRequest(REQUESTS.ChangeMessageVisibility, body);
    const queue = door.admit('ChangeMessageVisibility', request.QueueUrl);
    door.store.changeVisibility(queue.arn, request.ReceiptHandle, request.VisibilityTimeout);
    return {};
  },
  GetQueueAttributes: (body, door) => {
    const request = readRequest(REQUESTS.GetQueueAttributes, body);
    const queue = door.admit('GetQueueAttributes', request.QueueUrl);
    const depth = door.store.depth(queue.arn);
    return {
      Attributes: {
        QueueArn: queue.arn,
        VisibilityTimeout: String(queue.visibilitySeconds),
        ApproximateNumberOfMessages: String(depth.visible),
        ApproximateNumberOfMessagesNotVisible: String(depth.inFlight),
        ApproximateNumberOfMessagesDelayed: String(depth.delayed),
      },
    };
  },
};

type Entry = Omit<z.infer<typeof REQUESTS.SendMessage>, 'QueueUrl'>;

function send({ store, caller }: Door, queue: QueueSpec, entry: Entry): Body {
  const MessageId = store.send(queue.arn, entry.MessageBody, {
    sender: caller,
    ...(entry.DelaySeconds !== undefined && { delaySeconds: entry.DelaySeconds }),
    ...(entry.MessageGroupId !== undefined && { groupId: entry.MessageGroupId }),
    ...(entry.MessageDeduplicationId !== undefined && { deduplicationId: entry.MessageDeduplicationId }),
    ...(entry.MessageAttributes !== undefined && { messageAttributes: entry.MessageAttributes }),
  });
  return { MessageId, MD5OfMessageBody: md5(entry.MessageBody) };
}

const written = (message: QueueMessage): Body => ({
  MessageId: message.id,
  ReceiptHandle: message.receipt,
  Body: message.body,
  MD5OfBody: md5(message.body),
  Attributes: message.attributes,
  MessageAttributes: message.messageAttributes,
});

/** A checksum the protocol asks for, not a safeguard. */
const md5 = (text: string) => createHash('md5').update(text).digest('hex');
