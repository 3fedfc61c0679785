import type { QueueSpec } from '../../assembly/queues.ts';
import type { Messages, StoredMessage } from './messages.ts';

/**
 * The next messages of a queue, marked as received. A message received as often as the queue allows
 * goes to the dead-letter queue instead; one kept longer than the queue keeps is gone. On a FIFO queue
 * a group waits behind its first message that is not to be had.
 */
export function takeVisible(
  messages: Messages,
  queue: QueueSpec,
  wish: { maximum: number; now: number; until: number },
): { taken: StoredMessage[]; moved: number } {
  messages.expire(queue.arn, wish.now - queue.retentionSeconds * 1000);
  const taken: StoredMessage[] = [];
  const receives = queue.redrive?.maximumReceives ?? Number.POSITIVE_INFINITY;
  let moved = 0;
  for (;;) {
    const maximum = wish.maximum - taken.length;
    const ready = messages.ready(queue.arn, { fifo: queue.fifo, now: wish.now, maximum });
    const spent = ready.filter((message) => message.receives >= receives);
    for (const message of ready) {
      if (message.receives < receives) taken.push(messages.take(message, wish.now, wish.until));
      else if (queue.redrive !== undefined)
        messages.move(message.place, queue.redrive.deadLetterArn, wish.now);
    }
    moved += spent.length;
    if (spent.length === 0) return { taken, moved };
  }
}
