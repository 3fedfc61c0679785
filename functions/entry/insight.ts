import type { SQSEvent } from 'aws-lambda';
import { fullJitter } from '#functions/runtime/backoff.ts';
import { depsOf } from '#functions/runtime/deps.ts';
import { readEnvironment } from '#functions/runtime/env.ts';
import { wrapped } from '#functions/runtime/middy.ts';
import { eachOf, messagesOf } from '#functions/workers/batch.ts';
import { reactWithInsight } from '#functions/workers/insight.ts';
import { eventAt } from '#functions/workers/pointer.ts';

const deps = { ...depsOf('insight', readEnvironment('insight')), backoff: fullJitter() };
export const handler = wrapped(deps.log, (batch: SQSEvent) =>
  eachOf(messagesOf(batch), deps.log, async (message) =>
    reactWithInsight(deps, await eventAt(deps.table, message)),
  ),
);
