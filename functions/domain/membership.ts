import type { GroupRole } from '#shared/api/members.ts';
import type { OrganizationId, SchemeId } from '#shared/model/ids.ts';
import type { Membership } from '#shared/model/roles.ts';

/** Somebody as far as their roles go. */
export type Holder = { memberships: readonly Membership[] };

/** Whether somebody holds one of these roles in this very group. */
export const belongsTo = (
  { memberships }: Holder,
  group: OrganizationId,
  roles: readonly GroupRole[],
): boolean =>
  memberships.some(
    (held) => 'organizationId' in held && held.organizationId === group && roles.includes(held.role),
  );

/** The groups in which somebody holds a role. */
export const groupsOf = ({ memberships }: Holder, role: GroupRole): OrganizationId[] =>
  memberships.flatMap((held) => (held.role === role ? [held.organizationId] : []));

/** Whether somebody manages this very team of link workers. */
export const manages = ({ memberships }: Holder, team: SchemeId): boolean =>
  memberships.some((held) => held.role === 'lw_manager' && held.schemeId === team);

/** Whether somebody coordinates the area they belong to. */
export const isCoordinator = ({ memberships }: Holder): boolean =>
  memberships.some(({ role }) => role === 'coordinator');
