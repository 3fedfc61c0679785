import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { ComparisonOperator, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { type ImpactAlarmProps, impactAlarm } from '../constructs/impact-alarm.ts';
import { deployed } from '../functions.ts';
import type { Stage } from '../stages.ts';
import type { ServiceStack } from './service.ts';
import type { SiteStack } from './site.ts';
import type { StateStack } from './state.ts';

export type WatchStackProps = StackProps & {
  stage: Stage;
  service: ServiceStack;
  site: SiteStack;
  state: StateStack;
};

const { GREATER_THAN_OR_EQUAL_TO_THRESHOLD: AT_LEAST, LESS_THAN_THRESHOLD: BELOW } = ComparisonOperator;

/** What wakes the operator. Each alarm says what it means for people and where to read on. */
export class WatchStack extends Stack {
  private readonly tell: Topic;

  constructor(scope: Construct, id: string, props: WatchStackProps) {
    super(scope, id, props);
    this.tell = new Topic(this, 'Operator', { enforceSSL: true, displayName: 'VCSE partner portal' });
    this.tell.addSubscription(new EmailSubscription(props.stage.alarmsTo));
    this.functions(props.service);
    this.streams(props.service);
    this.queues(props.service);
    this.front(props.service);
    this.mail();
  }

  private alarm(id: string, props: Omit<ImpactAlarmProps, 'tell'>): void {
    impactAlarm(this, id, { ...props, tell: this.tell });
  }

  private functions({ functions }: ServiceStack): void {
    for (const { name, impact, runbook, trigger } of deployed) {
      const period = Duration.minutes(5);
      this.alarm(`${name}-errors`, {
        metric: functions[name].fn.metricErrors({ period }),
        threshold: trigger.kind === 'http' ? 3 : 1,
        comparison: AT_LEAST,
        periods: trigger.kind === 'http' ? 1 : 2,
        impact,
        runbook,
      });
    }
    this.alarm('sweeper-silent', {
      metric: functions.sweeper.fn.metricInvocations({ period: Duration.minutes(30) }),
      threshold: 1,
      comparison: BELOW,
      periods: 2,
      impact: 'What was lost on the way is no longer found and sent again.',
      runbook: 'sweeper-silent.md',
      missing: TreatMissingData.BREACHING,
    });
  }

  private streams({ functions }: ServiceStack): void {
    for (const { name, impact, runbook, trigger } of deployed) {
      if (trigger.kind !== 'stream') continue;
      this.alarm(`${name}-behind`, {
        metric: functions[name].fn.metric('IteratorAge', {
          statistic: 'Maximum',
          period: Duration.minutes(5),
        }),
        threshold: Duration.minutes(5).toMilliseconds(),
        comparison: AT_LEAST,
        periods: 2,
        impact,
        runbook,
      });
    }
  }

  private queues({ queues, deadLetters }: ServiceStack): void {
    const dead = [
      ...Object.entries(queues).map(([name, { deadLetters: queue }]) => [name, queue] as const),
      ...deadLetters.entries(),
    ];
    for (const [name, queue] of dead) {
      this.alarm(`${name}-dead-letters`, {
        metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5) }),
        threshold: 1,
        comparison: AT_LEAST,
        periods: 1,
        impact:
          'Something that happened was given up on: a mail, a listing change or an audit entry is missing.',
        runbook: 'events-undelivered.md',
      });
    }
    this.alarm('mail-waiting', {
      metric: queues.mail.queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(5) }),
      threshold: Duration.minutes(45).toSeconds(),
      comparison: AT_LEAST,
      periods: 1,
      impact: 'Groups do not hear that somebody is waiting for their answer.',
      runbook: 'mail-waiting.md',
    });
  }

  private front({ api }: ServiceStack): void {
    this.alarm('portal-failing', {
      metric: api.http.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
      threshold: 5,
      comparison: AT_LEAST,
      periods: 1,
      impact: 'People see “Something went wrong on our side” instead of a page or an answer.',
      runbook: 'portal-failing.md',
    });
  }

  private mail(): void {
    const reputation = (metricName: string) =>
      new Metric({ namespace: 'AWS/SES', metricName, statistic: 'Average', period: Duration.hours(1) });
    this.alarm('mail-bouncing', {
      metric: reputation('Reputation.BounceRate'),
      threshold: 0.04,
      comparison: AT_LEAST,
      periods: 1,
      impact: 'Many of our mails do not arrive; soon AWS may stop us from sending any.',
      runbook: 'mail-waiting.md',
    });
  }
}
