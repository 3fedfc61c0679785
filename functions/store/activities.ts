import type { AreaId } from '#shared/model/area.ts';
import type { Capacity } from '#shared/model/capacity.ts';
import type { ServiceId } from '#shared/model/ids.ts';
import type { Service } from '#shared/model/service.ts';
import { listCapacities } from './capacity.ts';
import { listServices } from './service.ts';
import type { Table } from './table.ts';

/** An activity, and what was last said about its room. */
export type Activity = { service: Service; capacity: Capacity | null };

/** The activities of an area by id, at most 100 at once, each with what was last said about its room. */
export async function listActivities(
  table: Table,
  area: AreaId,
  ids: readonly ServiceId[],
): Promise<Activity[]> {
  const [services, capacities] = await Promise.all([
    listServices(table, area, ids),
    listCapacities(table, area, ids),
  ]);
  const said = new Map(capacities.rows.map(({ value }) => [value.serviceId, value.capacity]));
  return services.rows.map(({ value }) => ({ service: value, capacity: said.get(value.id) ?? null }));
}
