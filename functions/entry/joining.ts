import link from 'template:link';
import { createApp } from '#functions/http/app.ts';
import { mountJoining } from '#functions/http/joining.ts';
import { lambda } from '#functions/http/lambda.ts';
import { commandDepsOf, httpContextOf } from '#functions/runtime/deps.ts';
import { readEnvironment } from '#functions/runtime/env.ts';
import { wrapped } from '#functions/runtime/middy.ts';

const app = createApp('joining', httpContextOf('joining', readEnvironment('joining')));
mountJoining(app, { deps: commandDepsOf(app.context), template: link });
export const handler = wrapped(app.context.log, lambda(app));
