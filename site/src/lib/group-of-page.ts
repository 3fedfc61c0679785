import type { OrganizationId } from '#shared/model/ids.ts';
import { idIn } from './page-query.ts';
import type { Session } from './session.ts';
import { groupsOf } from './tasks.ts';

/** The groups somebody leads, and the one the page is about: named in the address, or the only one. */
export function groupsChosen(session: Pick<Session, 'memberships'>): {
  groups: OrganizationId[];
  chosen: OrganizationId | undefined;
} {
  const groups = groupsOf(session.memberships, ['group_lead']);
  const asked = idIn<OrganizationId>(window.location.search, 'group');
  const [only] = groups;
  return { groups, chosen: groups.find((id) => id === asked) ?? (groups.length === 1 ? only : undefined) };
}

/** The group a page is about: the one in the address, or the first somebody leads. */
export const groupOfPage = (session: Pick<Session, 'memberships'>): OrganizationId | undefined => {
  const { groups, chosen } = groupsChosen(session);
  return chosen ?? groups[0];
};
