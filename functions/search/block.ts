import { createHash } from 'node:crypto';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { directoryKeys } from '#functions/store/keys.ts';
import type { Item } from '#functions/store/table.ts';
import type { AreaId } from '#shared/model/area.ts';
import { cellOf } from '#shared/model/geohash.ts';
import { type Listing, listingOf, type Row, rowOf } from './listing.ts';

/** The squares every block begins as; one with more than MOST listings is split into its thirty-two parts. */
export const ROOT_DEPTH = 5;
const DEEPEST = 9;
export const MOST = 400;

/** The shape of the rows in a block: a reader that finds another leaves the block to the next rebuild. */
const SHAPE = 1;

const byId = (a: Listing, b: Listing): number => (a.serviceId < b.serviceId ? -1 : 1);

/**
 * Cuts listings into blocks by map square, none of more than `MOST`: name → listings in a fixed order,
 * so that the same listings always make the same blocks. More than that at one spot (a ward with many
 * masked places) are numbered parts of the smallest square: `gcw2j3xyz.1`.
 */
export function partition(listings: readonly Listing[], depth = ROOT_DEPTH): Map<string, Listing[]> {
  const blocks = new Map<string, Listing[]>();
  for (const [name, square] of Map.groupBy(listings, (listing) => cellOf(listing, depth))) {
    const inside =
      square.length > MOST && depth < DEEPEST
        ? partition(square, depth + 1)
        : numbered(name, square.sort(byId));
    for (const [part, held] of inside) blocks.set(part, held);
  }
  return blocks;
}

/** One block a square, and numbered parts of it where even the smallest square holds too many. */
const numbered = (name: string, listings: Listing[]): Map<string, Listing[]> =>
  new Map(
    Array.from({ length: Math.ceil(listings.length / MOST) }, (_, index) => [
      index === 0 ? name : `${name}.${index}`,
      listings.slice(index * MOST, (index + 1) * MOST),
    ]),
  );

/** The map square of a block, without the number of its part. */
export const squareOf = (name: string): string => name.split('.')[0] ?? name;
/** The square that a block's listings are cut from: only blocks of one root change together. */
export const rootOf = (name: string): string => name.slice(0, ROOT_DEPTH);

/** A block as an item of *directory*; `stamp` names its contents, so that a reader knows what it holds. */
export function blockItem(area: AreaId, name: string, listings: readonly Listing[]): Item {
  const body = zstdCompressSync(JSON.stringify(listings.map(rowOf)));
  const stamp = createHash('sha256').update(body).digest('base64url').slice(0, 8);
  return { ...directoryKeys.block(area, name), schema: SHAPE, name, stamp, body };
}

/** The contents of a block; undefined when it is of another shape or cannot be read. */
export function listingsIn(item: Item): Listing[] | undefined {
  const body = item['body'];
  if (item.schema !== SHAPE || !(body instanceof Uint8Array)) return undefined;
  try {
    const rows: Row[] = JSON.parse(zstdDecompressSync(body).toString());
    return rows.map(listingOf);
  } catch {
    return undefined;
  }
}
