import * as z from 'zod/mini';
import { later } from '#shared/model/civil-time.ts';
import { Instant } from '#shared/model/dates.ts';
import { type Principal, Principal as PrincipalSchema, type Role } from '#shared/model/roles.ts';
import { ttlAt } from './expiry.ts';
import { sessionKeys } from './keys.ts';
import { record } from './record.ts';
import type { Item, Table, Write } from './table.ts';

/** No session outlives a working day. */
export const ABSOLUTE_HOURS = 8;
/** Minutes without a request after which a session is over, for roles that see people and for the others. */
export const IDLE_MINUTES = { seesPeople: 15, others: 30 } as const;
/** An idle session is put off at most once in this many seconds, so that reading a page writes nothing. */
const EXTEND_AFTER_SECONDS = 60;

const SEE_PEOPLE: readonly Role[] = ['group_reader', 'link_worker', 'lw_manager', 'coordinator'];

/** A session as stored in *sessions*, keyed by the hash of what the cookie holds. */
export const Session = z.strictObject({
  /** Names the session in events; not the secret. */
  id: z.uuid(),
  principal: PrincipalSchema,
  /** Names of the person's area, groups and schemes as they were at sign-in. */
  names: z.record(z.string(), z.string()),
  areaName: z.string(),
  startedAt: Instant,
  endsAt: Instant,
});
export type Session = z.infer<typeof Session>;
export type LiveSession = { session: Session; hash: string; idleAt: Instant };

/** Shape 2 may say from when a new reader opens contact details. */
export const sessionRecord = record('session', Session, [(body) => body]);

/** When a session of this person that starts now has to end whatever happens. */
export const endOf = (now: Instant): Instant => later(now, ABSOLUTE_HOURS * 3_600_000);

/** Until when a session lives if nothing more happens: the idle time of its roles, never past its end. */
export function idleAfter(principal: Principal, now: Instant, endsAt: Instant): Instant {
  const sees = principal.memberships.some(({ role }) => SEE_PEOPLE.includes(role));
  const idle = later(now, (sees ? IDLE_MINUTES.seesPeople : IDLE_MINUTES.others) * 60_000);
  return idle < endsAt ? idle : endsAt;
}

/** A new session as an item. */
export function sessionItem(hash: string, session: Session): Item {
  const idleAt = idleAfter(session.principal, session.startedAt, session.endsAt);
  return sessionRecord.toItem(sessionKeys.session(hash), session, 1, { idleAt, ttl: ttlAt(idleAt) });
}

/**
 * The session behind a hash, or undefined when it ended, idled out or ran its time. One strongly
 * consistent read is all that is needed: whatever takes a right away deletes the person's sessions in
 * the same transaction, so a session that is there still holds.
 */
export async function findSession(
  table: Table,
  hash: string,
  now: Instant,
): Promise<LiveSession | undefined> {
  const item = await table.get('sessions', sessionKeys.session(hash));
  if (item === undefined) return undefined;
  const session = sessionRecord.fromItem(item).value;
  const idleAt = Instant.parse(item['idleAt']);
  return idleAt > now && session.endsAt > now ? { session, hash, idleAt } : undefined;
}

/** Puts the idle end off after a request; answers when it now is. A session that ended meanwhile stays ended. */
export async function extendSession(table: Table, live: LiveSession, now: Instant): Promise<Instant> {
  const { principal, endsAt } = live.session;
  const idleAt = idleAfter(principal, now, endsAt);
  if (Date.parse(idleAt) - Date.parse(live.idleAt) < EXTEND_AFTER_SECONDS * 1000) return live.idleAt;
  const written = await table.write({
    kind: 'add',
    table: 'sessions',
    key: sessionKeys.session(live.hash),
    add: { extended: 1 },
    set: { idleAt, ttl: ttlAt(idleAt) },
    expected: 'present',
  });
  return written.ok ? idleAt : live.idleAt;
}

/** The write that ends one session. */
export const sessionEnded = (hash: string): Write => ({
  kind: 'delete',
  table: 'sessions',
  key: sessionKeys.session(hash),
  expected: 'any',
});

/** The write that gives a live session other roles at once, in the transaction that gives them; fails when it has ended. */
export function sessionRenewed(
  { session, hash }: LiveSession,
  { memberships, readsFrom }: Pick<Principal, 'memberships' | 'readsFrom'>,
  now: Instant,
): Write {
  const { readsFrom: _before, ...same } = session.principal;
  const principal = { ...same, memberships, ...(readsFrom && { readsFrom }) };
  const idleAt = idleAfter(principal, now, session.endsAt);
  const beside = { idleAt, ttl: ttlAt(idleAt) };
  const item = sessionRecord.toItem(sessionKeys.session(hash), { ...session, principal }, 1, beside);
  return { kind: 'put', table: 'sessions', item, expected: 'present' };
}
