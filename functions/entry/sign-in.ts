import { openIdProvider } from '#functions/gateways/identity-provider.ts';
import { createApp } from '#functions/http/app.ts';
import { lambda } from '#functions/http/lambda.ts';
import { mountSignIn } from '#functions/http/sign-in.ts';
import { httpContextOf } from '#functions/runtime/deps.ts';
import { readEnvironment } from '#functions/runtime/env.ts';
import { systemSessionId } from '#functions/runtime/ids.ts';
import { wrapped } from '#functions/runtime/middy.ts';
import { systemSecret } from '#functions/runtime/secrets.ts';

const env = readEnvironment('sign-in');
const callback = `${env.ORIGIN}/auth/callback`;
const provider = openIdProvider({ issuer: env.OIDC_ISSUER, clientId: env.OIDC_CLIENT_ID, callback });
const app = createApp('sign-in', httpContextOf('sign-in', env));
mountSignIn(app, { ...app.context, provider, secret: systemSecret, sessionId: systemSessionId });
export const handler = wrapped(app.context.log, lambda(app));
