import { holding, mayRemove, without } from '#functions/domain/group/members.ts';
import { isCheckedLead, namedReader } from '#functions/domain/group/new-reader.ts';
import { belongsTo } from '#functions/domain/membership.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { findRegistration } from '#functions/store/registration.ts';
import { findRoster } from '#functions/store/roster.ts';
import { type LiveSession, sessionRenewed } from '#functions/store/session.ts';
import type { Write } from '#functions/store/table.ts';
import { findUser, listMembers, memberChanges, type User, userItem } from '#functions/store/user.ts';
import type { GroupRole } from '#shared/api/members.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { OrganizationId, UserId } from '#shared/model/ids.ts';
import { sessionsEnded } from './access.ts';
import type { Deps } from './deps.ts';
import { readersInStep } from './readers-in-step.ts';
import { tell } from './tell.ts';

/** A lead, and the role of somebody of their group that changes. */
export type ChangingMember = {
  session: LiveSession;
  groupId: OrganizationId;
  userId: UserId;
  role: GroupRole;
  at: Instant;
};
type Change = { before: User; after: User; version: number };

/** Everybody of a group somebody leads; refuses `not_found` for another. */
async function membersFor(deps: Deps, { session, groupId }: ChangingMember): Promise<Result<User[]>> {
  const { principal } = session.session;
  if (!belongsTo(principal, groupId, ['group_lead'])) return refuse('not_found');
  return accept(await listMembers(deps.table, principal.area, groupId));
}

/** The user with other roles and the event that tells of it. */
function changed(
  deps: Deps,
  { session, groupId, role, at }: ChangingMember,
  { before, after, version, type }: Change & { type: 'member.named' | 'member.removed' },
): Write[] {
  const { userId, area } = after;
  const item = userItem(after, version + 1, at);
  return [
    { kind: 'put', table: 'portal', item, expected: { version } },
    ...memberChanges(before, after),
    tell(
      deps,
      { area, tenant: groupId, aggregate: `user#${userId}`, version: version + 1 },
      {
        userId: session.session.principal.userId,
        at,
        type,
        data: { organizationId: groupId, userId, role },
      },
    ),
  ];
}

/**
 * A lead gives somebody of their group, or themselves, one more role in it. Their own session has it at
 * once; anybody else has it when they next sign in. The first reader makes a group referable whose other
 * answers are given. A new reader answers at once and opens contact details after a while (ADR 77). Giving what is held does nothing. Refuses `not_found` for another group and for
 * whoever is not of it, and `changed_meanwhile`.
 */
export async function nameMember(deps: Deps, naming: ChangingMember): Promise<Result<undefined>> {
  const { session, groupId, userId, role, at } = naming;
  const members = await membersFor(deps, naming);
  if (!members.ok) return members;
  const isOne = members.value.some((one) => one.userId === userId && one.active);
  const found = isOne ? await findUser(deps.table, userId) : undefined;
  if (found === undefined) return refuse('not_found');
  const { value: before, version } = found;
  if (belongsTo(before, groupId, [role])) return accept(undefined);
  const more: User = { ...before, memberships: [...before.memberships, { role, organizationId: groupId }] };
  const after =
    role === 'group_reader' ? await asReader(deps, naming, { more, members: members.value }) : more;
  const isMine = session.session.principal.userId === userId;
  const of = { area: before.area, id: groupId };
  const by = { userId: session.session.principal.userId, at };
  const written = await deps.table.transact([
    ...changed(deps, naming, { before, after, version, type: 'member.named' }),
    ...(isMine ? [sessionRenewed(session, after, at)] : []),
    ...(role === 'group_reader' ? await readersInStep(deps, of, { ...by, readers: 1 }) : []),
  ]);
  return written.ok ? accept(undefined) : refuse('changed_meanwhile');
}

/** Whoever is named to read: held for a while unless a coordinator's check of the group was about them. */
async function asReader(
  { table }: Deps,
  { session, groupId: id, at }: ChangingMember,
  { more, members }: { more: User; members: readonly User[] },
): Promise<User> {
  const { userId, area } = more;
  const lead = (await findRegistration(table, { area, id }))?.value.lead;
  const isMine = session.session.principal.userId === userId;
  return namedReader(more, { id, at, isCovered: isMine && isCheckedLead(members, { id, userId, lead }) });
}

/**
 * A lead takes a role in their group from somebody, who is signed out wherever they are. When the last
 * reader goes, the group takes no referrals from that moment. Answers how many readers are left. Refuses
 * `not_found` for another group and for a role nobody holds, `last_lead`, and `changed_meanwhile`.
 */
export async function removeMember(deps: Deps, removing: ChangingMember): Promise<Result<number>> {
  const { session, groupId: id, userId, role, at } = removing;
  const members = await membersFor(deps, removing);
  if (!members.ok) return members;
  const may = mayRemove(members.value, { id, userId, role });
  if (!may.ok) return may;
  const found = await findUser(deps.table, userId);
  if (found === undefined) return refuse('not_found');
  const { value: before, version } = found;
  const after: User = { ...before, memberships: without(before, { id, role }) };
  const readers = holding(members.value, id, 'group_reader').filter((one) => one.userId !== userId).length;
  const left = role === 'group_reader' ? readers : holding(members.value, id, 'group_reader').length;
  const of = { area: before.area, id };
  const by = { userId: session.session.principal.userId, at };
  const roster = await findRoster(deps.table, userId, at);
  const written = await deps.table.transact([
    ...changed(deps, removing, { before, after, version, type: 'member.removed' }),
    ...sessionsEnded({ ids: deps.ids, now: () => at }, after, roster),
    ...(left === 0 && role === 'group_reader' ? await readersInStep(deps, of, { ...by, readers: 0 }) : []),
  ]);
  return written.ok ? accept(left) : refuse('changed_meanwhile');
}
