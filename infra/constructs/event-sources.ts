import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { PortalTable } from './portal-table.ts';
import type { ServiceFunction } from './service-function.ts';
import type { WorkerQueue } from './worker-queue.ts';

/** A new event and nothing else: done marks carry no type, and an event never changes. */
const NEW_EVENTS = lambda.FilterCriteria.filter({
  eventName: lambda.FilterRule.isEqual('INSERT'),
  dynamodb: { NewImage: { type: { S: lambda.FilterRule.exists() } } },
});

/**
 * Feeds a function from the stream of *events*. A batch that fails is halved and tried again, eight
 * times and six hours at most; what then is left goes to `deadLetters`, and the sweeper finds it.
 */
export function fromStream(
  fn: ServiceFunction,
  events: PortalTable,
  source: { windowSeconds: number; batchSize: number; deadLetters: IQueue },
): void {
  const { deadLetters } = source;
  fn.allow(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] }));
  new lambda.EventSourceMapping(fn, 'Stream', {
    target: fn.fn,
    eventSourceArn: events.grantStreamTo(fn),
    startingPosition: lambda.StartingPosition.TRIM_HORIZON,
    batchSize: source.batchSize,
    maxBatchingWindow: Duration.seconds(source.windowSeconds),
    filters: [NEW_EVENTS],
    reportBatchItemFailures: true,
    bisectBatchOnError: true,
    retryAttempts: 8,
    maxRecordAge: Duration.hours(6),
    onFailure: { bind: () => ({ destination: deadLetters.queueArn }) },
  }).node.addDependency(fn.rights);
}

/** Feeds a function from a queue; the queue itself bounds the tries and has the dead letters. */
export function fromQueue(
  fn: ServiceFunction,
  from: WorkerQueue,
  { batchSize, atMost }: { batchSize: number; atMost?: number },
): void {
  from.grantReceiveTo(fn);
  new lambda.EventSourceMapping(fn, 'Queue', {
    target: fn.fn,
    eventSourceArn: from.queue.queueArn,
    batchSize,
    reportBatchItemFailures: true,
    ...(atMost !== undefined && { maxConcurrency: atMost }),
  }).node.addDependency(fn.rights);
}

/** Calls a function every so many minutes; a call that cannot be made goes to `deadLetters`. */
export function everyMinutes(fn: ServiceFunction, minutes: number, deadLetters: IQueue): void {
  const role = new Role(fn, 'ScheduleRole', {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(fn).account } },
    }),
  });
  role.addToPolicy(
    new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [fn.fn.functionArn] }),
  );
  role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] }));
  const schedule = new CfnSchedule(fn, 'Schedule', {
    scheduleExpression: `rate(${minutes} minutes)`,
    flexibleTimeWindow: { mode: 'OFF' },
    target: {
      arn: fn.fn.functionArn,
      roleArn: role.roleArn,
      deadLetterConfig: { arn: deadLetters.queueArn },
      retryPolicy: { maximumEventAgeInSeconds: minutes * 60, maximumRetryAttempts: 3 },
    },
  });
  schedule.node.addDependency(role);
}
