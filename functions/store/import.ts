import * as z from 'zod/mini';
import { AreaId } from '#shared/model/area.ts';
import { Instant } from '#shared/model/dates.ts';
import { OrganizationId } from '#shared/model/ids.ts';
import { ImportId, ListingSource } from '#shared/model/listing-source.ts';
import { isUnclaimed, type Organization } from '#shared/model/organization.ts';
import { portalKeys } from './keys.ts';
import { findMany, findOne } from './reading.ts';
import { record, type Stored, unchangedSince } from './record.ts';
import type { Table, Write } from './table.ts';

/** How many groups one part of an import names: some 20 KB, well under the 64 KB a part may have. */
export const GROUPS_A_PART = 500;

/**
 * One import of a directory into one area. `begun`: its groups are written and nobody sees them; `shown`:
 * one write made all of them visible; `undone`: one write hid those nobody has claimed. `digest` is of the
 * file, so that the same file goes on where it stopped. `parts` is how many items name its groups.
 */
export const Import = z.strictObject({
  id: ImportId,
  area: AreaId,
  state: z.enum(['begun', 'shown', 'undone']),
  directory: z.pick(ListingSource, { name: true, url: true, licence: true }),
  digest: z.string(),
  begunAt: Instant,
  shownAt: z.nullable(Instant),
  undoneAt: z.nullable(Instant),
  groups: z.int(),
  parts: z.int(),
});
export type Import = z.infer<typeof Import>;
export const importRecord = record('import', Import);

/** The write of an import as it now is; fails when somebody else moved it meanwhile. Version 0: a new one. */
export const importWrite = (next: Import, before: number): Write => ({
  kind: 'put',
  table: 'portal',
  item: importRecord.toItem(portalKeys.import(next.area, next.id), next, before + 1),
  expected: unchangedSince(before),
});

/** An import, or undefined when the area has none of that id. */
export const findImport = (table: Table, at: { area: AreaId; id: ImportId }) =>
  findOne(table, portalKeys.import(at.area, at.id), { reader: importRecord });

/** The newest imports of an area, at most a hundred. */
export async function listImports(table: Table, area: AreaId): Promise<Stored<Import>[]> {
  const { items } = await table.query({
    table: 'portal',
    partition: { value: portalKeys.imports(area) },
    sort: { beginsWith: 'import#' },
    descending: true,
    limit: 100,
    consistent: true,
  });
  return items.map((item) => importRecord.fromItem(item));
}

/** Which imports of these groups may be seen. Groups that came by themselves, or were claimed, ask nothing. */
export async function shownImports(
  table: Table,
  area: AreaId,
  groups: readonly Organization[],
): Promise<ReadonlySet<ImportId>> {
  const ids = new Set(groups.filter(isUnclaimed).flatMap(({ source }) => source?.importId ?? []));
  const keys = [...ids].map((id) => portalKeys.import(area, id));
  const { rows, unfit } = await findMany(table, keys, { reader: importRecord });
  if (unfit.length > 0) throw new Error(`${unfit.length} imports cannot be read`);
  return new Set(rows.flatMap(({ value }) => (value.state === 'shown' ? [value.id] : [])));
}

const partRecord = record('part of an import', z.array(OrganizationId).check(z.maxLength(GROUPS_A_PART)));

/** The writes that name an import's groups, at most `GROUPS_A_PART` each. Writing them twice changes nothing. */
export const partWrites = (area: AreaId, id: ImportId, groups: readonly OrganizationId[]): Write[] =>
  Array.from({ length: Math.ceil(groups.length / GROUPS_A_PART) }, (_, part) => ({
    kind: 'put',
    table: 'portal',
    item: partRecord.toItem(
      portalKeys.importPart(area, id, part),
      groups.slice(part * GROUPS_A_PART, (part + 1) * GROUPS_A_PART),
      1,
    ),
    expected: 'any',
  }));

/** The groups an import shows or hid. */
export async function groupsOfImport(table: Table, area: AreaId, id: ImportId): Promise<OrganizationId[]> {
  const found = await findImport(table, { area, id });
  const parts = Array.from({ length: found?.value.parts ?? 0 }, (_, part) =>
    portalKeys.importPart(area, id, part),
  );
  const { rows, unfit } = await findMany(table, parts, { reader: partRecord });
  if (unfit.length > 0) throw new Error(`${unfit.length} parts of import ${id} cannot be read`);
  return rows.flatMap(({ value }) => value);
}
