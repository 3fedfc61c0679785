import { type GroupState, listed } from '#functions/search/listed.ts';
import { blocksOf } from '#functions/search/publication.ts';
import { areaItem } from '#functions/store/area.ts';
import { areaListItem } from '#functions/store/area-list.ts';
import { capacityItem } from '#functions/store/capacity.ts';
import {
  areasItem,
  elsewhereItem,
  manifestItem,
  outcodeItem,
  roomItem,
  type Wards,
  wardsItem,
} from '#functions/store/directory.ts';
import { eventWrite } from '#functions/store/event.ts';
import { slotEnd, slotStart } from '#functions/store/event-slots.ts';
import { organizationItem } from '#functions/store/organization.ts';
import { schemeItem } from '#functions/store/scheme.ts';
import { serviceItem } from '#functions/store/service.ts';
import { sweptItem } from '#functions/store/swept.ts';
import type { Item, TableName } from '#functions/store/table.ts';
import { invitedUserItems } from '#functions/store/user.ts';
import { pageItem } from '#functions/workers/project-listing.ts';
import { AREA_OF_COUNCIL, readCovered, readElsewhere, readWards } from '#infra/place/tables.ts';
import type { AreaId } from '#shared/model/area.ts';
import { EventId } from '#shared/model/ids.ts';
import { seededId } from './chance.ts';
import type { SeededGroup } from './group.ts';
import { demonstration, emptyWorld, type World } from './world.ts';

export type Seed = 'demo' | 'empty';
export type SeedItems = ReadonlyMap<TableName, readonly Item[]>;

/**
 * Every item of a new portal by table, the same for the same day: *portal* and *events* as commands would
 * have left them, *directory* as the projector and the place loader would.
 */
export function seedItems(seed: Seed, day: string): SeedItems {
  const world = seed === 'demo' ? demonstration(day) : emptyWorld(day);
  return new Map([
    ['portal', portalItems(world)],
    ['events', [...eventItems(world), ...sweptItems(world)]],
    ['directory', directoryItems(world)],
  ]);
}

function portalItems({ areas, groups, schemes, people }: World): Item[] {
  return [
    areaListItem(areas.map(({ area }) => area)),
    ...areas.map((settings) => areaItem(settings)),
    ...groups.flatMap(groupItems),
    ...schemes.map((scheme) => schemeItem(scheme)),
    ...people.flatMap(({ principal }) => invitedUserItems({ ...principal, active: true, mail: 'instant' })),
  ];
}

function groupItems({ organization, services, capacities }: SeededGroup): Item[] {
  const { area, id, status, safeguarding } = organization;
  return [
    organizationItem(organization),
    ...services.flatMap((service) => [
      serviceItem(area, service),
      capacityItem(area, {
        serviceId: service.id,
        organizationId: id,
        standing: { organization: status, safeguarding, service: service.status },
        capacity: capacities.get(service.id) ?? null,
      }),
    ]),
  ];
}

/** One event an area and a group: what a rebuild walks to learn which groups there are. */
function eventItems({ now, areas, groups }: World): Item[] {
  const common = { version: 1, at: now, actor: 'system:seed' };
  const writes = [
    ...areas.map(({ area }) =>
      eventWrite({
        ...common,
        id: EventId.parse(seededId(`event area ${area}`)),
        area,
        tenant: area,
        aggregate: `area#${area}`,
        type: 'area.changed',
        data: { area },
      }),
    ),
    ...groups.map(({ organization: { area, id } }) =>
      eventWrite({
        ...common,
        id: EventId.parse(seededId(`event ${id}`)),
        area,
        tenant: id,
        aggregate: `organization#${id}`,
        type: 'organization.changed',
        data: { organizationId: id },
      }),
    ),
  ];
  return writes.flatMap((write) => (write.kind === 'put' ? [write.item] : []));
}

/** What these events lead to is in the seed already: the sweeper begins after them. */
const sweptItems = ({ now, areas }: World): Item[] =>
  areas.map(({ area }) => sweptItem(area, slotEnd(slotStart(now))));

/** The middle of each ward of an area. */
export const wardsOf = (area: AreaId): Wards =>
  Object.fromEntries(
    readWards()
      .filter(({ council }) => AREA_OF_COUNCIL[council] === area)
      .map(({ code, latitude, longitude }) => [code, [latitude, longitude]]),
  );

/** What is known of places, whatever else there is. */
export function placeItems(areas: readonly AreaId[]): Item[] {
  const elsewhere: Record<string, string> = {};
  for (const [outcode, council] of readElsewhere())
    elsewhere[council] = `${elsewhere[council] ?? ''} ${outcode}`.trim();
  return [
    ...areas.map((area) => wardsItem(area, wardsOf(area))),
    ...readCovered().map(outcodeItem),
    elsewhereItem(elsewhere),
  ];
}

function directoryItems({ areas, groups }: World): Item[] {
  const ids = areas.map(({ area }) => area);
  const shown = areas.map(({ mailFrom: _mailFrom, ...settings }) => settings);
  const rooms = groups.flatMap(({ capacities }) =>
    [...capacities].flatMap(([id, capacity]) => (capacity === null ? [] : [roomItem(id, capacity)])),
  );
  return [
    ...placeItems(ids),
    areasItem(shown),
    ...rooms,
    ...ids.flatMap((area) =>
      listingItems(
        area,
        groups.filter(({ organization }) => organization.area === area),
      ),
    ),
  ];
}

function listingItems(area: AreaId, states: readonly GroupState[]): Item[] {
  const wards = wardsOf(area);
  const all = states.flatMap((state) => listed(state, { wards, nation: 'england' }) ?? []);
  const blocks = blocksOf(
    area,
    all.flatMap(({ listings }) => listings),
  );
  const stamps = [...blocks].map(([name, item]): [string, string] => [name, String(item['stamp'])]);
  const sorted = stamps.sort(([a], [b]) => (a < b ? -1 : 1));
  return [...all.map(pageItem), ...blocks.values(), manifestItem(area, { blocks: sorted }, 1)];
}
