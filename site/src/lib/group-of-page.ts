import type { OrganizationId } from '#shared/model/ids.ts';
import { idIn } from './page-query.ts';
import type { Session } from './session.ts';
import { groupsOf } from './tasks.ts';

/** The group a page is about: the one in the address, or the first somebody leads. */
export const groupOfPage = (session: Session): OrganizationId | undefined => {
  const groups = groupsOf(session.memberships, ['group_lead']);
  const asked = idIn<OrganizationId>(window.location.search, 'group');
  return groups.find((id) => id === asked) ?? groups[0];
};
