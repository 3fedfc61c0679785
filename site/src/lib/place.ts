import * as z from 'zod/mini';
import { OutcodeShard } from '#shared/model/postcode.ts';
import { parsePostcode } from '#shared/model/typed-postcode.ts';

/** A ward somebody lives in: all that is sent of where they are. */
export type Ward = OutcodeShard['wards'][number];

/** How looking for a ward ended; each but `found` says what to do next. */
export type Found =
  | { kind: 'found'; ward: Ward; wards: Ward[] }
  | { kind: 'not_a_postcode' }
  | { kind: 'not_known' }
  | { kind: 'not_ours'; council: string }
  | { kind: 'no_connection' };

export type FetchShard = (outcode: string) => Promise<OutcodeShard | 'no_connection' | undefined>;

const ALPHABET = '0123456789bcdefghjkmnpqrstuvwxyz';

/** The edges of a map square (geohash) in degrees. */
export function cellBounds(cell: string) {
  const range: Record<'lon' | 'lat', [number, number]> = { lon: [-180, 180], lat: [-90, 90] };
  let isLon = true;
  for (const character of cell) {
    for (let bit = 16; bit >= 1; bit /= 2) {
      const edges = isLon ? range.lon : range.lat;
      const middle = (edges[0] + edges[1]) / 2;
      edges[(ALPHABET.indexOf(character) & bit) === 0 ? 1 : 0] = middle;
      isLon = !isLon;
    }
  }
  return { south: range.lat[0], north: range.lat[1], west: range.lon[0], east: range.lon[1] };
}

/** The ward most postcodes of a map square lie in; undefined when the district has none there. */
export function wardOfCell(shard: OutcodeShard, cell: string): Ward | undefined {
  const { south, north, west, east } = cellBounds(cell);
  const counts = new Map<number, number>();
  for (const [lat, lon, ward] of Object.values(shard.units)) {
    if (lat >= south && lat < north && lon >= west && lon < east)
      counts.set(ward, (counts.get(ward) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most === undefined ? undefined : shard.wards[most[0]];
}

/** Turns a postcode into its ward in this browser: only the district (its first half) is ever asked for. */
export async function findWard(typed: string, fetchShard: FetchShard): Promise<Found> {
  const postcode = parsePostcode(typed);
  if (postcode === undefined) return { kind: 'not_a_postcode' };
  const shard = await fetchShard(postcode.outcode);
  if (shard === 'no_connection') return { kind: 'no_connection' };
  if (shard === undefined) return { kind: 'not_known' };
  if (shard.area === null) return { kind: 'not_ours', council: shard.councilName };
  const unit = shard.units[postcode.inward];
  const ward = unit === undefined ? undefined : shard.wards[unit[2]];
  return ward === undefined ? { kind: 'not_known' } : { kind: 'found', ward, wards: shard.wards };
}

/** Reads the static file of one postcode district. */
export const fetchShard: FetchShard = async (outcode) => {
  try {
    const response = await fetch(`/api/postcodes/${outcode}.json`, {
      headers: { Accept: 'application/json' },
    });
    if (!response.ok) return response.status >= 500 ? 'no_connection' : undefined;
    const parsed = z.safeParse(OutcodeShard, await response.json());
    return parsed.success ? parsed.data : undefined;
  } catch {
    return 'no_connection';
  }
};
