import { areaItem } from '#functions/store/area.ts';
import { areaListItem } from '#functions/store/area-list.ts';
import { capacityItem } from '#functions/store/capacity.ts';
import { organizationItem } from '#functions/store/organization.ts';
import { schemeItem } from '#functions/store/scheme.ts';
import { serviceItem } from '#functions/store/service.ts';
import { supplyItem } from '#functions/store/supply.ts';
import type { Item, TableName } from '#functions/store/table.ts';
import { invitedUserItems } from '#functions/store/user.ts';
import { supplyOf } from '#functions/workers/insight.ts';
import type { Principal } from '#shared/model/roles.ts';
import { directoryItems } from './directory-items.ts';
import { askedItems, chainItems, eventItems, purgedItems, sweptItems } from './event-items.ts';
import { evidenceItems } from './evidence.ts';
import { grantDirectoryItems, grantEventItems, grantPortalItems } from './grants.ts';
import type { SeededGroup } from './group.ts';
import { nameItems } from './names.ts';
import { COLLEAGUE } from './people.ts';
import { notedEventItems, notedEvidence, queueItems } from './queue.ts';
import { quietItems } from './quiet-group.ts';
import { readinessItems } from './readiness.ts';
import { registrationItems } from './registration.ts';
import { reportEventItems, reportItems } from './report.ts';
import { demonstration, emptyWorld, type World } from './world.ts';

export type Seed = 'demo' | 'empty';
export type SeedItems = ReadonlyMap<TableName, readonly Item[]>;

/**
 * Every item of a new portal by table, the same for the same day: *portal* and *events* as commands would
 * have left them, *directory*, *insight* and *audit* as what follows events would.
 */
export function seedItems(seed: Seed, day: string): SeedItems {
  const world = seed === 'demo' ? demonstration(day) : emptyWorld(day);
  const { now, groups } = world;
  // A place that is being set up has no funds yet.
  const funded = groups.length === 0 ? [] : world.areas.map(({ area }) => area);
  const events = [
    ...notedEventItems(world),
    ...reportEventItems(world),
    ...eventItems(world),
    ...grantEventItems(funded, now),
  ];
  return new Map([
    [
      'portal',
      [
        ...portalItems(world),
        ...grantPortalItems(funded, now),
        ...readinessItems(world),
        ...quietItems(world),
        ...queueItems(world),
        ...reportItems(world),
      ],
    ],
    ['events', [...events, ...sweptItems(world), ...askedItems(world), ...purgedItems(world)]],
    ['directory', [...directoryItems(world), ...grantDirectoryItems(funded, now)]],
    ['insight', [...supplyItems(world), ...evidenceItems(world, notedEvidence(world))]],
    ['audit', chainItems(events)],
  ]);
}

function portalItems({ now, areas, groups, schemes, people }: World): Item[] {
  return [
    areaListItem(areas.map(({ area }) => area)),
    ...areas.map((settings) => areaItem(settings)),
    ...groups.flatMap(groupItems),
    ...nameItems({ groups }),
    ...schemes.map((scheme) => schemeItem(scheme)),
    ...users(people).flatMap((principal) =>
      invitedUserItems({ ...principal, active: true, mail: 'instant' }),
    ),
    ...(people.length > 0 ? registrationItems(now) : []),
  ];
}

/** Who signs in, and the link worker of their team nobody comes as. */
const users = (people: World['people']): Principal[] =>
  people.length === 0 ? [] : [...people.map(({ principal }) => principal), COLLEAGUE];

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

/** What each activity adds to the counts a commissioner sees. */
function supplyItems({ areas, groups }: World): Item[] {
  return groups.flatMap(({ organization, services, capacities }) => {
    const settings = areas.find(({ area }) => area === organization.area);
    if (settings === undefined) return [];
    return services.flatMap((service) => {
      const capacity = capacities.get(service.id) ?? null;
      const supply = supplyOf(settings, { organization, service, capacity });
      return supply === undefined ? [] : [supplyItem(organization.area, supply)];
    });
  });
}
