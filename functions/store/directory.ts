import * as z from 'zod/mini';
import { PublicGroup, PublicService } from '#shared/api/group-public.ts';
import { type AreaId, AreaSettings } from '#shared/model/area.ts';
import { Capacity } from '#shared/model/capacity.ts';
import { Instant } from '#shared/model/dates.ts';
import type { ServiceId } from '#shared/model/ids.ts';
import { OutcodeShard } from '#shared/model/postcode.ts';
import { openedBefore } from './area.ts';
import { directoryKeys } from './keys.ts';
import { record } from './record.ts';
import type { Item, Table } from './table.ts';

/** Everything in *directory* is public, and all but places can be made again from *portal*. */

/** Room of one activity as it was last said, holds counted; judged fresh or not by whoever reads it. */
export const roomRecord = record('room', Capacity);
/** The same room always makes the same bytes, in whatever order its parts were read. */
export function roomItem(
  id: ServiceId,
  { state, places, dropIn, asOf, goodUntil }: Capacity,
  version = 1,
): Item {
  return roomRecord.toItem(directoryKeys.room(id), { state, places, dropIn, asOf, goodUntil }, version);
}

/** A group's page without what changes by the minute: room and whether a referral can be sent now. */
export const GroupDocument = z.object({
  ...PublicGroup.shape,
  area: AreaSettings.shape.area,
  services: z.array(
    z.extend(z.omit(PublicService, { room: true, referable: true }), { referableUntil: z.nullable(Instant) }),
  ),
});
export type GroupDocument = z.infer<typeof GroupDocument>;
export const groupRecord = record('group document', GroupDocument);

/** A group's page as an item; `blocks` are the map squares its listings lie in, for the next projection. */
export const groupItem = (document: GroupDocument, squares: readonly string[]): Item =>
  groupRecord.toItem(directoryKeys.group(document.id), document, 1, { squares: squares.join(' ') });
export const squaresOf = (item: Item): string[] =>
  typeof item['squares'] === 'string' ? item['squares'].split(' ').filter(Boolean) : [];

/** Which blocks an area has: name, stamp of the contents. Its version guards every change of blocks. */
export const Manifest = z.strictObject({ blocks: z.array(z.tuple([z.string(), z.string()])) });
export type Manifest = z.infer<typeof Manifest>;
export const manifestRecord = record('manifest', Manifest);
export const manifestItem = (area: AreaId, manifest: Manifest, version: number): Item =>
  manifestRecord.toItem(directoryKeys.manifest(area), manifest, version);

/** The areas of this deployment with the numbers to ring; nothing here is private. */
export const Areas = z.array(z.omit(AreaSettings, { mailFrom: true }));
export type PublicArea = z.infer<typeof Areas>[number];
export const areasRecord = record('areas', Areas, [
  (areas) => Object.values(areas).map((area) => openedBefore(Object(area))),
]);
export const areasItem = (areas: readonly PublicArea[], version = 1): Item =>
  areasRecord.toItem(directoryKeys.areas(), [...areas], version);

/** The middle of each ward of an area, where a masked place is shown: ward code → latitude, longitude. */
export const Wards = z.record(z.string(), z.tuple([z.number(), z.number()]));
export type Wards = z.infer<typeof Wards>;
export const wardsRecord = record('wards', Wards);
export const wardsItem = (area: AreaId, wards: Wards): Item =>
  wardsRecord.toItem(directoryKeys.wards(area), wards, 1);

/** The postcodes of a district, for the form without script. */
export const outcodeRecord = record('postcode district', OutcodeShard);
export const outcodeItem = (shard: OutcodeShard): Item =>
  outcodeRecord.toItem(directoryKeys.outcode(shard.outcode), shard, 1);

/** The districts outside our areas: council → districts with spaces between. */
export const Elsewhere = z.record(z.string(), z.string());
export const elsewhereRecord = record('districts elsewhere', Elsewhere);
export const elsewhereItem = (districts: z.infer<typeof Elsewhere>): Item =>
  elsewhereRecord.toItem(directoryKeys.elsewhere(), districts, 1);

/** The areas of this deployment; none while it is being set up. */
export async function listAreas(table: Table): Promise<PublicArea[]> {
  const item = await table.get('directory', directoryKeys.areas(), 'eventual');
  return item === undefined ? [] : areasRecord.fromItem(item).value;
}

/** Room as last said of several activities (at most 100), by id; those who never said are left out. */
export async function listRooms(table: Table, ids: readonly ServiceId[]): Promise<Map<string, Capacity>> {
  if (ids.length === 0) return new Map();
  const items = await table.getMany('directory', ids.map(directoryKeys.room), 'eventual');
  return new Map(
    items.map((item) => [item.pk.slice('service#'.length, -1), roomRecord.fromItem(item).value]),
  );
}
