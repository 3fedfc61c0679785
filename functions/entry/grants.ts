import grants from 'template:grants';
import notFound from 'template:not-found';
import { createApp } from '#functions/http/app.ts';
import { mountGrantList } from '#functions/http/grants-public.ts';
import { lambda } from '#functions/http/lambda.ts';
import { mountGrantPages } from '#functions/http/pages/grants.ts';
import { httpContextOf } from '#functions/runtime/deps.ts';
import { readEnvironment } from '#functions/runtime/env.ts';
import { wrapped } from '#functions/runtime/middy.ts';

const app = createApp('grants', httpContextOf('grants', readEnvironment('grants')));
mountGrantList(app);
mountGrantPages(app, app.context.table, { grants, notFound });
export const handler = wrapped(app.context.log, lambda(app));
