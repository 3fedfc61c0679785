import type { AreaId } from '#shared/model/area.ts';
import type { Quarter } from '#shared/model/quarter.ts';
import { Snapshot } from '#shared/model/snapshot.ts';
import { insightKeys } from './insight-keys.ts';
import { record } from './record.ts';
import type { Item, Table } from './table.ts';

export const snapshotRecord = record('snapshot', Snapshot);

/** A frozen quarter as an item of *insight*. */
export const snapshotItem = (area: AreaId, snapshot: Snapshot): Item =>
  snapshotRecord.toItem(insightKeys.snapshot(area, snapshot.quarter), snapshot, 1);

/** Whether a quarter has been frozen. */
export const isFrozen = async (table: Table, area: AreaId, quarter: Quarter): Promise<boolean> =>
  (await table.get('insight', insightKeys.snapshot(area, quarter))) !== undefined;

/** The frozen quarters of an area, newest first. */
export async function listSnapshots(table: Table, area: AreaId, limit: number): Promise<Snapshot[]> {
  const { items } = await table.query({
    table: 'insight',
    partition: { value: insightKeys.snapshots(area) },
    descending: true,
    limit,
  });
  return items.map((item) => snapshotRecord.fromItem(item).value);
}
