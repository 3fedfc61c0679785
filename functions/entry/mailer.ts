import type { SQSEvent } from 'aws-lambda';
import { sesClient, sesMailer } from '#functions/gateways/email.ts';
import { depsOf } from '#functions/runtime/deps.ts';
import { readEnvironment } from '#functions/runtime/env.ts';
import { wrapped } from '#functions/runtime/middy.ts';
import { systemSecret } from '#functions/runtime/secrets.ts';
import { eachOf, messagesOf } from '#functions/workers/batch.ts';
import { reactWithMail } from '#functions/workers/mail.ts';

const env = readEnvironment('mailer');
const mailer = sesMailer(sesClient(), env.MAIL_FROM);
const deps = { ...depsOf('mailer', env), mailer, origin: env.ORIGIN, secret: systemSecret };
export const handler = wrapped(deps.log, (batch: SQSEvent) =>
  eachOf(messagesOf(batch), deps.log, (message) => reactWithMail(deps, message)),
);
