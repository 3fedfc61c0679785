import type { AreaId } from '#shared/model/area.ts';
import type { Membership } from '#shared/model/roles.ts';
import { findArea } from './area.ts';
import { findOrganization } from './organization.ts';
import { findScheme } from './scheme.ts';
import type { Table } from './table.ts';

/** The name of the group, team or area in which a role holds, or undefined when it is not there any more. */
export async function placeOfRole(
  table: Table,
  area: AreaId,
  membership: Membership,
): Promise<string | undefined> {
  if ('organizationId' in membership)
    return (await findOrganization(table, { area, id: membership.organizationId }))?.value.name;
  if ('schemeId' in membership)
    return (await findScheme(table, { area, id: membership.schemeId }))?.value.name;
  return (await findArea(table, area))?.value.name;
}
