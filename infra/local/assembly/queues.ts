import type { Assembly } from './assembly.ts';

export type QueueSpec = {
  logicalId: string;
  name: string;
  arn: string;
  /** As a function finds it in its environment; the host is AWS's, the endpoint answers for it. */
  url: string;
  fifo: boolean;
  contentBasedDeduplication: boolean;
  visibilitySeconds: number;
  delaySeconds: number;
  retentionSeconds: number;
  redrive: { deadLetterArn: string; maximumReceives: number } | undefined;
  kmsKeyArn: string | undefined;
};

/** Every SQS queue of the assembly. */
export function queuesOf(assembly: Assembly): QueueSpec[] {
  return assembly.resources('AWS::SQS::Queue').map(() => {
    throw new Error('Not readable yet');
  });
}
