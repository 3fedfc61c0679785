import * as z from 'zod/mini';
import { type AreaId, CouncilCode } from '#shared/model/area.ts';
import { Capacity } from '#shared/model/capacity.ts';
import { Instant } from '#shared/model/dates.ts';
import { OrganizationId, ServiceId } from '#shared/model/ids.ts';
import { Need } from '#shared/model/need.ts';
import { insightKeys } from './insight-keys.ts';
import { everyPortion } from './pages.ts';
import { record, type Stored, unchangedSince } from './record.ts';
import type { Item, Table, Write } from './table.ts';

/**
 * What one activity adds to the counts of supply: facts with their dates, so that counting at any
 * moment is exact though nothing was written since. Organizations and room, never a person.
 */
export const Supply = z.strictObject({
  serviceId: ServiceId,
  organizationId: OrganizationId,
  council: CouncilCode,
  councilName: z.string(),
  needs: z.array(Need),
  referableUntil: z.nullable(Instant),
  capacity: z.nullable(Capacity),
});
export type Supply = z.infer<typeof Supply>;
/** Before groups were counted an item did not name its group: it counts as one of its own until it is next touched. */
export const supplyRecord = record('supply', Supply, [
  (body) => ({ organizationId: body['serviceId'], ...body }),
]);

/** What an activity adds, as an item of *insight*. */
export const supplyItem = (area: AreaId, supply: Supply, version = 1): Item =>
  supplyRecord.toItem(insightKeys.supply(area, supply.serviceId), supply, version);

/** What an activity adds as it stands; undefined when it adds nothing. */
export async function findSupply(
  table: Table,
  at: { area: AreaId; id: ServiceId },
): Promise<Stored<Supply> | undefined> {
  const item = await table.get('insight', insightKeys.supply(at.area, at.id));
  return item && supplyRecord.fromItem(item);
}

/** The write that brings one activity up to date; undefined when it already is. Fails when another did so meanwhile. */
export function supplyWrite(
  at: { area: AreaId; id: ServiceId },
  before: Stored<Supply> | undefined,
  after: Supply | undefined,
): Write | undefined {
  const expected = unchangedSince(before?.version);
  if (after === undefined) {
    const key = insightKeys.supply(at.area, at.id);
    return before && { kind: 'delete', table: 'insight', key, expected };
  }
  if (JSON.stringify(before?.value) === JSON.stringify(supplyRecord.schema.parse(after))) return undefined;
  const item = supplyItem(at.area, after, (before?.version ?? 0) + 1);
  return { kind: 'put', table: 'insight', item, expected };
}

/** What all activities of an area add: some 2,000 items of 300 bytes in one or two pages. */
export async function listSupply(table: Table, area: AreaId): Promise<Supply[]> {
  const supplies: Supply[] = [];
  const portions = everyPortion(table, {
    table: 'insight',
    partition: { value: insightKeys.supplies(area) },
    sort: { beginsWith: 'service#' },
    limit: 4000,
  });
  for await (const items of portions)
    supplies.push(...items.map((item) => supplyRecord.fromItem(item).value));
  return supplies;
}
