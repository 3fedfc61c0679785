import type { OutcodeShard } from '#shared/model/postcode.ts';
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

// Our own build writes these files by the schema; this tells them from a page of something in between.
const isShard = (body: unknown): body is OutcodeShard =>
  typeof body === 'object' && body !== null && 'units' in body && 'wards' in body;

/** Reads the static file of one postcode district. */
export const fetchShard: FetchShard = async (outcode) => {
  try {
    const response = await fetch(`/api/postcodes/${outcode}.json`, {
      headers: { Accept: 'application/json' },
    });
    if (!response.ok) return response.status >= 500 ? 'no_connection' : undefined;
    const shard: unknown = await response.json();
    return isShard(shard) ? shard : undefined;
  } catch {
    return 'no_connection';
  }
};
