import type { GroupRole } from '#shared/api/members.ts';
import type { OrganizationId, UserId } from '#shared/model/ids.ts';
import type { Membership } from '#shared/model/roles.ts';
import { accept, type Result, refuse } from '../result.ts';

/** Somebody of a group as far as its rules go. */
export type Member = { userId: UserId; active: boolean; memberships: readonly Membership[] };

/** What somebody holds in a group, leads first. */
export const rolesIn = ({ memberships }: Pick<Member, 'memberships'>, id: OrganizationId): GroupRole[] =>
  (['group_lead', 'group_reader'] as const).filter((role) =>
    memberships.some((held) => held.role === role && held.organizationId === id),
  );

/** Who of them has a role in the group and may sign in. */
export const holding = <T extends Member>(members: readonly T[], id: OrganizationId, role: GroupRole): T[] =>
  members.filter((member) => member.active && rolesIn(member, id).includes(role));

/** What is left of somebody's roles once one in a group is taken. */
export const without = (
  { memberships }: Pick<Member, 'memberships'>,
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
  if (member === undefined || !rolesIn(member, id).includes(role)) return refuse('not_found');
  const others = holding(members, id, 'group_lead').filter((one) => one.userId !== userId);
  return role === 'group_lead' && others.length === 0 ? refuse('last_lead') : accept(undefined);
}
