import { depsOf } from '#functions/runtime/deps.ts';
import { readEnvironment } from '#functions/runtime/env.ts';
import { wrapped } from '#functions/runtime/middy.ts';
import { freezeQuarters } from '#functions/schedules/freeze-quarters.ts';

const deps = depsOf('quarters', readEnvironment('quarters'));
export const handler = wrapped(deps.log, () => freezeQuarters(deps));
