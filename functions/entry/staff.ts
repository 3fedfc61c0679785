import { createApp } from '#functions/http/app.ts';
import { lambda } from '#functions/http/lambda.ts';
import { mountStaff } from '#functions/http/staff.ts';
import { commandDepsOf, httpContextOf } from '#functions/runtime/deps.ts';
import { readEnvironment } from '#functions/runtime/env.ts';
import { wrapped } from '#functions/runtime/middy.ts';

const app = createApp('staff', httpContextOf('staff', readEnvironment('staff')));
mountStaff(app, commandDepsOf(app.context));
export const handler = wrapped(app.context.log, lambda(app));
