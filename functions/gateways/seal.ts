import { createCipheriv, createDecipheriv } from 'node:crypto';

/**
 * Where a sealed text belongs: bound into the seal, so that bytes moved to another item, version or
 * owner no longer open.
 */
export type SealedAt = { table: string; pk: string; sk: string; version: number; owner: string };

const NONCE = 12;
const TAG = 16;

const boundTo = ({ table, pk, sk, version, owner }: SealedAt): Buffer =>
  Buffer.from([table, pk, sk, version, owner].join('|'));

/** Seals a text with AES-256-GCM: nonce (12 bytes, never used twice with a key), ciphertext, tag (16 bytes). */
export function seal(text: string, how: { key: Uint8Array; nonce: Uint8Array; at: SealedAt }): Uint8Array {
  if (how.nonce.length !== NONCE) throw new Error('A nonce has twelve bytes');
  const cipher = createCipheriv('aes-256-gcm', how.key, how.nonce);
  cipher.setAAD(boundTo(how.at));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Uint8Array.from(Buffer.concat([how.nonce, sealed, cipher.getAuthTag()]));
}

/** Opens what `seal` made; throws when a single bit, the key or the place is not what it was. */
export function unseal(sealed: Uint8Array, how: { key: Uint8Array; at: SealedAt }): string {
  if (sealed.length < NONCE + TAG) throw new Error('Too short to be sealed');
  const decipher = createDecipheriv('aes-256-gcm', how.key, sealed.subarray(0, NONCE));
  decipher.setAAD(boundTo(how.at));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  const opened = decipher.update(sealed.subarray(NONCE, sealed.length - TAG));
  return Buffer.concat([opened, decipher.final()]).toString('utf8');
}
