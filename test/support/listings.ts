import type { Listing } from '#functions/search/listing.ts';
import { blocksOf, publish, readManifest, standingBlocks } from '#functions/search/publication.ts';
import { stemmed } from '#functions/search/words.ts';
import { areasItem, roomItem } from '#functions/store/directory.ts';
import type { Item, Table } from '#functions/store/table.ts';
import { AREAS } from '#infra/operator/seed/areas.ts';
import { chance, seededId } from '#infra/operator/seed/chance.ts';
import { AreaId as Area, type AreaId } from '#shared/model/area.ts';
import { OrganizationId, ServiceId } from '#shared/model/ids.ts';
import { ActivityKind, Need } from '#shared/model/need.ts';
import { Weekday } from '#shared/model/service.ts';

export const MANCHESTER: AreaId = Area.parse('manchester');
export const NOW = '2026-11-23T12:00:00.000Z';

const WORDS = 'tea garden choir walk debt sewing soup piano swim letters bread kite lantern river'.split(' ');

/** So many made-up listings, scattered around some towns, the same for the same name. */
export function someListings(name: string, count: number, spread = 0.12, towns = 1): Listing[] {
  const draw = chance(name);
  const centres = Array.from({ length: towns }, (_, index) =>
    index === 0 ? [53.45, -2.23] : [51 + draw.next() * 4, -3 + draw.next() * 3],
  );
  const bell = () => (draw.next() + draw.next() + draw.next() - 1.5) * 2;
  return Array.from({ length: count }, (_, index): Listing => {
    const [north = 0, west = 0] = draw.one(centres);
    const words = draw.some(WORDS, draw.whole(2, 5)).join(' ');
    return {
      serviceId: ServiceId.parse(seededId(`${name} service ${index}`)),
      organizationId: OrganizationId.parse(seededId(`${name} group ${Math.floor(index / 2)}`)),
      serviceName: words.split(' ').slice(0, 2).join(' '),
      organizationName: `Group ${Math.floor(index / 2)}`,
      kind: draw.one(ActivityKind.options),
      needs: draw.some(Need.options, draw.whole(1, 3)),
      latitude: north + bell() * spread,
      longitude: west + bell() * spread,
      wardName: 'A ward',
      schedules: draw
        .some(Weekday.options, draw.whole(0, 2))
        .map((weekday) => ({ weekday, opensAt: '10:00', closesAt: '12:00' })),
      pence: draw.often(0.6) ? 0 : 200,
      stepFree: draw.one([true, false, null]),
      referableUntil: draw.often(0.7) ? '2027-05-01T00:00:00.000Z' : null,
      lastReviewedAt: draw.often(0.8) ? '2026-10-01T00:00:00.000Z' : '2026-01-01T00:00:00.000Z',
      room: draw.often(0.2)
        ? null
        : {
            class: draw.one([0, 0, 2, 3]),
            goodUntil: draw.often(0.8) ? '2026-12-09T00:00:00.000Z' : '2026-11-01T00:00:00.000Z',
          },
      words: stemmed(words),
      nameWords: stemmed(words.split(' ').slice(0, 2).join(' ')),
    };
  });
}

/** The room a listing's hint was made from, as results read it live. */
export function roomsOf({ serviceId, room }: Listing): Item[] {
  if (room === null) return [];
  const state = (['open', 'few', 'waiting_list', 'full'] as const)[room.class] ?? 'full';
  return [
    roomItem(serviceId, { ...room, state, places: null, dropIn: false, asOf: '2026-10-20T00:00:00.000Z' }),
  ];
}

/** Puts exactly these listings into an area's blocks. */
export async function publishListings(
  table: Table,
  area: AreaId,
  listings: readonly Listing[],
): Promise<void> {
  const areas = areasItem(AREAS.map(({ mailFrom: _mailFrom, ...settings }) => settings));
  await table.write({ kind: 'put', table: 'directory', item: areas, expected: 'any' });
  const manifest = await readManifest(table, area);
  const standing = (await standingBlocks(table, { area, manifest: manifest.value })) ?? new Map();
  const wanted = blocksOf(area, listings);
  const won = await publish(table, { area, manifest, standing, wanted, documents: [] });
  if (!won) throw new Error('Another publication was quicker');
}
