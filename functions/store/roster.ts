import * as z from 'zod/mini';
import { Instant } from '#shared/model/dates.ts';
import type { UserId } from '#shared/model/ids.ts';
import { ttlAt } from './expiry.ts';
import { sessionKeys } from './keys.ts';
import { record, type Stored, unchangedSince } from './record.ts';
import type { Table, Write } from './table.ts';

/** How many sessions one person may have at once; a fourth ends the oldest. */
export const MAX_SESSIONS = 3;

/** One live session in a person's list. */
export const RosterEntry = z.strictObject({
  hash: z.string(),
  sessionId: z.uuid(),
  startedAt: Instant,
  endsAt: Instant,
});
export type RosterEntry = z.infer<typeof RosterEntry>;

const rosterRecord = record('roster', z.array(RosterEntry));

/** The sessions of a person that have not run their time, oldest first, and the version to write against (0: none stored). */
export async function findRoster(table: Table, user: UserId, now: Instant): Promise<Stored<RosterEntry[]>> {
  const item = await table.get('sessions', sessionKeys.roster(user));
  if (item === undefined) return { value: [], version: 0 };
  const { value, version } = rosterRecord.fromItem(item);
  return { value: value.filter(({ endsAt }) => endsAt > now), version };
}

/** The write that replaces a person's list (or, of none, makes sure there is none); fails when another changed it meanwhile. */
export function rosterWrite(user: UserId, entries: readonly RosterEntry[], before: number): Write {
  const ends = entries.map(({ endsAt }) => ttlAt(endsAt));
  const key = sessionKeys.roster(user);
  const expected = unchangedSince(before);
  if (entries.length === 0) {
    return { kind: before === 0 ? 'check' : 'delete', table: 'sessions', key, expected };
  }
  return {
    kind: 'put',
    table: 'sessions',
    item: rosterRecord.toItem(key, [...entries], before + 1, { ttl: Math.max(...ends) }),
    expected,
  };
}
