import { groupsOf, isSameRole } from '#functions/domain/membership.ts';
import type { Ids } from '#functions/runtime/ids.ts';
import type { Stored } from '#functions/store/record.ts';
import { personEvent } from '#functions/store/session-events.ts';
import type { Write } from '#functions/store/table.ts';
import { invitationUsed, memberChanges, type User, userItem } from '#functions/store/user.ts';
import type { Instant } from '#shared/model/dates.ts';

/**
 * Somebody with the roles of another besides their own, each once. Where the other is still held as a new
 * reader of a group that this one does not read, so is whoever they become.
 */
export function withRoles(user: User, more: Pick<User, 'memberships' | 'readsFrom'>): User {
  const memberships = more.memberships.filter(
    (one) => !user.memberships.some((held) => isSameRole(held, one)),
  );
  const brought = new Set<string>(groupsOf({ memberships }, 'group_reader'));
  const held = Object.entries(more.readsFrom ?? {}).filter(([group]) => brought.has(group));
  const readsFrom = { ...user.readsFrom, ...Object.fromEntries(held) };
  return {
    ...user,
    memberships: [...user.memberships, ...memberships],
    ...(Object.keys(readsFrom).length > 0 && { readsFrom }),
  };
}

/** Somebody we know, and whom their address was let in as besides. */
export type Joining = { user: Stored<User>; joins: Stored<User> };

/**
 * One person, one user: whom an address was let in as becomes part of the user who signs in with it. The
 * roles go over, the second user is closed for good, and the way in is used up. Answers the user as they
 * are from now on, and the writes.
 */
export function merged(
  { ids }: { ids: Ids },
  { user, joins }: Joining,
  at: Instant,
): { after: User; writes: Write[] } {
  const after = withRoles(user.value, joins.value);
  const gone: User = { ...joins.value, memberships: [], active: false };
  const puts = [
    { to: after, version: user.version },
    { to: gone, version: joins.version },
  ].map(
    ({ to, version }): Write => ({
      kind: 'put',
      table: 'portal',
      item: userItem(to, version + 1, at),
      expected: { version },
    }),
  );
  const event = personEvent(after, {
    id: ids.event(),
    at,
    aggregate: `user#${after.userId}`,
    version: user.version + 1,
    type: 'person.merged',
    data: { userId: after.userId, mergedId: gone.userId },
  });
  return {
    after,
    writes: [
      ...puts,
      ...memberChanges(user.value, after),
      ...memberChanges(joins.value, gone),
      invitationUsed(joins.value),
      event,
    ],
  };
}
