import { describe, expect, it } from 'vitest';
import { functions, listed, resource, resources } from './assembly.ts';

const mappings = resources('AWS::Lambda::EventSourceMapping');
const isStream = (source: unknown) => JSON.stringify(source).includes('Stream');
const streams = mappings.filter(({ properties }) => isStream(properties['EventSourceArn']));
const queues = mappings.filter(({ properties }) => !isStream(properties['EventSourceArn']));
const nameOf = (reference: unknown) =>
  [...functions()].find(([, { id }]) => JSON.stringify(reference).includes(id))?.[0] ?? 'nobody';
const byName = (found: typeof mappings) =>
  found.map((it) => [nameOf(it.properties['FunctionName']), it] as const);

describe('the stream of events', () => {
  it('feeds the projector, which gathers for twenty seconds, and the dispatcher, which does not wait', () => {
    const windows = byName(streams).map(([name, { properties }]) => [
      name,
      properties['MaximumBatchingWindowInSeconds'],
    ]);
    expect(windows.sort()).toEqual([
      ['dispatcher', 0],
      ['projector', 20],
    ]);
  });

  it.each(byName(streams))(
    '%s: gives up a record in the end, alone, and where it can be found',
    (_, { properties }) => {
      expect(properties['MaximumRetryAttempts']).toBe(8);
      expect(properties['MaximumRecordAgeInSeconds']).toBe(6 * 3600);
      expect(properties['BisectBatchOnFunctionError']).toBe(true);
      expect(properties['FunctionResponseTypes']).toEqual(['ReportBatchItemFailures']);
      expect(JSON.stringify(properties['DestinationConfig']?.['OnFailure'])).toContain('DeadLetters');
      expect(properties['StartingPosition']).toBe('TRIM_HORIZON');
    },
  );

  it.each(byName(streams))('%s: is called for new events, never for done marks', (_, { properties }) => {
    const [filter, ...more] = listed(properties['FilterCriteria']?.['Filters']);
    expect(more).toEqual([]);
    expect(JSON.parse(String(filter?.['Pattern']))).toEqual({
      eventName: ['INSERT'],
      dynamodb: { NewImage: { type: { S: [{ exists: true }] } } },
    });
  });
});

describe('queues', () => {
  const dead = new Set(
    resources('AWS::SQS::Queue')
      .filter(({ id }) => id.includes('DeadLetters'))
      .map(({ id }) => id),
  );
  const working = resources('AWS::SQS::Queue').filter(({ id }) => !dead.has(id));

  it('feed mailer, chain and insight, each message on its own', () => {
    expect(
      byName(queues)
        .map(([name]) => name)
        .sort(),
    ).toEqual(['chain', 'insight', 'mailer']);
    for (const { properties } of queues) {
      expect(properties['FunctionResponseTypes']).toEqual(['ReportBatchItemFailures']);
    }
  });

  it.each(working.map((it) => [it.id, it] as const))(
    '%s gives up in the end, to its own dead letters',
    (_, { properties }) => {
      const redrive = properties['RedrivePolicy'];
      expect(dead.has(String(redrive?.['deadLetterTargetArn']?.['Fn::GetAtt']?.[0]))).toBe(true);
      expect(redrive?.['maxReceiveCount']).toBeGreaterThan(1);
    },
  );

  it('mail outlives an outage of four hours', () => {
    const [mail] = working.filter(({ id }) => id.startsWith('MailQueue'));
    const properties = mail?.properties ?? {};
    const horizon =
      Number(properties['VisibilityTimeout']) * Number(properties['RedrivePolicy']?.['maxReceiveCount']);
    expect(horizon).toBeGreaterThanOrEqual(4 * 3600);
  });

  it('hold a message longer than its function may work on a batch', () => {
    for (const [name, { properties }] of byName(queues)) {
      const queue = resource('AWS::SQS::Queue', String(properties['EventSourceArn']?.['Fn::GetAtt']?.[0]));
      const timeout = Number(functions().get(name)?.properties['Timeout']);
      expect(Number(queue.properties['VisibilityTimeout']), name).toBeGreaterThanOrEqual(timeout * 6);
    }
  });

  it('chain is worked by two at most, who then seldom want the head of the same chain', () => {
    const limited = byName(queues).filter(([, { properties }]) => properties['ScalingConfig'] !== undefined);
    expect(limited.map(([name, { properties }]) => [name, properties['ScalingConfig']])).toEqual([
      ['chain', { MaximumConcurrency: 2 }],
    ]);
  });

  it('are encrypted, speak TLS only, and keep their dead for fourteen days', () => {
    for (const { id, properties } of resources('AWS::SQS::Queue')) {
      expect(properties['SqsManagedSseEnabled'], id).toBe(true);
      expect(properties['MessageRetentionPeriod'], id).toBe(14 * 86_400);
    }
    const guarded = resources('AWS::SQS::QueuePolicy')
      .filter(({ properties }) => JSON.stringify(properties).includes('"aws:SecureTransport":"false"'))
      .map(({ properties }) => properties['Queues']?.[0]?.['Ref']);
    expect(guarded.sort()).toEqual(
      resources('AWS::SQS::Queue')
        .map(({ id }) => id)
        .sort(),
    );
  });
});

describe('the sweeper', () => {
  it('is called every ten minutes, by a role that may do nothing else', () => {
    const { properties } = resource('AWS::Scheduler::Schedule', 'Sweeper');
    expect(properties['ScheduleExpression']).toBe('rate(10 minutes)');
    expect(nameOf(properties['Target']?.['Arn'])).toBe('sweeper');
    expect(properties['Target']?.['DeadLetterConfig']).toBeDefined();
    const policy = resource('AWS::IAM::Policy', 'SweeperScheduleRole').properties['PolicyDocument'];
    expect(listed(policy?.['Statement']).map((statement) => statement['Action'])).toEqual([
      'lambda:InvokeFunction',
      'sqs:SendMessage',
    ]);
  });
});
