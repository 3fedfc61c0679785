import { centreOf, milesBetween } from '#functions/search/distance.ts';
import { DISTANCE_BAND } from '#functions/search/rank.ts';
import { roomClass } from '#functions/search/room-class.ts';
import type { AreaId, AreaSettings } from '#shared/model/area.ts';
import type { Day, Instant } from '#shared/model/dates.ts';
import { cellOf, type Point } from '#shared/model/geohash.ts';
import type { Scheme } from '#shared/model/scheme.ts';
import { AREAS } from './areas.ts';
import { DEMO_OUTCODE, demonstrationGroup, newGroup } from './demonstration-groups.ts';
import { type SeededGroup, seededGroup } from './group.ts';
import { type DemoPerson, PEOPLE, SCHEMES } from './people.ts';
import { type Spot, spotsOf } from './places.ts';

/** How many invented groups each area has, beside the two of the demonstration sign-ins. */
const GROUPS: Readonly<Record<string, number>> = { manchester: 210, shropshire: 140 };

/** All that is there when the portal is new: nothing but places when `empty`. */
export type World = {
  now: Instant;
  areas: readonly AreaSettings[];
  groups: readonly SeededGroup[];
  schemes: readonly Scheme[];
  people: readonly DemoPerson[];
};

/** The same on every machine for the same day of seeding: every date in it counts from that day's midnight. */
export function demonstration(day: Day): World {
  const now = `${day}T00:00:00.000Z`;
  const groups = AREAS.flatMap(({ area }) => groupsOf(area, now));
  return { now, areas: AREAS, groups, schemes: SCHEMES, people: PEOPLE };
}

/** Places alone: `place init` sets up the first area. */
export const emptyWorld = (day: Day): World => ({
  now: `${day}T00:00:00.000Z`,
  areas: [],
  groups: [],
  schemes: [],
  people: [],
});

function groupsOf(area: AreaId, now: Instant): SeededGroup[] {
  const spots = spotsOf(area);
  const drawn = Array.from({ length: GROUPS[area] ?? 0 }, (_, index) =>
    seededGroup(area, index, { spots, now }),
  );
  if (area !== 'manchester') return drawn;
  const demo = demonstrationGroup(spots, now);
  return [demo, newGroup(spots, now), ...givingWay(drawn, demo, spots)];
}

/**
 * The demonstration group must be the first result for company from every postcode of its district: a
 * group that would come before it from any of them keeps its place on the map but has no room just now.
 */
function givingWay(drawn: SeededGroup[], demo: SeededGroup, spots: readonly Spot[]): SeededGroup[] {
  const cells = new Set(
    spots.filter(({ postcode }) => postcode.startsWith(`${DEMO_OUTCODE} `)).map((spot) => cellOf(spot, 6)),
  );
  const from = [...cells].map(centreOf);
  const demoPlace = demo.services[0]?.place;
  if (demoPlace === undefined) throw new Error('The demonstration group has no activity');
  const band = (point: Point, place: Point) => Math.floor(milesBetween(point, place) / DISTANCE_BAND);
  const asNear = (place: Point) => from.some((point) => band(point, place) <= band(point, demoPlace));
  return drawn.map((group) => ({
    ...group,
    capacities: new Map(
      group.services.map((service) => {
        const said = group.capacities.get(service.id) ?? null;
        const before = service.needs.includes('company') && asNear(service.place);
        const hasRoom = said !== null && roomClass(said.state, said.places) === 0;
        return [
          service.id,
          before && hasRoom ? { ...said, state: 'waiting_list' as const, places: null, dropIn: false } : said,
        ];
      }),
    ),
  }));
}
