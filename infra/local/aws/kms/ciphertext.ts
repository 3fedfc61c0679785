import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { badRequest } from '../failure.ts';
import type { KeyStore, LocalKey } from './key-store.ts';

/** What must be said again, word for word, to open what was sealed. */
export type EncryptionContext = Readonly<Record<string, string>>;

const VERSION = 1;
const ID_BYTES = 36;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + ID_BYTES + IV_BYTES + TAG_BYTES;

/** AES-256-GCM under the key, bound to the context: version, key id, nonce, tag, sealed bytes. */
export function seal(key: LocalKey, plaintext: Uint8Array, context: EncryptionContext): Buffer {
  const iv = randomBytes(IV_BYTES);
  const head = Buffer.concat([Buffer.from([VERSION]), Buffer.from(key.id, 'ascii')]);
  const cipher = createCipheriv('aes-256-gcm', key.secret, iv);
  cipher.setAAD(bound(head, context));
  const sealed = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([head, iv, cipher.getAuthTag(), sealed]);
}

/** Opens what `seal` made; InvalidCiphertextException when a byte or the context differs. */
export function open(key: LocalKey, blob: Buffer, context: EncryptionContext): Buffer {
  try {
    const decipher = createDecipheriv(
      'aes-256-gcm',
      key.secret,
      blob.subarray(1 + ID_BYTES, 1 + ID_BYTES + IV_BYTES),
    );
    decipher.setAAD(bound(blob.subarray(0, 1 + ID_BYTES), context));
    decipher.setAuthTag(blob.subarray(1 + ID_BYTES + IV_BYTES, HEAD_BYTES));
    return Buffer.concat([decipher.update(blob.subarray(HEAD_BYTES)), decipher.final()]);
  } catch {
    throw unreadable();
  }
}

/** The key a ciphertext names itself. */
export function keyInside(store: KeyStore, blob: Buffer): LocalKey {
  const key =
    blob.length >= HEAD_BYTES && blob[0] === VERSION
      ? store.find(blob.toString('ascii', 1, 1 + ID_BYTES))
      : undefined;
  if (key === undefined) throw unreadable();
  return key;
}

/** Order of the context's names does not matter; every name, value and length does. */
function bound(head: Buffer, context: EncryptionContext): Buffer {
  const sorted = Object.entries(context).sort(([left], [right]) => (left < right ? -1 : 1));
  return Buffer.concat([head, Buffer.from(JSON.stringify(sorted), 'utf8')]);
}

const unreadable = () =>
  badRequest(
    'InvalidCiphertextException',
    'The ciphertext or its encryption context is not what was sealed.',
  );
