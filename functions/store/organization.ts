import type { AreaId } from '#shared/model/area.ts';
import type { OrganizationId } from '#shared/model/ids.ts';
import { Organization } from '#shared/model/organization.ts';
import { INDEXES, listingKeys, portalKeys } from './keys.ts';
import { marksBeside, marksOf } from './marks.ts';
import { everyPortion } from './pages.ts';
import { type Freshness, findMany, findOne } from './reading.ts';
import { record, type Stored } from './record.ts';
import type { Item, Table } from './table.ts';

export const organizationRecord = record('organization', Organization, [
  // Groups from before directories could be imported came by themselves: nothing to add.
  (body) => body,
  // Nor had a coordinator lifted the limit of anybody's first days.
  (body) => body,
]);

/** A group as an item of *portal*; `version` is 1 for a new one; `marks` are the requests that changed it. */
export const organizationItem = (
  organization: Organization,
  version = 1,
  marks: readonly string[] = [],
): Item =>
  organizationRecord.toItem(
    portalKeys.organization(organization.area, organization.id),
    organization,
    version,
    {
      inboxPk: listingKeys.groupsPk(organization.area),
      inboxSk: organization.id,
      ...(marks.length > 0 && marksBeside(marks)),
    },
  );

/** The group as it is now, to be changed by its lead, with the requests that changed it before. */
export async function findOrganizationToChange(
  table: Table,
  at: { area: AreaId; id: OrganizationId },
): Promise<(Stored<Organization> & { marks: readonly string[] }) | undefined> {
  const item = await table.get('portal', portalKeys.organization(at.area, at.id));
  return item === undefined ? undefined : { ...organizationRecord.fromItem(item), marks: marksOf(item) };
}

/** The groups of an area, `limit` at a time, whatever their status: for work that looks at each in turn. */
export async function* groupsInTurn(
  table: Table,
  area: AreaId,
  limit: number,
): AsyncGenerator<Organization[]> {
  const { name, partition } = INDEXES.inbox;
  const portions = everyPortion(table, {
    table: 'portal',
    index: name,
    partition: { name: partition, value: listingKeys.groupsPk(area) },
    limit,
  });
  for await (const items of portions) {
    const { rows } = await findMany(table, items, { reader: organizationRecord });
    yield rows.map(({ value }) => value);
  }
}

/** The group, or undefined when the area has none of that id. */
export const findOrganization = (table: Table, at: { area: AreaId; id: OrganizationId }, read?: Freshness) =>
  findOne(table, portalKeys.organization(at.area, at.id), { reader: organizationRecord, read });

/** The groups of an area by id, at most 100 at once. */
export const listOrganizations = (table: Table, area: AreaId, ids: readonly OrganizationId[]) =>
  findMany(
    table,
    ids.map((id) => portalKeys.organization(area, id)),
    { reader: organizationRecord },
  );
