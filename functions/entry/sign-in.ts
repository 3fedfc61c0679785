import { openIdProvider } from '#functions/gateways/identity-provider.ts';
import { createApp } from '#functions/http/app.ts';
import { lambda } from '#functions/http/lambda.ts';
import { mountSignIn } from '#functions/http/sign-in.ts';
import { httpContextOf } from '#functions/runtime/deps.ts';
import { readEnvironment } from '#functions/runtime/env.ts';
import { wrapped } from '#functions/runtime/middy.ts';
import { systemMints } from '#functions/runtime/mints.ts';

const env = readEnvironment('sign-in');
const at = { issuer: env.OIDC_ISSUER, clientId: env.OIDC_CLIENT_ID, callback: `${env.ORIGIN}/auth/callback` };
const app = createApp('sign-in', httpContextOf('sign-in', env));
mountSignIn(app, { ...app.context, ...systemMints, provider: openIdProvider(at) });
export const handler = wrapped(app.context.log, lambda(app));
