import { type GroupState, listed } from '#functions/search/listed.ts';
import { blocksOf } from '#functions/search/publication.ts';
import {
  areasItem,
  elsewhereItem,
  manifestItem,
  outcodeItem,
  roomItem,
  type Wards,
  wardsItem,
} from '#functions/store/directory.ts';
import type { Item } from '#functions/store/table.ts';
import { pageItem } from '#functions/workers/project-listing.ts';
import { AREA_OF_COUNCIL, readCovered, readElsewhere, readWards } from '#infra/place/tables.ts';
import type { AreaId } from '#shared/model/area.ts';
import type { World } from './world.ts';

/** The middle of each ward of an area. */
const wardsOf = (area: AreaId): Wards =>
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

/** The public directory as the projector and the place loader would leave it. */
export function directoryItems({ areas, groups }: World): Item[] {
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
  const all = states.flatMap((state) => listed(state, { wards, nation: 'england', open: true }) ?? []);
  const blocks = blocksOf(
    area,
    all.flatMap(({ listings }) => listings),
  );
  const stamps = [...blocks].map(([name, item]): [string, string] => [name, String(item['stamp'])]);
  const sorted = stamps.sort(([a], [b]) => (a < b ? -1 : 1));
  return [...all.map(pageItem), ...blocks.values(), manifestItem(area, { blocks: sorted }, 1)];
}
