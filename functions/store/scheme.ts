import type { AreaId } from '#shared/model/area.ts';
import type { SchemeId } from '#shared/model/ids.ts';
import { Scheme } from '#shared/model/scheme.ts';
import { INDEXES, listingKeys, portalKeys } from './keys.ts';
import { everyPage } from './pages.ts';
import { type Freshness, findMany, findOne } from './reading.ts';
import { record } from './record.ts';
import type { Item, Query, Table } from './table.ts';

export const schemeRecord = record('scheme', Scheme);

/** A team of link workers as an item of *portal*. */
export const schemeItem = (scheme: Scheme, version = 1): Item =>
  schemeRecord.toItem(portalKeys.scheme(scheme.area, scheme.id), scheme, version, {
    caseloadPk: listingKeys.teamsPk(scheme.area),
    caseloadSk: scheme.id,
  });

/** The team, or undefined when the area has none of that id. */
export const findScheme = (table: Table, at: { area: AreaId; id: SchemeId }, read?: Freshness) =>
  findOne(table, portalKeys.scheme(at.area, at.id), { reader: schemeRecord, read });

/** All teams of an area, `limit` at a time: for work that looks at each in turn. */
export const schemesInTurn = (table: Table, area: AreaId, limit: number) =>
  everyPage((after: Query['after']) => pageOfSchemes(table, area, { limit, after }));

/** The teams of an area, a page at a time. */
export async function pageOfSchemes(
  table: Table,
  area: AreaId,
  from: { limit: number; after?: Record<string, string> | undefined },
) {
  const { name, partition } = INDEXES.caseload;
  const page = await table.query({
    table: 'portal',
    index: name,
    partition: { name: partition, value: listingKeys.teamsPk(area) },
    limit: from.limit,
    ...(from.after === undefined ? {} : { after: from.after }),
  });
  const found = await findMany(table, page.items, { reader: schemeRecord });
  return { ...found, next: page.next };
}
