import * as z from 'zod/mini';
import type { Assembly } from './assembly.ts';
import { keyArnOf } from './keys.ts';
import { Count, Flag, readShape } from './read-shape.ts';

export type QueueSpec = {
  logicalId: string;
  name: string;
  arn: string;
  /** As a function finds it in its environment; `Aws.queueUrl` gives the local address. */
  url: string;
  fifo: boolean;
  contentBasedDeduplication: boolean;
  /** Within what two messages of the same deduplication id are one. */
  deduplicationScope: 'queue' | 'messageGroup';
  visibilitySeconds: number;
  delaySeconds: number;
  retentionSeconds: number;
  redrive: { deadLetterArn: string; maximumReceives: number } | undefined;
  kmsKeyArn: string | undefined;
};

const QueueShape = z.object({
  FifoQueue: z._default(Flag, false),
  ContentBasedDeduplication: z._default(Flag, false),
  DeduplicationScope: z._default(z.enum(['queue', 'messageGroup']), 'queue'),
  VisibilityTimeout: z._default(Count, 30),
  DelaySeconds: z._default(Count, 0),
  MessageRetentionPeriod: z._default(Count, 345_600),
  RedrivePolicy: z.optional(z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: Count })),
  KmsMasterKeyId: z.optional(z.string()),
});

/** Every SQS queue of the assembly. */
export function queuesOf(assembly: Assembly): QueueSpec[] {
  return assembly.resources('AWS::SQS::Queue').map((resource) => {
    const shape = readShape(resource, QueueShape);
    const redrive = shape.RedrivePolicy;
    return {
      logicalId: resource.logicalId,
      name: resource.attribute('QueueName'),
      arn: resource.attribute('Arn'),
      url: resource.ref,
      fifo: shape.FifoQueue,
      contentBasedDeduplication: shape.ContentBasedDeduplication,
      deduplicationScope: shape.DeduplicationScope,
      visibilitySeconds: shape.VisibilityTimeout,
      delaySeconds: shape.DelaySeconds,
      retentionSeconds: shape.MessageRetentionPeriod,
      redrive:
        redrive === undefined
          ? undefined
          : { deadLetterArn: redrive.deadLetterTargetArn, maximumReceives: redrive.maxReceiveCount },
      kmsKeyArn: shape.KmsMasterKeyId === undefined ? undefined : keyArnOf(assembly, shape.KmsMasterKeyId),
    };
  });
}
