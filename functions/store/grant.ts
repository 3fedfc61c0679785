import * as z from 'zod/mini';
import { recheckDue } from '#functions/domain/grant/recheck.ts';
import type { AreaId } from '#shared/model/area.ts';
import { Grant } from '#shared/model/grant.ts';
import { GrantId } from '#shared/model/ids.ts';
import { ttlAfter } from './expiry.ts';
import { directoryKeys, INDEXES, listingKeys, portalKeys } from './keys.ts';
import { marksBeside, marksOf } from './marks.ts';
import { findMany, findOne, type Rows } from './reading.ts';
import { record, type Stored } from './record.ts';
import type { Item, Table } from './table.ts';

export const grantRecord = record('grant', Grant);

/** A withdrawn fund is kept two years, so that a coordinator can say what stood there. */
export const WITHDRAWN_KEPT_DAYS = 730;

/**
 * A fund as an item of *portal*; while it is not withdrawn it stands in the area's list by name, and while
 * it is shown in the list of what has to be looked at again, by the day.
 */
export function grantItem(grant: Grant, version = 1, marks: readonly string[] = []): Item {
  const { area, id, title, status, lastChangedAt } = grant;
  const due = recheckDue(grant);
  const item = grantRecord.toItem(portalKeys.grant(area, id), grant, version, {
    ...marksBeside(marks),
    ...(status === 'withdrawn' ? {} : { inboxPk: listingKeys.grantsPk(area), inboxSk: title }),
    ...(due && { caseloadPk: listingKeys.grantsDuePk(area), caseloadSk: due.at }),
  });
  return status === 'withdrawn' ? { ...item, ttl: ttlAfter(lastChangedAt, WITHDRAWN_KEPT_DAYS) } : item;
}

/** The fund, or undefined when the area has none of that id. */
export const findGrant = (table: Table, at: { area: AreaId; id: GrantId }) =>
  findOne(table, portalKeys.grant(at.area, at.id), { reader: grantRecord });

/** A fund to be changed, with the requests that changed it before. */
export type GrantToChange = Stored<Grant> & { marks: readonly string[] };

/** The fund as it is now, to be changed, or undefined when the area has none of that id. */
export async function findGrantToChange(
  table: Table,
  at: { area: AreaId; id: GrantId },
): Promise<GrantToChange | undefined> {
  const item = await table.get('portal', portalKeys.grant(at.area, at.id));
  return item === undefined ? undefined : { ...grantRecord.fromItem(item), marks: marksOf(item) };
}

/** The funds of an area that are not withdrawn, at most so many, each read again from the table. */
export async function listGrants(table: Table, area: AreaId, most: number): Promise<Rows<Grant>> {
  const { items } = await table.query({
    table: 'portal',
    index: INDEXES.inbox.name,
    partition: { name: INDEXES.inbox.partition, value: listingKeys.grantsPk(area) },
    limit: most,
  });
  return findMany(table, items, { reader: grantRecord });
}

/** Which funds of an area anyone may read. Its version guards every change of them. */
export const shownGrantsRecord = record('shown grants', z.array(GrantId));
export const shownGrantsItem = (area: AreaId, ids: readonly GrantId[], version = 1): Item =>
  shownGrantsRecord.toItem(directoryKeys.grants(area), [...ids].sort(), version);

/** A fund as anyone may read it; who checked it stays with us. The same fund always makes the same bytes. */
export const publicGrantItem = (grant: Grant): Item =>
  grantRecord.toItem(directoryKeys.grant(grant.id), Grant.parse({ ...grant, sourceCheckedBy: null }), 1);

/** Whether a fund is shown to anyone: a draft or a withdrawn one is not; an unverified one is, greyed. */
export const isPublic = ({ status }: Pick<Grant, 'status'>): boolean =>
  status === 'published' || status === 'unverified';

/** The ids of the published funds of an area; none before the first. */
export async function listShownGrants(table: Table, area: AreaId): Promise<GrantId[]> {
  const item = await table.get('directory', directoryKeys.grants(area), 'eventual');
  return item === undefined ? [] : shownGrantsRecord.fromItem(item).value;
}

/** Funds as anyone may read them, at most 100 at once; those that are not shown are left out. */
export async function listPublicGrants(table: Table, ids: readonly GrantId[]): Promise<Grant[]> {
  if (ids.length === 0) return [];
  const items = await table.getMany('directory', ids.map(directoryKeys.grant), 'eventual');
  return items.map((item) => grantRecord.fromItem(item).value);
}
