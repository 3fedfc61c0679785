import type { SQSEvent } from 'aws-lambda';
import { kmsClient, kmsSigner } from '#functions/gateways/signer.ts';
import { fullJitter } from '#functions/runtime/backoff.ts';
import { depsOf } from '#functions/runtime/deps.ts';
import { readEnvironment } from '#functions/runtime/env.ts';
import { wrapped } from '#functions/runtime/middy.ts';
import { eachOf, messagesOf } from '#functions/workers/batch.ts';
import { reactWithChain } from '#functions/workers/chain.ts';

const env = readEnvironment('chain');
const signer = kmsSigner(kmsClient(), env.ANCHOR_KEY_ID);
const deps = { ...depsOf('chain', env), backoff: fullJitter(), signer };
export const handler = wrapped(deps.log, (batch: SQSEvent) =>
  eachOf(messagesOf(batch), deps.log, (message) => reactWithChain(deps, message)),
);
