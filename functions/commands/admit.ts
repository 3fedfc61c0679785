import type { Stored } from '#functions/store/record.ts';
import type { Write } from '#functions/store/table.ts';
import { invitationAgain, invitedWrites, memberChanges, type User, userItem } from '#functions/store/user.ts';
import type { UserId } from '#shared/model/ids.ts';
import { withRoles } from './merge-person.ts';

/**
 * The writes that let whoever proved an address in: somebody new, or (`known`) whom the address let in
 * before and who has not signed in since, with one role more. `until` (epoch seconds) ends the way in.
 */
export function admitted(
  known: Stored<User> | undefined,
  newcomer: User,
  until?: number,
): { userId: UserId; writes: Write[] } {
  if (known?.value.active !== true || known.value.area !== newcomer.area)
    return { userId: newcomer.userId, writes: invitedWrites(newcomer, until) };
  const { value, version } = known;
  const { name, phone } = newcomer;
  const after = { ...withRoles(value, newcomer), name, phone: phone ?? value.phone };
  const put: Write = {
    kind: 'put',
    table: 'portal',
    item: userItem(after, version + 1),
    expected: { version },
  };
  return {
    userId: value.userId,
    writes: [put, ...memberChanges(value, after), invitationAgain(after, until)],
  };
}
