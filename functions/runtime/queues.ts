import { sqsClient, sqsQueue } from '#functions/gateways/queue.ts';
import type { Queues } from '#functions/workers/dispatch.ts';

/** The queues that events are handed to. */
export function queuesOf(environment: {
  QUEUE_MAIL_URL: string;
  QUEUE_CHAIN_URL: string;
  QUEUE_INSIGHT_URL: string;
}): Queues {
  const client = sqsClient();
  return {
    mail: sqsQueue(client, environment.QUEUE_MAIL_URL),
    chain: sqsQueue(client, environment.QUEUE_CHAIN_URL),
    insight: sqsQueue(client, environment.QUEUE_INSIGHT_URL),
  };
}
