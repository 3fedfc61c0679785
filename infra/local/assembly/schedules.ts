import * as z from 'zod/mini';
import type { Assembly, Resource } from './assembly.ts';
import { Count, readShape } from './read-shape.ts';

export type ScheduleSpec = {
  logicalId: string;
  name: string;
  /** `rate(10 minutes)`, `cron(0 7 * * ? *)` or `at(…)` */
  expression: string;
  /** IANA zone in which cron is read. */
  timezone: string;
  enabled: boolean;
  targetArn: string;
  /** The role the scheduler takes on to invoke; a rule has none and needs a permission on the function. */
  roleArn: string | undefined;
  /** The event handed to the function; undefined: the service's own envelope. */
  input: unknown;
  maximumRetries: number;
  maximumAgeSeconds: number;
  deadLetterArn: string | undefined;
};

const Target = z.object({
  Arn: z.string(),
  RoleArn: z.optional(z.string()),
  Input: z.optional(z.string()),
  DeadLetterConfig: z.optional(z.object({ Arn: z.optional(z.string()) })),
  RetryPolicy: z.optional(
    z.object({ MaximumRetryAttempts: z.optional(Count), MaximumEventAgeInSeconds: z.optional(Count) }),
  ),
});
const ScheduleShape = z.object({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z._default(z.string(), 'UTC'),
  State: z._default(z.string(), 'ENABLED'),
  Target,
});
const RuleShape = z.object({
  ScheduleExpression: z.optional(z.string()),
  State: z._default(z.string(), 'ENABLED'),
  Targets: z._default(z.array(Target), []),
});

/** Every schedule of EventBridge Scheduler and every scheduled EventBridge rule. */
export function schedulesOf(assembly: Assembly): ScheduleSpec[] {
  const schedules = assembly.resources('AWS::Scheduler::Schedule').map((resource) => {
    const shape = readShape(resource, ScheduleShape);
    return scheduleOf(resource, shape.Target, {
      expression: shape.ScheduleExpression,
      timezone: shape.ScheduleExpressionTimezone,
      enabled: shape.State === 'ENABLED',
    });
  });
  const rules = assembly.resources('AWS::Events::Rule').flatMap((resource) => {
    const { ScheduleExpression: expression, State, Targets } = readShape(resource, RuleShape);
    if (expression === undefined) {
      throw new Error(
        `${resource.logicalId} (stack ${resource.stack}) is a rule on events, which nothing runs locally.`,
      );
    }
    const when = { expression, timezone: 'UTC', enabled: State === 'ENABLED' };
    return Targets.map((target) => scheduleOf(resource, target, when));
  });
  return [...schedules, ...rules];
}

function scheduleOf(
  resource: Resource,
  target: z.infer<typeof Target>,
  when: Pick<ScheduleSpec, 'expression' | 'timezone' | 'enabled'>,
): ScheduleSpec {
  return {
    logicalId: resource.logicalId,
    name: resource.ref,
    ...when,
    targetArn: target.Arn,
    roleArn: target.RoleArn,
    input: target.Input === undefined ? undefined : JSON.parse(target.Input),
    maximumRetries: target.RetryPolicy?.MaximumRetryAttempts ?? 185,
    maximumAgeSeconds: target.RetryPolicy?.MaximumEventAgeInSeconds ?? 86_400,
    deadLetterArn: target.DeadLetterConfig?.Arn,
  };
}
