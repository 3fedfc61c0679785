import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import * as z from 'zod/mini';
import type { KeySpec } from '../../assembly/keys.ts';

/** A key with its secret material. */
export type LocalKey = KeySpec & { secret: Buffer; signing: KeyObject | undefined };
export type KeyStore = {
  /** By id, ARN or alias. */
  find(named: string): LocalKey | undefined;
};

const Stored = z.record(z.string(), z.string());
const BYTES: Readonly<Record<string, number>> = {
  SYMMETRIC_DEFAULT: 32,
  HMAC_256: 32,
  HMAC_384: 48,
  HMAC_512: 64,
};
const CURVES: Readonly<Record<string, string>> = {
  ECC_NIST_P256: 'P-256',
  ECC_NIST_P384: 'P-384',
};

/**
 * The material of every key of the assembly, made once and kept in `file` (0600; undefined: in memory).
 * Losing the file loses what was sealed, as deleting the key would on AWS.
 */
export function openKeyStore(specs: readonly KeySpec[], file: string | undefined): KeyStore {
  const stored =
    file !== undefined && existsSync(file) ? z.parse(Stored, JSON.parse(readFileSync(file, 'utf8'))) : {};
  const missing = specs.filter((spec) => stored[spec.id] === undefined);
  const all = { ...stored, ...Object.fromEntries(missing.map((spec) => [spec.id, makeSecret(spec)])) };
  if (file !== undefined && missing.length > 0) keep(file, JSON.stringify(all));
  const keys = specs.map((spec) => withSecret(spec, Buffer.from(all[spec.id] ?? '', 'base64')));
  const names = new Map(keys.flatMap((key) => namesOf(key).map((name) => [name, key] as const)));
  return { find: (named) => names.get(named) };
}

function makeSecret(spec: KeySpec): string {
  const bytes = BYTES[spec.spec];
  if (bytes !== undefined) return randomBytes(bytes).toString('base64');
  const namedCurve = CURVES[spec.spec];
  if (namedCurve === undefined) {
    throw new Error(
      `Key ${spec.logicalId} is of the kind ${spec.spec}, which the local key service does not have.`,
    );
  }
  const { privateKey } = generateKeyPairSync('ec', { namedCurve });
  return privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
}

function withSecret(spec: KeySpec, secret: Buffer): LocalKey {
  const signing =
    spec.usage === 'SIGN_VERIFY'
      ? createPrivateKey({ key: secret, format: 'der', type: 'pkcs8' })
      : undefined;
  return { ...spec, secret, signing };
}

const namesOf = (key: KeySpec) => [
  key.id,
  key.arn,
  ...key.aliases,
  ...key.aliases.map((alias) => key.arn.replace(/key\/.*$/, alias)),
];

/** Whole or not at all, and on the disk before anything is sealed with it. */
function keep(file: string, text: string): void {
  const fresh = `${file}.new`;
  const handle = openSync(fresh, 'w', 0o600);
  writeSync(handle, text);
  fsyncSync(handle);
  closeSync(handle);
  chmodSync(fresh, 0o600);
  renameSync(fresh, file);
}
