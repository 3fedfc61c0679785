import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { App, Stack } from 'aws-cdk-lib';
import { ComparisonOperator, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { describe, expect, it } from 'vitest';
import { impactAlarm } from '#infra/constructs/impact-alarm.ts';
import { FUNCTIONS } from '#infra/functions.ts';
import { functions, listed, resources } from './assembly.ts';

const alarms = resources('AWS::CloudWatch::Alarm');
const described = (text: string) => /^Impact: (.+) Runbook: (docs\/runbooks\/[a-z-]+\.md)$/.exec(text);
const asText = alarms.map(({ properties }) => JSON.stringify(properties));

describe('alarms', () => {
  it.each(alarms.map(({ id, properties }) => [id, String(properties['AlarmDescription'])] as const))(
    '%s says what people notice and names a runbook that is there',
    (_, text) => {
      const [, impact, runbook] = described(text) ?? [];
      expect(impact).toMatch(/^[A-Z].{20,}[.]$/);
      expect(existsSync(String(runbook))).toBe(true);
    },
  );

  it('tell somebody, when it begins and when it is over', () => {
    for (const { id, properties } of alarms) {
      expect(listed(properties['AlarmActions']), id).toHaveLength(1);
      expect(listed(properties['OKActions']), id).toHaveLength(1);
    }
    expect(resources('AWS::SNS::Subscription').map(({ properties }) => properties['Protocol'])).toEqual([
      'email',
    ]);
  });

  it('watch the errors of every function', () => {
    const watched = alarms.filter(({ properties }) => String(properties['MetricName']) === 'Errors');
    expect(watched).toHaveLength(functions().size);
  });

  it('watch both readers of the stream, every queue of dead letters, the API and the mail', () => {
    const metrics = alarms.map(({ properties }) => String(properties['MetricName']));
    const count = (name: string) => metrics.filter((each) => each === name).length;
    const dead = resources('AWS::SQS::Queue').filter(({ id }) => id.includes('DeadLetters'));
    expect(count('IteratorAge')).toBe(2);
    expect(count('ApproximateNumberOfMessagesVisible')).toBe(dead.length);
    expect(count('5xx')).toBe(1);
    expect(count('ApproximateAgeOfOldestMessage')).toBe(1);
    expect(count('Reputation.BounceRate')).toBe(1);
  });

  it('take silence of the sweeper for trouble, and silence of anything else for peace', () => {
    const breaching = alarms.filter(
      ({ properties }) => String(properties['TreatMissingData']) === 'breaching',
    );
    expect(breaching.map(({ id }) => id)).toEqual([expect.stringMatching(/^sweepersilent/)]);
    expect(asText.every((text) => text.includes('TreatMissingData'))).toBe(true);
  });

  it('without a runbook do not synthesize', () => {
    const stack = new Stack(new App(), 'Watch');
    const alarm = () =>
      impactAlarm(stack, 'Planted', {
        metric: new Metric({ namespace: 'Test', metricName: 'Test' }),
        threshold: 1,
        periods: 1,
        comparison: ComparisonOperator.GREATER_THAN_THRESHOLD,
        impact: 'Nobody notices anything at all.',
        runbook: 'not-written.md',
        tell: new Topic(stack, 'Tell'),
      });
    expect(alarm).toThrow('docs/runbooks/not-written.md, which nobody has written');
  });
});

describe('runbooks', () => {
  const pages = readdirSync('docs/runbooks').filter((file) => file !== 'README.md');

  it.each(pages.map((page) => [page] as const))(
    '%s says what people notice, where to look, what to do and when not to',
    (page) => {
      const text = readFileSync(`docs/runbooks/${page}`, 'utf8');
      expect(text).toMatch(/\*\*What people notice\.\*\*/);
      expect(text).toMatch(/\*\*Look at\.\*\*/);
      expect(text).toMatch(/\*\*Do\.\*\*/);
      expect(text).toMatch(/\*\*(Do not|If verify reports a break)/);
    },
  );

  it('are each there for an alarm', () => {
    const named = new Set(
      alarms.map(({ properties }) => described(String(properties['AlarmDescription']))?.[2]),
    );
    for (const { runbook } of Object.values(FUNCTIONS)) named.add(`docs/runbooks/${runbook}`);
    expect(pages.filter((page) => !named.has(`docs/runbooks/${page}`))).toEqual([]);
  });
});
