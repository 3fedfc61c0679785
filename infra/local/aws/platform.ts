import * as z from 'zod/mini';
import type { Assembly } from '../assembly/assembly.ts';
import { eventSourcesOf } from '../assembly/event-sources.ts';
import { type FunctionSpec, functionsOf } from '../assembly/functions.ts';
import { queuesOf } from '../assembly/queues.ts';
import { readShape } from '../assembly/read-shape.ts';
import { schedulesOf } from '../assembly/schedules.ts';
import { tablesOf } from '../assembly/tables.ts';
import type { AccessRequest } from './access.ts';
import { keyActionsFor, viaDynamo } from './dynamodb/table-key.ts';
import type { Authority } from './iam/authority.ts';
import type { Caller } from './iam/caller.ts';
import { evaluate } from './iam/evaluate.ts';
import { requireInvocations } from './invocations.ts';

/**
 * What AWS itself does in the name of our roles, asked once at the start: logs, traces, reading streams
 * and queues, dead letters, calls of schedules. What is missing is refused by name like any other act.
 */
export function usePlatformGrants(assembly: Assembly, authority: Authority): void {
  for (const caller of authority.callers.values()) requireTrust(caller);
  const functions = functionsOf(assembly).filter((it) => it.own);
  const needed = [
    ...functions.flatMap((it) => functionActs(assembly, it)),
    ...sourceActs(assembly, functions),
    ...scheduleActs(assembly),
  ];
  for (const act of needed) authority.authorize(act);
  requireInvocations(assembly, authority);
  for (const act of welcomeActs(assembly, functions)) authority.note(act);
}

function requireTrust(caller: Caller): void {
  const context = { 'aws:sourceaccount': caller.account };
  const resource = caller.roleArn;
  const question = { action: 'sts:AssumeRole', resource, principal: caller.service, context };
  if (evaluate(caller.trust, question).allowed) return;
  throw new Error(
    `The role of ${caller.name} cannot be taken on by ${caller.service}: its trust policy does not name it.`,
  );
}

const acts = (caller: string, actions: readonly string[], resource: string): AccessRequest[] =>
  actions.map((action) => ({ caller, action, resource }));

/** Logs, traces, and where an asynchronous call that failed for good is put. */
function functionActs(assembly: Assembly, it: FunctionSpec): AccessRequest[] {
  return [
    ...acts(it.logicalId, ['logs:CreateLogStream', 'logs:PutLogEvents'], logStreamOf(assembly, it)),
    ...(it.tracing ? acts(it.logicalId, ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], '*') : []),
    ...(it.deadLetterArn === undefined ? [] : acts(it.logicalId, ['sqs:SendMessage'], it.deadLetterArn)),
  ];
}

const LogShape = z.object({ LoggingConfig: z.optional(z.object({ LogGroup: z.optional(z.string()) })) });

function logStreamOf(assembly: Assembly, it: FunctionSpec): string {
  const resource = assembly.resources('AWS::Lambda::Function').find(({ ref }) => ref === it.name);
  const named = resource === undefined ? undefined : readShape(resource, LogShape).LoggingConfig?.LogGroup;
  const prefix = it.arn.replace(':lambda:', ':logs:').replace(/:function:.*$/, '');
  return `${prefix}:log-group:${named ?? `/aws/lambda/${it.name}`}:log-stream:local`;
}

/** What a mapping does in its function's name, the table's or queue's own key included. */
function sourceActs(assembly: Assembly, functions: readonly FunctionSpec[]): AccessRequest[] {
  return eventSourcesOf(assembly).flatMap((source) => {
    const caller = functions.find((it) => it.arn === source.functionArn)?.logicalId ?? source.functionArn;
    const failed =
      source.onFailureArn === undefined ? [] : acts(caller, ['sqs:SendMessage'], source.onFailureArn);
    const reading =
      source.kind === 'stream'
        ? streamActs(assembly, caller, source.sourceArn)
        : queueActs(assembly, caller, source.sourceArn);
    return [...reading, ...failed];
  });
}

function streamActs(assembly: Assembly, caller: string, streamArn: string): AccessRequest[] {
  const reading = acts(
    caller,
    ['dynamodb:DescribeStream', 'dynamodb:GetShardIterator', 'dynamodb:GetRecords'],
    streamArn,
  );
  const key = tablesOf(assembly).find((table) => table.streamArn === streamArn)?.kmsKeyArn;
  return [...reading, ...keyActs(caller, key, keyActionsFor('GetItem'), viaDynamo(regionIn(streamArn)))];
}

function queueActs(assembly: Assembly, caller: string, queueArn: string): AccessRequest[] {
  const reading = acts(
    caller,
    ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
    queueArn,
  );
  const key = queuesOf(assembly).find((queue) => queue.arn === queueArn)?.kmsKeyArn;
  return [...reading, ...keyActs(caller, key, ['kms:Decrypt'], `sqs.${regionIn(queueArn)}.amazonaws.com`)];
}

function keyActs(
  caller: string,
  key: string | undefined,
  actions: readonly string[],
  via: string,
): AccessRequest[] {
  if (key === undefined) return [];
  return acts(caller, actions, key).map((act) => ({ ...act, context: { 'kms:ViaService': via } }));
}

function scheduleActs(assembly: Assembly): AccessRequest[] {
  return schedulesOf(assembly).flatMap(({ roleArn, targetArn, deadLetterArn }) =>
    roleArn === undefined
      ? []
      : [
          ...acts(roleArn, ['lambda:InvokeFunction'], targetArn),
          ...(deadLetterArn === undefined ? [] : acts(roleArn, ['sqs:SendMessage'], deadLetterArn)),
        ],
  );
}

/** What AWS uses when it is given, but does without. */
function welcomeActs(assembly: Assembly, functions: readonly FunctionSpec[]): AccessRequest[] {
  const sources = eventSourcesOf(assembly).flatMap(({ functionArn, sourceArn, kind }) => {
    const caller = functions.find((it) => it.arn === functionArn)?.logicalId ?? functionArn;
    return kind === 'stream'
      ? [...acts(caller, ['dynamodb:ListStreams'], sourceArn), ...acts(caller, ['dynamodb:ListStreams'], '*')]
      : acts(caller, ['sqs:ChangeMessageVisibility', 'sqs:GetQueueUrl'], sourceArn);
  });
  const logs = functions.flatMap((it) =>
    acts(it.logicalId, ['logs:CreateLogGroup'], logStreamOf(assembly, it)),
  );
  return [...sources, ...logs];
}

const regionIn = (arn: string) => arn.split(':')[3] ?? '';
