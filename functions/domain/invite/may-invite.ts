import type { AreaId } from '#shared/model/area.ts';
import type { OrganizationId, SchemeId } from '#shared/model/ids.ts';
import type { Membership, Principal } from '#shared/model/roles.ts';

/** Where a role holds: a group, a team of link workers, or the whole area. */
export const tenantOf = (membership: Membership, area: AreaId): OrganizationId | SchemeId | AreaId => {
  if ('organizationId' in membership) return membership.organizationId;
  return 'schemeId' in membership ? membership.schemeId : area;
};

const leads = ({ memberships }: Principal, id: OrganizationId): boolean =>
  memberships.some((held) => held.role === 'group_lead' && held.organizationId === id);
const manages = ({ memberships }: Principal, id: SchemeId): boolean =>
  memberships.some((held) => held.role === 'lw_manager' && held.schemeId === id);

/**
 * Whether somebody may invite into a role: a coordinator into any role of the own area, a manager link
 * workers of the own team, a lead leads and readers of the own group (security T13). Whether group and
 * team are of the area is the caller's to look up.
 */
export function mayInvite(principal: Principal, membership: Membership): boolean {
  if (principal.memberships.some(({ role }) => role === 'coordinator')) return true;
  if ('organizationId' in membership) return leads(principal, membership.organizationId);
  return membership.role === 'link_worker' && manages(principal, membership.schemeId);
}
