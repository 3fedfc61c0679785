import type { DatabaseSync } from 'node:sqlite';
import type { QueueSpec } from '../assembly/queues.ts';
import { openDuplicates } from './sqs/duplicates.ts';
import { openMessages, type StoredMessage } from './sqs/messages.ts';
import { takeVisible } from './sqs/receive.ts';

export type MessageAttribute = { DataType: string; StringValue?: string; BinaryValue?: string };
export type QueueMessage = {
  id: string;
  receipt: string;
  body: string;
  /** SentTimestamp, ApproximateReceiveCount, ApproximateFirstReceiveTimestamp, SenderId; MessageGroupId … on FIFO. */
  attributes: Record<string, string>;
  messageAttributes: Record<string, MessageAttribute>;
  /** How often it was received, this time included. */
  receives: number;
  groupId: string | undefined;
};
export type QueueDepth = { visible: number; inFlight: number; delayed: number };
export type SendOptions = {
  delaySeconds?: number;
  groupId?: string;
  deduplicationId?: string;
  messageAttributes?: Record<string, MessageAttribute>;
  /** Who sent it, for SenderId. */
  sender?: string;
};

/** The queues as the platform sees them: no leave is asked here, `Aws.authorize` does that. */
export type QueueStore = {
  /** Answers the message's id; on a FIFO queue the id of the first when it is a duplicate. */
  send(queueArn: string, body: string, options?: SendOptions): string;
  /** Takes up to `maximum` visible messages for the queue's visibility time; past its receives a message moves to the dead-letter queue instead. */
  receive(queueArn: string, maximum: number, visibilitySeconds?: number): QueueMessage[];
  remove(queueArn: string, receipt: string): void;
  changeVisibility(queueArn: string, receipt: string, seconds: number): void;
  depth(queueArn: string): QueueDepth;
  /** Bodies waiting in a queue, without receiving them (dead letters on show). */
  peek(queueArn: string): readonly string[];
  /** The earliest instant a message becomes visible, if any is waiting; now or before when one is ready. */
  nextVisible(queueArn: string): Date | undefined;
  /** Calls back after anything was sent or became visible by a change; returns the way to stop. */
  onChange(listener: (queueArn: string) => void): () => void;
};

/** A stale or unknown receipt. */
export class ReceiptError extends Error {}
/** A send that the kind of queue does not allow; the message says why. */
export class SendError extends Error {}

/** The queues in the given database; delays, visibility and retention follow the shared clock. */
export function openQueueStore(
  database: DatabaseSync,
  queues: readonly QueueSpec[],
  clock: () => Date,
): QueueStore {
  const specs = new Map(queues.map((queue) => [queue.arn, queue]));
  const messages = openMessages(database);
  const duplicates = openDuplicates(database);
  const listeners = new Set<(queueArn: string) => void>();
  const now = () => clock().getTime();
  const spec = (arn: string): QueueSpec => {
    const found = specs.get(arn);
    if (found === undefined) throw new SendError(`The assembly has no queue ${arn}.`);
    return found;
  };
  const changed = (arn: string) => {
    for (const listener of listeners) listener(arn);
  };
  const held = (queueArn: string, receipt: string): StoredMessage => {
    const message = messages.byReceipt(queueArn, receipt);
    if (message === undefined) throw new ReceiptError('The receipt is not of a message in this queue.');
    return message;
  };

  return {
    send: (queueArn, body, options = {}) => {
      const queue = spec(queueArn);
      const deduplicationId = checkSend(queue, body, options);
      const earlier = deduplicationId && duplicates.find(queue, { ...options, deduplicationId }, now());
      if (earlier) return earlier;
      const id = messages.add(queueArn, body, {
        ...options,
        deduplicationId,
        sentAt: now(),
        visibleAt: now() + (options.delaySeconds ?? queue.delaySeconds) * 1000,
      });
      if (deduplicationId) duplicates.remember(queue, { ...options, deduplicationId }, { id, at: now() });
      changed(queueArn);
      return id;
    },
    receive: (queueArn, maximum, visibilitySeconds) => {
      const queue = spec(queueArn);
      const until = now() + (visibilitySeconds ?? queue.visibilitySeconds) * 1000;
      const { taken, moved } = takeVisible(messages, queue, { maximum, now: now(), until });
      if (moved > 0 && queue.redrive !== undefined) changed(queue.redrive.deadLetterArn);
      return taken.map(asMessage);
    },
    remove: (queueArn, receipt) => {
      messages.drop(held(queueArn, receipt).place);
      // The next message of the group may go now.
      changed(queueArn);
    },
    changeVisibility: (queueArn, receipt, seconds) => {
      messages.showAt(held(queueArn, receipt).place, now() + seconds * 1000);
      changed(queueArn);
    },
    depth: (queueArn) => messages.count(spec(queueArn).arn, now()),
    peek: (queueArn) => messages.bodies(spec(queueArn).arn),
    nextVisible: (queueArn) => {
      const at = messages.firstVisible(spec(queueArn).arn, spec(queueArn).fifo);
      return at === undefined ? undefined : new Date(at);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Says why a queue of this kind does not take the message; answers its deduplication id. */
function checkSend(queue: QueueSpec, body: string, options: SendOptions): string | undefined {
  if (body.length === 0) throw new SendError('A message has a body.');
  if (Buffer.byteLength(body) > 1_048_576) throw new SendError('A message has at most 1 MiB.');
  if (!queue.fifo) return undefined;
  if (options.groupId === undefined)
    throw new SendError('A message to a FIFO queue names its MessageGroupId.');
  if (options.delaySeconds !== undefined)
    throw new SendError('One message to a FIFO queue cannot be delayed.');
  if (options.deduplicationId !== undefined) return options.deduplicationId;
  if (queue.contentBasedDeduplication) return `content ${body}`;
  throw new SendError('A message to this FIFO queue names its MessageDeduplicationId.');
}

function asMessage(message: StoredMessage): QueueMessage {
  return {
    id: message.id,
    receipt: message.receipt ?? '',
    body: message.body,
    receives: message.receives,
    groupId: message.groupId ?? undefined,
    messageAttributes: message.messageAttributes,
    attributes: {
      SenderId: message.sender,
      SentTimestamp: String(message.sentAt),
      ApproximateReceiveCount: String(message.receives),
      ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt ?? message.sentAt),
      ...(message.groupId !== null && {
        MessageGroupId: message.groupId,
        MessageDeduplicationId: message.deduplicationId ?? '',
        SequenceNumber: String(message.place).padStart(20, '0'),
      }),
    },
  };
}
