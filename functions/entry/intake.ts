import link from 'template:link';
import { createApp } from '#functions/http/app.ts';
import { mountIntake } from '#functions/http/intake.ts';
import { lambda } from '#functions/http/lambda.ts';
import { mountDescription } from '#functions/http/system.ts';
import { commandDepsOf, httpContextOf } from '#functions/runtime/deps.ts';
import { readEnvironment } from '#functions/runtime/env.ts';
import { wrapped } from '#functions/runtime/middy.ts';

const app = createApp('intake', httpContextOf('intake', readEnvironment('intake')));
mountIntake(app, { deps: commandDepsOf(app.context), template: link });
mountDescription(app);
export const handler = wrapped(app.context.log, lambda(app));
