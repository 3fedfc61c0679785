import type { DynamoDBStreamEvent } from 'aws-lambda';
import { fullJitter } from '#functions/runtime/backoff.ts';
import { depsOf } from '#functions/runtime/deps.ts';
import { readEnvironment } from '#functions/runtime/env.ts';
import { wrapped } from '#functions/runtime/middy.ts';
import { eventsOf } from '#functions/workers/batch.ts';
import { projectBatch } from '#functions/workers/listing.ts';

const deps = { ...depsOf('projector', readEnvironment('projector')), backoff: fullJitter() };
export const handler = wrapped(deps.log, (batch: DynamoDBStreamEvent) => projectBatch(deps, eventsOf(batch)));
