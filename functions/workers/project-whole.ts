import { listed } from '#functions/search/listed.ts';
import { blocksOf, publish, readManifest, standingBlocks } from '#functions/search/publication.ts';
import { directoryKeys } from '#functions/store/keys.ts';
import type { Item, Table } from '#functions/store/table.ts';
import type { AreaId } from '#shared/model/area.ts';
import type { OrganizationId, ServiceId } from '#shared/model/ids.ts';
import { documentWrites, GROUPS_AT_ONCE, readGroups, readPlace } from './project-listing.ts';
import { type Projecting, untilWon } from './until-won.ts';

/**
 * Makes all listings of an area again from *portal*, trusting nothing of what *directory* holds: blocks
 * that cannot be read, belong to nobody or say something else are put right. Answers the activities of
 * the groups, so that their room can be looked at too.
 */
export async function projectWhole(
  { table, backoff }: Projecting,
  area: AreaId,
  ids: readonly OrganizationId[],
): Promise<ServiceId[]> {
  let services: ServiceId[] = [];
  await untilWon(backoff, `The blocks of ${area}`, async () => {
    const attempt = await projectOnce(table, area, ids);
    services = attempt.services;
    return attempt.won;
  });
  return services;
}

async function projectOnce(table: Table, area: AreaId, ids: readonly OrganizationId[]) {
  const manifest = await readManifest(table, area);
  const place = await readPlace(table, area);
  const standing = await standingBlocks(table, { area, manifest: manifest.value, lenient: true });
  const services: ServiceId[] = [];
  const documents = [];
  const listings = [];
  for (let from = 0; from < ids.length; from += GROUPS_AT_ONCE) {
    const some = ids.slice(from, from + GROUPS_AT_ONCE);
    const [states, pages] = await Promise.all([
      readGroups(table, area, some),
      table.getMany('directory', some.map(directoryKeys.group)),
    ]);
    const after = new Map(states.map((state) => [state.organization.id, listed(state, place)]));
    const before = new Map<string, Item>(pages.map((page) => [page.pk, page]));
    for (const id of some)
      documents.push(
        ...documentWrites(before.get(directoryKeys.group(id).pk), { id, public: after.get(id) }),
      );
    for (const group of after.values()) listings.push(...(group?.listings ?? []));
    for (const state of states) services.push(...state.organization.services);
  }
  const wanted = blocksOf(area, listings);
  const won = await publish(table, { area, manifest, standing: standing ?? new Map(), wanted, documents });
  return { won, services };
}
