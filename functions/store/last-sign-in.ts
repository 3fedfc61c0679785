import * as z from 'zod/mini';
import { Instant } from '#shared/model/dates.ts';
import { UserId } from '#shared/model/ids.ts';
import { ttlAfter } from './expiry.ts';
import { portalKeys } from './keys.ts';
import { record } from './record.ts';
import type { Table, Write } from './table.ts';

export const lastSignInRecord = record('last sign-in', z.strictObject({ userId: UserId, at: Instant }));

/** Longer than an account stays that was closed after its last sign-in. */
export const LAST_SIGN_IN_KEPT_DAYS = 3 * 365;

/** The write that notes a sign-in: of the last one only, so that an account nobody uses shows. */
export const signInNoted = (userId: UserId, at: Instant): Write => ({
  kind: 'put',
  table: 'portal',
  item: lastSignInRecord.toItem(portalKeys.lastSignIn(userId), { userId, at }, 1, {
    ttl: ttlAfter(at, LAST_SIGN_IN_KEPT_DAYS),
  }),
  expected: 'any',
});

/** When each of these people (at most 100) last signed in; those who never did are left out. */
export async function listLastSignIns(
  table: Table,
  users: readonly UserId[],
): Promise<ReadonlyMap<string, Instant>> {
  if (users.length === 0) return new Map();
  const items = await table.getMany('portal', users.map(portalKeys.lastSignIn));
  return new Map(
    items.map((item) => {
      const { userId, at } = lastSignInRecord.fromItem(item).value;
      return [userId, at];
    }),
  );
}
