import type { DynamoDBStreamEvent } from 'aws-lambda';
import { fullJitter } from '#functions/runtime/backoff.ts';
import { depsOf } from '#functions/runtime/deps.ts';
import { readEnvironment } from '#functions/runtime/env.ts';
import { wrapped } from '#functions/runtime/middy.ts';
import { queuesOf } from '#functions/runtime/queues.ts';
import { eventsOf } from '#functions/workers/batch.ts';
import { dispatch } from '#functions/workers/dispatch.ts';

const env = readEnvironment('dispatcher');
const deps = { ...depsOf('dispatcher', env), backoff: fullJitter(), queues: queuesOf(env) };
export const handler = wrapped(deps.log, (batch: DynamoDBStreamEvent) => dispatch(deps, eventsOf(batch)));
