import { fullJitter } from '#functions/runtime/backoff.ts';
import { depsOf } from '#functions/runtime/deps.ts';
import { readEnvironment } from '#functions/runtime/env.ts';
import { wrapped } from '#functions/runtime/middy.ts';
import { queuesOf } from '#functions/runtime/queues.ts';
import { sweep } from '#functions/schedules/sweep.ts';

const env = readEnvironment('sweeper');
const deps = { ...depsOf('sweeper', env), backoff: fullJitter(), queues: queuesOf(env) };
export const handler = wrapped(deps.log, () => sweep(deps));
