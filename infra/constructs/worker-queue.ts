import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { ServiceFunction } from './service-function.ts';

export type WorkerQueueProps = {
  /** How long a failed message waits for its next try. */
  retryAfter: Duration;
  /** Tries before a message goes to the dead letters; tries x wait is how long an outage may last. */
  tries: number;
};

/** A queue with its dead letters: encrypted, TLS only, bounded tries. */
export class WorkerQueue extends Construct {
  readonly queue: sqs.Queue;
  readonly deadLetters: sqs.Queue;

  constructor(scope: Construct, id: string, props: WorkerQueueProps) {
    super(scope, id);
    this.deadLetters = deadLetterQueue(this, 'DeadLetters');
    this.queue = new sqs.Queue(this, 'Queue', {
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: props.retryAfter,
      retentionPeriod: Duration.days(14),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: props.tries },
    });
  }

  /** Lets a function send here, and tells it where; the variable's name is the caller's to give. */
  grantSendTo(fn: ServiceFunction, variable: string): void {
    fn.allow(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] }));
    fn.setVariable(variable, this.queue.queueUrl);
  }

  /** Lets a function be fed from here. */
  grantReceiveTo(fn: ServiceFunction): void {
    const actions = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
    fn.allow(new PolicyStatement({ actions, resources: [this.queue.queueArn] }));
  }
}

/** Where what could not be done waits for a person, for the longest time there is. */
export function deadLetterQueue(scope: Construct, id: string): sqs.Queue {
  return new sqs.Queue(scope, id, {
    encryption: sqs.QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
    removalPolicy: RemovalPolicy.RETAIN,
  });
}
