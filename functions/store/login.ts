import * as z from 'zod/mini';
import type { Instant } from '#shared/model/dates.ts';
import { secondOf } from './expiry.ts';
import { sessionKeys } from './keys.ts';
import { record } from './record.ts';
import type { Table } from './table.ts';

/** How long somebody may take at the identity provider. */
export const LOGIN_SECONDS = 600;

/** A sign-in on its way to the provider and back. */
export const Login = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.string(),
});
export type Login = z.infer<typeof Login>;

const loginRecord = record('login', Login);

/** Keeps a sign-in for ten minutes under the hash of what the browser holds. */
export async function keepLogin(table: Table, hash: string, login: Login & { now: Instant }): Promise<void> {
  const { now, ...kept } = login;
  const ttl = secondOf(now) + LOGIN_SECONDS;
  const item = loginRecord.toItem(sessionKeys.login(hash), kept, 1, { ttl });
  const written = await table.write({ kind: 'put', table: 'sessions', item, expected: 'absent' });
  if (!written.ok) throw new Error('Two sign-ins were given one key');
}

/** Takes a sign-in out: only one of two who bring the same key gets it. */
export async function takeLogin(table: Table, hash: string): Promise<Login | undefined> {
  const key = sessionKeys.login(hash);
  const item = await table.get('sessions', key);
  if (item === undefined) return undefined;
  const taken = await table.write({ kind: 'delete', table: 'sessions', key, expected: 'present' });
  return taken.ok ? loginRecord.fromItem(item).value : undefined;
}
