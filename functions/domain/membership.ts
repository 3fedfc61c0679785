import type { GroupRole } from '#shared/api/members.ts';
import type { AreaId } from '#shared/model/area.ts';
import type { OrganizationId, SchemeId } from '#shared/model/ids.ts';
import type { Membership } from '#shared/model/roles.ts';

/** Somebody as far as their roles go. */
export type Holder = { memberships: readonly Membership[] };

/** Where a role holds: a group, or a team of link workers; undefined for the whole area. */
const placeOf = (held: Membership): OrganizationId | SchemeId | undefined => {
  if ('organizationId' in held) return held.organizationId;
  return 'schemeId' in held ? held.schemeId : undefined;
};

/** Where a role holds: a group, a team of link workers, or the whole area. */
export const tenantOf = (held: Membership, area: AreaId): OrganizationId | SchemeId | AreaId =>
  placeOf(held) ?? area;

/** Whose chain of audit somebody's own events join: their first group or team, or else their area. */
export const homeOf = ({ memberships }: Holder, area: AreaId): OrganizationId | SchemeId | AreaId =>
  memberships.map(placeOf).find((place) => place !== undefined) ?? area;

/** Whether two roles are one: the same in the same group, team or area. */
export const isSameRole = (one: Membership, other: Membership): boolean =>
  one.role === other.role && placeOf(one) === placeOf(other);

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
