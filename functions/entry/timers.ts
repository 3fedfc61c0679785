import { depsOf } from '#functions/runtime/deps.ts';
import { readEnvironment } from '#functions/runtime/env.ts';
import { wrapped } from '#functions/runtime/middy.ts';
import { runTimers } from '#functions/schedules/timers.ts';

const deps = depsOf('timers', readEnvironment('timers'));
export const handler = wrapped(deps.log, () => runTimers(deps));
