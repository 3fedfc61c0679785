import { kmsClient, kmsKeyService } from '#functions/gateways/kms.ts';
import { createApp } from '#functions/http/app.ts';
import { mountContact } from '#functions/http/contact.ts';
import { lambda } from '#functions/http/lambda.ts';
import { commandDepsOf, httpContextOf } from '#functions/runtime/deps.ts';
import { readEnvironment } from '#functions/runtime/env.ts';
import { wrapped } from '#functions/runtime/middy.ts';
import { systemNonce } from '#functions/runtime/secrets.ts';

const env = readEnvironment('sealed');
const app = createApp('sealed', httpContextOf('sealed', env));
const keys = kmsKeyService({ client: kmsClient(), personKeyId: env.PERSON_KEY_ID, macKeyId: env.MAC_KEY_ID });
mountContact(app, { ...commandDepsOf(app.context), keys, nonce: systemNonce });
export const handler = wrapped(app.context.log, lambda(app));
