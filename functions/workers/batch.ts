import type { DynamoDBStreamEvent, SQSEvent } from 'aws-lambda';
import { errorFields, type LogFields, type Logger } from '#functions/runtime/logger.ts';
import { toItem } from '#functions/store/attributes.ts';
import { eventFromItem } from '#functions/store/event.ts';
import type { Envelope } from '#shared/events/envelope.ts';

/** What Lambda takes as the answer of a batch: which of it has to come again. */
export type BatchAnswer = { batchItemFailures: { itemIdentifier: string }[] };

/** One thing of a batch, read when its turn comes so that one that cannot be read spoils no other. */
export type Part<T> = { id: string; read: () => T };

/**
 * Does one thing after another and answers which failed. A failure keeps nobody else from being served;
 * it comes again and, when it never succeeds, ends among the dead letters, where the sweeper finds its
 * event after a repair. What was done before counts as done: every reaction may be repeated.
 */
export async function eachOf<T>(
  parts: readonly Part<T>[],
  log: Logger,
  react: (one: T) => Promise<void>,
): Promise<BatchAnswer> {
  const batchItemFailures: BatchAnswer['batchItemFailures'] = [];
  for (const { id, read } of parts) {
    let about: LogFields = {};
    try {
      const one = read();
      about = aboutOf(one);
      await react(one);
    } catch (error) {
      log.error('reaction failed', { messageId: id, ...about, ...errorFields(error) });
      batchItemFailures.push({ itemIdentifier: id });
    }
  }
  return { batchItemFailures };
}

const aboutOf = (one: unknown): LogFields =>
  typeof one === 'object' && one !== null && 'aggregate' in one && 'type' in one
    ? { aggregate: String(one.aggregate), eventType: String(one.type) }
    : {};

/** The new events of a stream's batch. Whatever else lies in the table (marks, the sweeper's place) is passed over. */
export function eventsOf({ Records }: DynamoDBStreamEvent): Part<Envelope>[] {
  return Records.flatMap(({ eventName, dynamodb }) => {
    const image = dynamodb?.NewImage;
    const isEvent = eventName === 'INSERT' && image !== undefined && image['type'] !== undefined;
    return isEvent ? [{ id: dynamodb?.SequenceNumber ?? '', read: () => eventFromItem(toItem(image)) }] : [];
  });
}

/** The messages of a queue's batch. */
export const messagesOf = ({ Records }: SQSEvent): Part<string>[] =>
  Records.map(({ messageId, body }) => ({ id: messageId, read: () => body }));
