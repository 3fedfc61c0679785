import { createApp } from '#functions/http/app.ts';
import { lambda } from '#functions/http/lambda.ts';
import { mountSuggesting } from '#functions/http/suggestions.ts';
import { mountDescription } from '#functions/http/system.ts';
import { commandDepsOf, httpContextOf } from '#functions/runtime/deps.ts';
import { readEnvironment } from '#functions/runtime/env.ts';
import { wrapped } from '#functions/runtime/middy.ts';

const app = createApp('intake', httpContextOf('intake', readEnvironment('intake')));
mountSuggesting(app, commandDepsOf(app.context));
mountDescription(app);
export const handler = wrapped(app.context.log, lambda(app));
