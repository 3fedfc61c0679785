import { DecryptCommand, GenerateDataKeyCommand, GenerateMacCommand, KMSClient } from '@aws-sdk/client-kms';
import { calling } from '#functions/runtime/unavailable.ts';
import type { KeyContext, KeyService } from './key-service.ts';

export type KmsKeys = { client: KMSClient; personKeyId: string; macKeyId: string };

/** The client: quick to give up, so that a referral is refused with a clear sentence within its own time. */
export const kmsClient = (endpoint?: string): KMSClient =>
  new KMSClient({
    ...(endpoint === undefined ? {} : { endpoint }),
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true },
  });

function bytes(given: Uint8Array | undefined): Uint8Array {
  if (given === undefined) throw new Error('The key service answered without bytes');
  return given;
}

/** The KeyService port over KMS: one symmetric key that wraps, one HMAC key that fingerprints. */
export function kmsKeyService({ client, personKeyId, macKeyId }: KmsKeys): KeyService {
  return {
    create: (context) => calling('keys', () => create(client, personKeyId, context)),
    open: (wrapped, context) =>
      calling('keys', async () => {
        const reply = await client.send(
          new DecryptCommand({ KeyId: personKeyId, CiphertextBlob: wrapped, EncryptionContext: context }),
        );
        return bytes(reply.Plaintext);
      }),
    fingerprint: (message) =>
      calling('keys', async () => {
        const reply = await client.send(
          new GenerateMacCommand({
            KeyId: macKeyId,
            MacAlgorithm: 'HMAC_SHA_256',
            Message: Buffer.from(message),
          }),
        );
        return bytes(reply.Mac);
      }),
  };
}

async function create(client: KMSClient, KeyId: string, context: KeyContext) {
  const reply = await client.send(
    new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256', EncryptionContext: context }),
  );
  return { plain: bytes(reply.Plaintext), wrapped: bytes(reply.CiphertextBlob) };
}
