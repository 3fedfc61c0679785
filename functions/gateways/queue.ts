import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { calling } from '#functions/runtime/unavailable.ts';

/** Hands messages to a queue. Answers the indexes of those that were not taken; an outage is thrown. */
export type Queue = { send(messages: readonly string[]): Promise<number[]> };

/** A queue of SQS, ten messages a call. */
export function sqsQueue(client: SQSClient, url: string): Queue {
  const sendTen = async (messages: readonly string[], from: number): Promise<number[]> => {
    const entries = messages.map((body, index) => ({ Id: String(from + index), MessageBody: body }));
    const reply = await calling('queue', () =>
      client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries: entries })),
    );
    return (reply.Failed ?? []).map(({ Id }) => Number(Id));
  };
  return {
    async send(messages) {
      const failed: number[] = [];
      for (let from = 0; from < messages.length; from += 10) {
        failed.push(...(await sendTen(messages.slice(from, from + 10), from)));
      }
      return failed;
    },
  };
}

export const sqsClient = (): SQSClient =>
  new SQSClient({
    maxAttempts: 4,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 4000, throwOnRequestTimeout: true },
  });
