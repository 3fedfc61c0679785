import { depsOf } from '#functions/runtime/deps.ts';
import { readEnvironment } from '#functions/runtime/env.ts';
import { wrapped } from '#functions/runtime/middy.ts';
import { purge } from '#functions/schedules/purge.ts';

const deps = depsOf('retention', readEnvironment('retention'));
export const handler = wrapped(deps.log, () => purge(deps));
