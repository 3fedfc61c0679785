import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { findRoster, rosterWrite } from '#functions/store/roster.ts';
import { personEvent } from '#functions/store/session-events.ts';
import type { Write } from '#functions/store/table.ts';
import { findUser, memberChanges, type User, userItem } from '#functions/store/user.ts';
import type { UserId } from '#shared/model/ids.ts';
import { endedWrites, type SessionDeps } from './session.ts';

export type AccessChange = Partial<Pick<User, 'active' | 'memberships'>>;

/**
 * Changes what somebody may do, or whether they may at all, and ends every session of theirs in the
 * same transaction: the very next request finds none. Refuses `not_found`, and `changed_meanwhile` when
 * another change or a sign-in came first.
 */
export async function changeAccess(
  deps: Pick<SessionDeps, 'table' | 'now' | 'ids'>,
  change: { userId: UserId; actor: string; to: AccessChange },
): Promise<Result<User>> {
  const found = await findUser(deps.table, change.userId);
  if (found === undefined) return refuse('not_found');
  const now = deps.now();
  const user: User = { ...found.value, ...change.to };
  const roster = await findRoster(deps.table, change.userId, now);
  const version = found.version + 1;
  const event = personEvent(user, {
    id: deps.ids.event(),
    at: now,
    aggregate: `user#${user.userId}`,
    version,
    type: 'access.changed',
    actor: change.actor,
    data: { userId: user.userId, active: user.active },
  });
  const writes: Write[] = [
    { kind: 'put', table: 'portal', item: userItem(user, version), expected: { version: found.version } },
    ...memberChanges(found.value, user),
    event,
    rosterWrite(user.userId, [], roster.version),
    ...roster.value.flatMap((entry) => endedWrites(deps, user, { entry, reason: 'revoked' })),
  ];
  const written = await deps.table.transact(writes);
  return written.ok ? accept(user) : refuse('changed_meanwhile');
}
