import type { Assembly } from './assembly.ts';

export type ScheduleSpec = {
  logicalId: string;
  name: string;
  /** `rate(10 minutes)`, `cron(0 7 * * ? *)` or `at(…)` */
  expression: string;
  /** IANA zone in which cron is read. */
  timezone: string;
  enabled: boolean;
  targetArn: string;
  roleArn: string | undefined;
  /** The event handed to the function; undefined: the service's own envelope. */
  input: unknown;
  maximumRetries: number;
  maximumAgeSeconds: number;
  deadLetterArn: string | undefined;
};

/** Every schedule of EventBridge Scheduler (and scheduled EventBridge rule) with a function as target. */
export function schedulesOf(assembly: Assembly): ScheduleSpec[] {
  return assembly.resources('AWS::Scheduler::Schedule', 'AWS::Events::Rule').map(() => {
    throw new Error('Not readable yet');
  });
}
