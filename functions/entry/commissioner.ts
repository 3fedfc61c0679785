import { createApp } from '#functions/http/app.ts';
import { mountInsight } from '#functions/http/insight.ts';
import { lambda } from '#functions/http/lambda.ts';
import { httpContextOf } from '#functions/runtime/deps.ts';
import { readEnvironment } from '#functions/runtime/env.ts';
import { wrapped } from '#functions/runtime/middy.ts';

const app = createApp('commissioner', httpContextOf('commissioner', readEnvironment('commissioner')));
mountInsight(app, app.context);
export const handler = wrapped(app.context.log, lambda(app));
