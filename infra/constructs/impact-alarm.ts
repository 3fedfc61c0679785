import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Alarm, type ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

export type ImpactAlarmProps = {
  metric: IMetric;
  threshold: number;
  comparison: ComparisonOperator;
  /** Periods in a row before anybody is woken. */
  periods: number;
  /** What people notice, in a sentence. It opens the message the operator gets. */
  impact: string;
  /** The page of docs/runbooks that says what to do; it must be there. */
  runbook: string;
  tell: ITopic;
  /** Default: no news is good news. */
  missing?: TreatMissingData;
};

/** An alarm says what it means for people and where to read on; one that cannot does not synthesize. */
export function impactAlarm(scope: Construct, id: string, props: ImpactAlarmProps): Alarm {
  const runbook = `docs/runbooks/${props.runbook}`;
  if (!existsSync(fileURLToPath(new URL(`../../${runbook}`, import.meta.url)))) {
    throw new Error(`Alarm ${id} points to ${runbook}, which nobody has written`);
  }
  const alarm = new Alarm(scope, id, {
    metric: props.metric,
    threshold: props.threshold,
    comparisonOperator: props.comparison,
    evaluationPeriods: props.periods,
    treatMissingData: props.missing ?? TreatMissingData.NOT_BREACHING,
    alarmDescription: `Impact: ${props.impact} Runbook: ${runbook}`,
  });
  alarm.addAlarmAction(new SnsAction(props.tell));
  alarm.addOkAction(new SnsAction(props.tell));
  return alarm;
}
