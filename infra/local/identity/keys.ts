import { generateKeyPair, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import type { JWK } from 'oidc-provider';

export type IdentityKeys = { cookieKey: string; signing: JWK };

/** The provider's keys: made at the first start, kept so that a token outlives a restart. RS256, as Cognito signs. */
export async function readKeys(file: string | undefined): Promise<IdentityKeys> {
  if (file !== undefined && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const signing = {
    ...privateKey.export({ format: 'jwk' }),
    use: 'sig',
    alg: 'RS256',
    kid: randomBytes(8).toString('hex'),
  };
  // The key was made as RSA two lines above; only the exported type is too wide.
  const keys = { cookieKey: randomBytes(32).toString('base64url'), signing: signing as JWK };
  if (file !== undefined) writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
  return keys;
}
