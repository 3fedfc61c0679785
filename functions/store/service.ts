import type { AreaId } from '#shared/model/area.ts';
import type { ServiceId } from '#shared/model/ids.ts';
import { Service } from '#shared/model/service.ts';
import { portalKeys } from './keys.ts';
import { marksOf } from './marks.ts';
import { type Freshness, findMany, findOne } from './reading.ts';
import { record, type Stored } from './record.ts';
import type { Item, Table } from './table.ts';

export const serviceRecord = record('service', Service, [
  // A cost that nobody has said, and no word on a first visit, are allowed since shape 2.
  (body) => body,
]);

/** An activity as an item of *portal*; `version` is 1 for a new one. */
export const serviceItem = (area: AreaId, service: Service, version = 1): Item =>
  serviceRecord.toItem(portalKeys.service(area, service.id), service, version);

/** An activity to be changed, with the requests that changed it before. */
export type ServiceToChange = Stored<Service> & { marks: readonly string[] };

/** The activity as it is now, to be changed, or undefined when the area has none of that id. */
export async function findServiceToChange(
  table: Table,
  at: { area: AreaId; id: ServiceId },
): Promise<ServiceToChange | undefined> {
  const item = await table.get('portal', portalKeys.service(at.area, at.id));
  return item === undefined ? undefined : { ...serviceRecord.fromItem(item), marks: marksOf(item) };
}

/** The activity, or undefined when the area has none of that id. */
export const findService = (table: Table, at: { area: AreaId; id: ServiceId }, read?: Freshness) =>
  findOne(table, portalKeys.service(at.area, at.id), { reader: serviceRecord, read });

/** The activities of an area by id, at most 100 at once. */
export const listServices = (table: Table, area: AreaId, ids: readonly ServiceId[]) =>
  findMany(
    table,
    ids.map((id) => portalKeys.service(area, id)),
    { reader: serviceRecord },
  );
