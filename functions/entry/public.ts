import find from 'template:find';
import group from 'template:group';
import notFound from 'template:not-found';
import { createApp } from '#functions/http/app.ts';
import { lambda } from '#functions/http/lambda.ts';
import { mountPublic } from '#functions/http/public.ts';
import { httpContextOf } from '#functions/runtime/deps.ts';
import { readEnvironment } from '#functions/runtime/env.ts';
import { wrapped } from '#functions/runtime/middy.ts';

const context = httpContextOf('public', readEnvironment('public'));
const app = createApp('public', context);
mountPublic(app, { find, group, notFound });
export const handler = wrapped(context.log, lambda(app));
