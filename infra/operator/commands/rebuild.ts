import type { Backoff } from '#functions/runtime/backoff.ts';
import { listAreas } from '#functions/store/area-list.ts';
import { listShownGrants } from '#functions/store/grant.ts';
import type { Item, Table } from '#functions/store/table.ts';
import { projectArea } from '#functions/workers/project-area.ts';
import { projectGrants } from '#functions/workers/project-grant.ts';
import { projectRoom } from '#functions/workers/project-room.ts';
import { projectWhole } from '#functions/workers/project-whole.ts';
import { placeItems } from '#infra/operator/seed/directory-items.ts';
import type { AreaId } from '#shared/model/area.ts';
import type { Instant } from '#shared/model/dates.ts';
import { GrantId, OrganizationId, ServiceId } from '#shared/model/ids.ts';
import { firstEvents, inLanes } from './walk-events.ts';

export type Rebuilding = { table: Table; backoff: Backoff; now: () => Instant };
export type Rebuilt = { area: AreaId; groups: number };

/** The kinds of aggregate whose events name a group, an activity or a fund. */
const KINDS = ['organization', 'service', 'capacity', 'grant'];

/**
 * Makes *directory* again: places from our tables, everything else from *portal* for the groups that
 * *events* name. What is right already is not written, so over sound data not a byte changes; it may run
 * beside a working portal.
 */
export async function rebuild(deps: Rebuilding): Promise<Rebuilt[]> {
  const areas = await listAreas(deps.table);
  await restore(deps.table, placeItems(areas));
  const rebuilt: Rebuilt[] = [];
  for (const area of areas) rebuilt.push(await rebuildArea(deps, area));
  return rebuilt;
}

/** The same for one area. */
export async function rebuildArea(deps: Rebuilding, area: AreaId): Promise<Rebuilt> {
  await projectArea(deps, area);
  const events = await firstEvents(deps.table, { area, now: deps.now(), kinds: KINDS });
  const groups = new Set(events.flatMap(({ data }) => idIn(OrganizationId, data['organizationId'])));
  const named = events.flatMap(({ data }) => idIn(ServiceId, data['serviceId']));
  const grants = events.flatMap(({ data }) => idIn(GrantId, data['grantId']));
  await projectGrants(deps, area, [...grants, ...(await listShownGrants(deps.table, area))]);
  const listed = await projectWhole(deps, area, [...groups]);
  await inLanes([...new Set([...named, ...listed])], (serviceId) => projectRoom(deps, { area, serviceId }));
  return { area, groups: groups.size };
}

const idIn = <T>(
  schema: { safeParse: (value: unknown) => { success: boolean; data?: T } },
  value: unknown,
): T[] => {
  const { data } = schema.safeParse(value);
  return data === undefined ? [] : [data];
};

/** Writes the items that are missing or differ. */
export async function restore(table: Table, items: readonly Item[]): Promise<void> {
  for (let from = 0; from < items.length; from += 25) {
    const some = items.slice(from, from + 25);
    const standing = new Map(
      (
        await table.getMany(
          'directory',
          some.map(({ pk, sk }) => ({ pk, sk })),
        )
      ).map((item) => [`${item.pk} ${item.sk}`, item]),
    );
    for (const item of some)
      if (standing.get(`${item.pk} ${item.sk}`)?.['body'] !== item['body'])
        await table.write({ kind: 'put', table: 'directory', item, expected: 'any' });
  }
}
