import * as z from 'zod/mini';
import type { RequestContext } from '../access.ts';
import { badRequest } from '../failure.ts';
import type { KeyStore, LocalKey } from './key-store.ts';

/** What an operation of the key service works with. */
export type Door = {
  store: KeyStore;
  /** The key, once the caller has leave for the operation on it. */
  admit(operation: string, key: LocalKey, context?: RequestContext): LocalKey;
};
export type Operation = (body: unknown, door: Door) => Record<string, unknown>;

export const Bytes = z.pipe(
  z.string(),
  z.transform((text) => Buffer.from(text, 'base64')),
);
/** What KMS takes in one call. */
export const Message = Bytes.check(
  z.refine((bytes) => bytes.length >= 1 && bytes.length <= 4096, 'between 1 and 4096 bytes'),
);

/** The key of this name, for this use; NotFoundException or InvalidKeyUsageException otherwise. */
export function findKey(store: KeyStore, named: string, usage: LocalKey['usage'] | undefined): LocalKey {
  const key = store.find(named);
  if (key === undefined) throw badRequest('NotFoundException', `There is no key ${named}.`);
  if (usage !== undefined && key.usage !== usage) {
    throw badRequest('InvalidKeyUsageException', `Key ${key.arn} is for ${key.usage}, not for ${usage}.`);
  }
  return key;
}

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
