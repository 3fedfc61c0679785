import type { Membership, Principal } from '#shared/model/roles.ts';
import { belongsTo, isCoordinator, manages } from '../membership.ts';

/**
 * Whether somebody may invite into a role: a coordinator into any role of the own area, a manager link
 * workers of the own team, a lead leads and readers of the own group (security T13). Whether group and
 * team are of the area is the caller's to look up.
 */
export function mayInvite(principal: Principal, membership: Membership): boolean {
  if (isCoordinator(principal)) return true;
  if ('organizationId' in membership) return belongsTo(principal, membership.organizationId, ['group_lead']);
  return membership.role === 'link_worker' && manages(principal, membership.schemeId);
}
