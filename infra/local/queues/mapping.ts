import type { EventSourceSpec } from '../assembly/event-sources.ts';
import type { QueueSpec } from '../assembly/queues.ts';
import { type QueueMessage, type QueueStore, ReceiptError } from '../aws/queue-store.ts';
import { replaceEventSource } from '../replacements.ts';
import { reportedFailures } from '../streams/delivery.ts';
import { createFilter } from '../streams/filter.ts';
import { type Platform, viaService } from '../streams/platform.ts';
import type { Outcome } from '../workers/protocol.ts';

export type QueueMapping = {
  start: () => void;
  /** Resolves when the running batches have ended. */
  stop: () => Promise<void>;
  /** Nothing runs and nothing can be taken; messages that wait for another try do not count. */
  idle: () => boolean;
};

/** As many batches at once as a function has execution environments here, unless the mapping asks for fewer. */
const MOST_BATCHES = 4;

/**
 * One event source mapping on a queue: batches to the function, handled messages removed, the others left to
 * become visible again after the queue's visibility time until the queue itself sends them to its dead letters.
 */
export function createQueueMapping(
  { spec: original, queue }: { spec: EventSourceSpec; queue: QueueSpec },
  platform: Platform,
): QueueMapping {
  const spec = replaceEventSource(original);
  const passes = createFilter(spec.patterns);
  const { queues, functions } = platform;
  const caller = functions.find(spec.functionArn)?.logicalId ?? '';
  const most = Math.min(spec.maximumConcurrency ?? MOST_BATCHES, MOST_BATCHES);
  const running = new Set<Promise<void>>();
  let stopped = true;
  let timer: NodeJS.Timeout | undefined;
  let unsubscribe: (() => void) | undefined;
  /** Nothing came at the last look: what still waits there is not due, or behind a message of its group. */
  let empty = false;

  const handle = async (messages: readonly QueueMessage[]) => {
    const wanted = messages.filter((message) => passes(filtered(message)));
    const outcome: Outcome =
      wanted.length === 0
        ? { ok: true, value: undefined }
        : await functions.invoke(spec.functionArn, { Records: wanted.map((one) => record(one, queue)) });
    if (stopped && !outcome.ok) return;
    const failed = failures(outcome, messages, spec.reportBatchItemFailures);
    for (const { id, receipt } of messages) if (!failed.has(id)) remove(queues, queue.arn, receipt);
  };
  const look = () => {
    clearTimeout(timer);
    while (!stopped && running.size < most) {
      const messages = queues.receive(queue.arn, spec.batchSize);
      empty = messages.length === 0;
      if (empty) break;
      const batch = handle(messages)
        .catch((error: unknown) => platform.report(`${spec.logicalId}: ${error}`))
        .finally(() => {
          running.delete(batch);
          look();
        });
      running.add(batch);
    }
    if (!stopped) timer = setTimeout(look, LOOK_MILLISECONDS);
  };

  return {
    start: () => {
      if (!mayPoll({ caller, queue, platform })) return;
      stopped = false;
      unsubscribe = queues.onChange((arn) => {
        if (arn !== queue.arn) return;
        empty = false;
        queueMicrotask(look);
      });
      look();
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      unsubscribe?.();
      await Promise.all(running);
    },
    idle: () => stopped || (running.size === 0 && empty),
  };
}

/** A change is seen at once; this only catches messages that a delay or a visibility time brings back. */
const LOOK_MILLISECONDS = 500;

function mayPoll({
  caller,
  queue,
  platform,
}: {
  caller: string;
  queue: QueueSpec;
  platform: Platform;
}): boolean {
  const asks = ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'].map((operation) => ({
    caller,
    action: `sqs:${operation}`,
    resource: queue.arn,
  }));
  const key = queue.kmsKeyArn && {
    caller,
    action: 'kms:Decrypt',
    resource: queue.kmsKeyArn,
    context: viaService('sqs', queue.arn),
  };
  return [...asks, ...(key ? [key] : [])].filter((request) => !platform.allowed(request)).length === 0;
}

/** A function that took longer than the visibility time has lost its claim: somebody else has the message. */
function remove(queues: QueueStore, arn: string, receipt: string): void {
  try {
    queues.remove(arn, receipt);
  } catch (error) {
    if (!(error instanceof ReceiptError)) throw error;
  }
}

/** Ids of the messages that stay in the queue. */
function failures(outcome: Outcome, messages: readonly QueueMessage[], reports: boolean): Set<string> {
  const all = new Set(messages.map(({ id }) => id));
  if (!outcome.ok) return all;
  if (!reports) return new Set();
  const reported = reportedFailures(outcome.value);
  return reported === undefined || reported.some((id) => !all.has(id)) ? all : new Set(reported);
}

function record(message: QueueMessage, queue: QueueSpec): object {
  return {
    messageId: message.id,
    receiptHandle: message.receipt,
    body: message.body,
    attributes: message.attributes,
    messageAttributes: Object.fromEntries(
      Object.entries(message.messageAttributes).map(([name, { StringValue, DataType }]) => [
        name,
        { stringValue: StringValue, stringListValues: [], binaryListValues: [], dataType: DataType },
      ]),
    ),
    eventSource: 'aws:sqs',
    eventSourceARN: queue.arn,
    awsRegion: queue.arn.split(':')[3],
  };
}

/** Filters see a JSON body as its fields. */
function filtered(message: QueueMessage): object {
  try {
    return { ...message, body: JSON.parse(message.body) };
  } catch {
    return { ...message };
  }
}
