import { createPublicKey, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { KeySpec } from '#infra/local/assembly/keys.ts';
import { openKeyStore } from '#infra/local/aws/kms/key-store.ts';

/** The public key that checks what a signing key has signed, by the key's id; undefined for a key that is not ours. */
export type AnchorKeys = (keyId: string) => KeyObject | undefined;

/** The keys of a local portal, from the file its key service keeps; none while it has never run. */
export function localAnchorKeys(specs: readonly KeySpec[], file: string): AnchorKeys {
  if (!existsSync(file)) return () => undefined;
  const store = openKeyStore(specs, file);
  return (keyId) => {
    const signing = store.find(keyId)?.signing;
    return signing && createPublicKey(signing);
  };
}
