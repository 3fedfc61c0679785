import { randomUUID } from 'node:crypto';
import type { ScheduleSpec } from '../assembly/schedules.ts';
import type { Platform } from '../streams/platform.ts';

export type TargetOptions = { platform: Platform; retryMilliseconds: number };

/**
 * Hands one turn of a schedule to its function in the name of the schedule's role. A refused call goes to the
 * schedule's dead letters; an event the function fails on, as often as Lambda tries it, to the function's own.
 */
export async function fire(
  spec: ScheduleSpec,
  at: Date,
  { platform, retryMilliseconds }: TargetOptions,
): Promise<void> {
  const event = eventOf(spec, at);
  if (!mayCall(spec, event, platform)) return;
  const more = platform.functions.find(spec.targetArn)?.asynchronousRetries ?? 0;
  for (let attempt = 0; attempt <= more; attempt += 1) {
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, retryMilliseconds * attempt));
    const outcome = await platform.functions.invoke(spec.targetArn, event);
    if (outcome.ok) return;
  }
  giveUp(spec, event, platform);
}

/** Asked in the name of the schedule's role; a rule of the older kind has none. */
function mayCall(
  { roleArn: caller, targetArn, deadLetterArn }: ScheduleSpec,
  event: unknown,
  platform: Platform,
): boolean {
  if (caller === undefined) return true;
  if (platform.allowed({ caller, action: 'lambda:InvokeFunction', resource: targetArn })) return true;
  if (
    deadLetterArn !== undefined &&
    platform.allowed({ caller, action: 'sqs:SendMessage', resource: deadLetterArn })
  )
    platform.queues.send(deadLetterArn, JSON.stringify(event));
  return false;
}

function giveUp(spec: ScheduleSpec, event: unknown, platform: Platform): void {
  const target = platform.functions.find(spec.targetArn);
  const queue = target?.deadLetterArn;
  platform.report(`${spec.name}: ${target?.name} failed on every attempt.`);
  if (
    target &&
    queue !== undefined &&
    platform.allowed({ caller: target.logicalId, action: 'sqs:SendMessage', resource: queue })
  )
    platform.queues.send(queue, JSON.stringify(event));
}

/** The input of the template with the scheduler's own words filled in, or the scheduler's envelope. */
function eventOf({ input, name, targetArn }: ScheduleSpec, at: Date): unknown {
  const time = `${at.toISOString().slice(0, 19)}Z`;
  const [, , , region, account] = targetArn.split(':');
  const arn = `arn:aws:scheduler:${region}:${account}:schedule/default/${name}`;
  if (input === undefined)
    return {
      version: '0',
      id: randomUUID(),
      'detail-type': 'Scheduled Event',
      source: 'aws.scheduler',
      account,
      time,
      region,
      resources: [arn],
      detail: '{}',
    };
  const text = JSON.stringify(input)
    .replaceAll('<aws.scheduler.scheduled-time>', time)
    .replaceAll('<aws.scheduler.schedule-arn>', arn)
    .replaceAll('<aws.scheduler.execution-id>', randomUUID())
    .replaceAll('<aws.scheduler.attempt-number>', '1');
  return JSON.parse(text);
}
