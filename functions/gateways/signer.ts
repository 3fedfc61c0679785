import { KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { calling } from '#functions/runtime/unavailable.ts';

/** Signs a short text (at most 4 KB) with the key of anchors: ECDSA P-256 over its SHA-256; answers the DER signature. */
export type Signer = { keyId: string; sign(text: string): Promise<Uint8Array> };

/** A signer whose private key never leaves KMS. */
export const kmsSigner = (client: KMSClient, keyId: string): Signer => ({
  keyId,
  async sign(text) {
    const reply = await calling('keys', () =>
      client.send(
        new SignCommand({
          KeyId: keyId,
          Message: Buffer.from(text),
          MessageType: 'RAW',
          SigningAlgorithm: 'ECDSA_SHA_256',
        }),
      ),
    );
    if (reply.Signature === undefined) throw new Error('The key service answered without a signature');
    return reply.Signature;
  },
});

export const kmsClient = (): KMSClient =>
  new KMSClient({
    maxAttempts: 4,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 4000, throwOnRequestTimeout: true },
  });
