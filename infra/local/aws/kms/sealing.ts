import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import type { RequestContext } from '../access.ts';
import { readRequest } from '../body.ts';
import { badRequest } from '../failure.ts';
import { type EncryptionContext, keyInside, open, seal } from './ciphertext.ts';
import { Bytes, base64, type Door, findKey, Message, type Operation } from './door.ts';

const EncryptionContext_ = z._default(z.record(z.string(), z.string()), {});
const DataKeyRequest = z.object({
  KeyId: z.string(),
  EncryptionContext: EncryptionContext_,
  KeySpec: z.optional(z.enum(['AES_256', 'AES_128'])),
  NumberOfBytes: z.optional(z.number().check(z.minimum(1), z.maximum(1024))),
});
const EncryptRequest = z.object({
  KeyId: z.string(),
  Plaintext: Message,
  EncryptionContext: EncryptionContext_,
});
const DecryptRequest = z.object({
  KeyId: z.optional(z.string()),
  CiphertextBlob: Bytes,
  EncryptionContext: EncryptionContext_,
});

/** Operations of symmetric keys: what they seal opens only with the same context. */
export const SEALING: Readonly<Record<string, Operation>> = {
  GenerateDataKey: (body, door) => dataKey('GenerateDataKey', body, door),
  GenerateDataKeyWithoutPlaintext: (body, door) => {
    const { Plaintext: _, ...rest } = dataKey('GenerateDataKeyWithoutPlaintext', body, door);
    return rest;
  },
  Encrypt: (body, door) => {
    const request = readRequest(EncryptRequest, body);
    const key = findKey(door.store, request.KeyId, 'ENCRYPT_DECRYPT');
    door.admit('Encrypt', key, contextKeys(request.EncryptionContext));
    const sealed = seal(key, request.Plaintext, request.EncryptionContext);
    return { KeyId: key.arn, CiphertextBlob: base64(sealed), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
  },
  Decrypt: (body, door) => {
    const request = readRequest(DecryptRequest, body);
    const key = keyInside(door.store, request.CiphertextBlob);
    if (request.KeyId !== undefined && findKey(door.store, request.KeyId, 'ENCRYPT_DECRYPT').id !== key.id) {
      throw badRequest('IncorrectKeyException', 'The ciphertext was not sealed with this key.');
    }
    door.admit('Decrypt', key, contextKeys(request.EncryptionContext));
    const plaintext = open(key, request.CiphertextBlob, request.EncryptionContext);
    return { KeyId: key.arn, Plaintext: base64(plaintext), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
  },
};

function dataKey(operation: string, body: unknown, door: Door): Record<string, unknown> {
  const request = readRequest(DataKeyRequest, body);
  const key = findKey(door.store, request.KeyId, 'ENCRYPT_DECRYPT');
  door.admit(operation, key, contextKeys(request.EncryptionContext));
  const plaintext = randomBytes(request.NumberOfBytes ?? (request.KeySpec === 'AES_128' ? 16 : 32));
  const sealed = seal(key, plaintext, request.EncryptionContext);
  return { KeyId: key.arn, Plaintext: base64(plaintext), CiphertextBlob: base64(sealed) };
}

const contextKeys = (context: EncryptionContext): RequestContext => ({
  ...Object.fromEntries(
    Object.entries(context).map(([name, value]) => [`kms:EncryptionContext:${name}`, value]),
  ),
  ...(Object.keys(context).length > 0 && { 'kms:EncryptionContextKeys': Object.keys(context) }),
});
