import { rootOf } from '#functions/search/block.ts';
import { type AreaFacts, type GroupState, type Listed, listed } from '#functions/search/listed.ts';
import {
  blocksOf,
  listingsOf,
  publish,
  readManifest,
  standingBlocks,
} from '#functions/search/publication.ts';
import { getArea } from '#functions/store/area.ts';
import { listCapacities } from '#functions/store/capacity.ts';
import { groupItem, squaresOf, wardsRecord } from '#functions/store/directory.ts';
import { shownImports } from '#functions/store/import.ts';
import { directoryKeys } from '#functions/store/keys.ts';
import { listOrganizations } from '#functions/store/organization.ts';
import type { Rows } from '#functions/store/reading.ts';
import { listServices } from '#functions/store/service.ts';
import type { Item, Table, Write } from '#functions/store/table.ts';
import type { AreaId } from '#shared/model/area.ts';
import type { Capacity } from '#shared/model/capacity.ts';
import { cellOf } from '#shared/model/geohash.ts';
import type { OrganizationId } from '#shared/model/ids.ts';
import type { Service } from '#shared/model/service.ts';
import { type Projecting, untilWon } from './until-won.ts';

/** Groups whose keys fit one batch read, and whose documents fit one transaction. */
export const GROUPS_AT_ONCE = 25;

/**
 * Brings the public directory in line with what *portal* says of some groups of one area: their pages,
 * listings and blocks. Doing it twice changes nothing; two at once end with the newest state, because
 * the manifest is read before *portal* and every write depends on its version.
 */
export async function projectGroups(
  { table, backoff }: Projecting,
  area: AreaId,
  ids: readonly OrganizationId[],
): Promise<void> {
  const unique = [...new Set(ids)];
  for (let from = 0; from < unique.length; from += GROUPS_AT_ONCE) {
    const some = unique.slice(from, from + GROUPS_AT_ONCE);
    await untilWon(backoff, `The blocks of ${area}`, () => projectOnce(table, area, some));
  }
}

async function projectOnce(table: Table, area: AreaId, ids: readonly OrganizationId[]): Promise<boolean> {
  const manifest = await readManifest(table, area);
  const [states, place, before] = await Promise.all([
    readGroups(table, area, ids),
    readPlace(table, area),
    table.getMany('directory', ids.map(directoryKeys.group)),
  ]);
  const after = states.map((state) => ({ id: state.organization.id, public: listed(state, place) }));
  const listings = after.flatMap((group) => group.public?.listings ?? []);
  const roots = new Set([...before.flatMap(squaresOf), ...listings.map((listing) => cellOf(listing, 5))]);
  const standing = await standingBlocks(table, { area, manifest: manifest.value, roots });
  if (standing === undefined) return false;
  const others = listingsOf(standing.values()).filter(({ organizationId }) => !ids.includes(organizationId));
  const inRoots = [...others, ...listings];
  return publish(table, {
    area,
    manifest,
    standing,
    wanted: blocksOf(area, inRoots),
    documents: ids.flatMap((id) =>
      documentWrites(
        before.find(({ pk }) => pk === directoryKeys.group(id).pk),
        { id, public: after.find((group) => group.id === id)?.public },
      ),
    ),
  });
}

/** A group's page as an item, with the squares its listings lie in. */
export const pageItem = ({ document, listings }: Listed): Item =>
  groupItem(document, [...new Set(listings.map((listing) => rootOf(cellOf(listing, 5))))].sort());

/** What a group's page needs to be right; nothing when it is. */
export function documentWrites(
  before: Item | undefined,
  group: { id: OrganizationId; public: Listed | undefined },
): Write[] {
  if (group.public === undefined) {
    const key = directoryKeys.group(group.id);
    return before === undefined ? [] : [{ kind: 'delete', table: 'directory', key, expected: 'any' }];
  }
  const item = pageItem(group.public);
  const same = before?.['body'] === item['body'] && before?.['squares'] === item['squares'];
  return same ? [] : [{ kind: 'put', table: 'directory', item, expected: 'any' }];
}

/** Groups with their activities and room as *portal* says now; those it does not know are left out. */
export async function readGroups(
  table: Table,
  area: AreaId,
  ids: readonly OrganizationId[],
): Promise<GroupState[]> {
  const organizations = fitting(await listOrganizations(table, area, ids));
  const serviceIds = organizations.flatMap(({ services }) => services);
  const services = new Map<string, Service>();
  const capacities = new Map<string, Capacity | null>();
  for (let from = 0; from < serviceIds.length; from += 100) {
    const some = serviceIds.slice(from, from + 100);
    for (const service of fitting(await listServices(table, area, some))) services.set(service.id, service);
    for (const { serviceId, capacity } of fitting(await listCapacities(table, area, some)))
      capacities.set(serviceId, capacity);
  }
  const shown = await shownImports(table, area, organizations);
  return organizations.map((organization) => ({
    organization,
    isImported: organization.source !== undefined && shown.has(organization.source.importId),
    services: organization.services.flatMap((id) => services.get(id) ?? []),
    capacities,
  }));
}

/** All rows, or a fault: what cannot be read must not look as if it were gone. */
function fitting<T>({ rows, unfit }: Rows<T>): T[] {
  const [first] = unfit;
  if (first !== undefined) throw new Error(`${unfit.length} items cannot be read, such as ${first.sk}`);
  return rows.map(({ value }) => value);
}

/** What *directory* and *portal* know of the area's places. */
export async function readPlace(table: Table, area: AreaId): Promise<AreaFacts> {
  const [item, settings] = await Promise.all([
    table.get('directory', directoryKeys.wards(area), 'eventual'),
    getArea(table, area),
  ]);
  const { nation, goneLive } = settings;
  return {
    wards: item === undefined ? {} : wardsRecord.fromItem(item).value,
    nation,
    open: goneLive !== null,
  };
}
