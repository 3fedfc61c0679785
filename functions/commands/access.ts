import { accept, type Result, refuse } from '#functions/domain/result.ts';
import type { Stored } from '#functions/store/record.ts';
import { findRoster, type RosterEntry, rosterWrite } from '#functions/store/roster.ts';
import { personEvent } from '#functions/store/session-events.ts';
import type { Write } from '#functions/store/table.ts';
import { findUser, memberChanges, type User, userItem } from '#functions/store/user.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { UserId } from '#shared/model/ids.ts';
import type { Deps } from './deps.ts';
import { endedWrites, type SessionDeps } from './session.ts';

export type AccessChange = Partial<Pick<User, 'active' | 'memberships'>>;
type AccessDeps = Pick<Deps, 'table' | 'ids'>;

/** The writes that end every session of somebody: whatever takes a right away makes them with it. */
export const sessionsEnded = (
  deps: Pick<SessionDeps, 'now' | 'ids'>,
  user: User,
  roster: Stored<RosterEntry[]>,
): Write[] => [
  rosterWrite(user.userId, [], roster.version),
  ...roster.value.flatMap((entry) => endedWrites(deps, user, { entry, reason: 'revoked' })),
];

/**
 * The writes that change what somebody may do, conditioned on them as read, and end every session of
 * theirs: for a transaction that changes more than that.
 */
export async function accessWrites(
  { table, ids }: AccessDeps,
  found: Stored<User>,
  change: { actor: string; at: Instant; to: AccessChange },
): Promise<{ user: User; writes: Write[] }> {
  const { at, actor, to } = change;
  const user: User = { ...found.value, ...to };
  const roster = await findRoster(table, user.userId, at);
  const version = found.version + 1;
  const event = personEvent(user, {
    id: ids.event(),
    at,
    aggregate: `user#${user.userId}`,
    version,
    type: 'access.changed',
    actor,
    data: { userId: user.userId, active: user.active },
  });
  const ending = { ids, now: () => at };
  const writes: Write[] = [
    { kind: 'put', table: 'portal', item: userItem(user, version, at), expected: { version: found.version } },
    ...memberChanges(found.value, user),
    event,
    ...sessionsEnded(ending, user, roster),
  ];
  return { user, writes };
}

/**
 * Changes what somebody may do, or whether they may at all, and ends every session of theirs in the
 * same transaction: the very next request finds none. Refuses `not_found`, and `changed_meanwhile` when
 * another change or a sign-in came first.
 */
export async function changeAccess(
  deps: AccessDeps & { now: () => Instant },
  change: { userId: UserId; actor: string; to: AccessChange },
): Promise<Result<User>> {
  const found = await findUser(deps.table, change.userId);
  if (found === undefined) return refuse('not_found');
  const { user, writes } = await accessWrites(deps, found, { ...change, at: deps.now() });
  const written = await deps.table.transact(writes);
  return written.ok ? accept(user) : refuse('changed_meanwhile');
}
