import type { GroupRole } from '#shared/api/members.ts';
import type { OrganizationId, UserId } from '#shared/model/ids.ts';
import type { Membership } from '#shared/model/roles.ts';
import { belongsTo, type Holder } from '../membership.ts';
import { accept, type Result, refuse } from '../result.ts';

/** Somebody of a group as far as its rules go. */
export type Member = Holder & { userId: UserId; active: boolean };

/** What somebody holds in a group, leads first. */
export const rolesIn = (holder: Holder, id: OrganizationId): GroupRole[] =>
  (['group_lead', 'group_reader'] as const).filter((role) => belongsTo(holder, id, [role]));

/** Who of them has a role in the group and may sign in. */
export const holding = <T extends Omit<Member, 'userId'>>(
  members: readonly T[],
  id: OrganizationId,
  role: GroupRole,
): T[] => members.filter((member) => member.active && belongsTo(member, id, [role]));

/** Who answers for a group: those who lead it, or its readers where nobody who leads can sign in. */
export function answering<T extends Omit<Member, 'userId'>>(members: readonly T[], id: OrganizationId): T[] {
  const leads = holding(members, id, 'group_lead');
  return leads.length > 0 ? leads : holding(members, id, 'group_reader');
}

/** What is left of somebody's roles once one in a group is taken. */
export const without = (
  { memberships }: Holder,
  { id, role }: { id: OrganizationId; role: GroupRole },
): Membership[] =>
  memberships.filter(
    (held) => !(held.role === role && 'organizationId' in held && held.organizationId === id),
  );

/**
 * Whether a role may be taken from somebody of a group. Refuses `not_found` when they do not hold it, and
 * `last_lead` when nobody else who may sign in leads the group.
 */
export function mayRemove(
  members: readonly Member[],
  { id, userId, role }: { id: OrganizationId; userId: UserId; role: GroupRole },
): Result<undefined> {
  const member = members.find((one) => one.userId === userId);
  if (member === undefined || !belongsTo(member, id, [role])) return refuse('not_found');
  const others = holding(members, id, 'group_lead').filter((one) => one.userId !== userId);
  return role === 'group_lead' && others.length === 0 ? refuse('last_lead') : accept(undefined);
}
