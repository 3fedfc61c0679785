import { listAreas, manifestRecord, type PublicArea } from '#functions/store/directory.ts';
import { directoryKeys } from '#functions/store/keys.ts';
import type { Table } from '#functions/store/table.ts';
import type { AreaId } from '#shared/model/area.ts';
import type { Instant } from '#shared/model/dates.ts';
import { type Box, boxOf, type Point } from '#shared/model/geohash.ts';
import { listingsIn, squareOf } from './block.ts';
import { centreOf, milesToBox } from './distance.ts';
import type { Listing } from './listing.ts';

/** How long the list of areas and manifests counts as current, in milliseconds. */
const CHECKED_EVERY = 4000;
/** Listings kept decoded; the blocks read longest ago make way. */
const KEPT = 60_000;
const KEYS_AT_ONCE = 100;

type Known = { area: AreaId; name: string; stamp: string; box: Box };
type Decoded = { stamp: string; listings: readonly Listing[] };

export type SearchIndex = {
  /** The areas of this deployment. */
  areas(now: Instant): Promise<readonly PublicArea[]>;
  /** The area whose groups are nearest to a map square; undefined when nothing is listed at all. */
  areaAround(cell: string, now: Instant): Promise<AreaId | undefined>;
  /** Every listing in a block that reaches within so many miles of a point; all listings without a point. */
  near(where: { from: Point | null; miles: number | null }, now: Instant): Promise<readonly Listing[][]>;
};

/**
 * The blocks of *directory* as search reads them: which there are is asked at most every few seconds, a
 * block is read when it has changed, and what was decoded is kept. A block that is gone while we still
 * believe in it (it was split) makes us ask again, so that nothing is ever missed.
 */
export function searchIndex(table: Table): SearchIndex {
  const decoded = new Map<string, Decoded>();
  let areas: readonly PublicArea[] = [];
  let known: readonly Known[] = [];
  let checkedAt: number | undefined;
  let checking: Promise<void> | undefined;

  const refresh = async (now: number) => {
    areas = await listAreas(table);
    const keys = areas.map(({ area }) => directoryKeys.manifest(area));
    const manifests = keys.length === 0 ? [] : await table.getMany('directory', keys, 'eventual');
    known = manifests.flatMap((item) => {
      const area = areas.find((one) => directoryKeys.manifest(one.area).pk === item.pk)?.area;
      if (area === undefined) return [];
      return manifestRecord
        .fromItem(item)
        .value.blocks.map(([name, stamp]) => ({ area, name, stamp, box: boxOf(squareOf(name)) }));
    });
    checkedAt = now;
  };
  const current = async (now: Instant, again = false) => {
    const at = Date.parse(now);
    const fresh = checkedAt !== undefined && Math.abs(at - checkedAt) < CHECKED_EVERY;
    if (fresh && !again) return;
    checking ??= refresh(at).finally(() => {
      checking = undefined;
    });
    await checking;
  };
  const keyOf = ({ area, name }: Known) => `${area}/${name}`;
  const keep = (key: string, block: Decoded) => {
    decoded.delete(key);
    decoded.set(key, block);
    let total = 0;
    for (const { listings } of decoded.values()) total += listings.length;
    for (const [oldest, { listings }] of decoded) {
      if (total <= KEPT || oldest === key) break;
      decoded.delete(oldest);
      total -= listings.length;
    }
  };
  /** Reads blocks that are not decoded as they stand now; answers whether all of them were there. */
  const load = async (wanted: readonly Known[], found: Map<string, readonly Listing[]>) => {
    let complete = true;
    for (let from = 0; from < wanted.length; from += KEYS_AT_ONCE) {
      const some = wanted.slice(from, from + KEYS_AT_ONCE);
      const items = await table.getMany(
        'directory',
        some.map(({ area, name }) => directoryKeys.block(area, name)),
        'eventual',
      );
      const byKey = new Map(items.map((item) => [item.pk, item]));
      for (const block of some) {
        const item = byKey.get(directoryKeys.block(block.area, block.name).pk);
        const listings = item && listingsIn(item);
        if (item === undefined || listings === undefined) complete = false;
        else {
          found.set(keyOf(block), listings);
          keep(keyOf(block), { stamp: String(item['stamp']), listings });
        }
      }
    }
    return complete;
  };

  return {
    async areas(now) {
      await current(now);
      return areas;
    },
    async areaAround(cell, now) {
      await current(now);
      const from = centreOf(cell);
      const nearest = known.reduce<{ area?: AreaId; miles: number }>(
        (best, { area, box }) => {
          const miles = milesToBox(from, box);
          return miles < best.miles ? { area, miles } : best;
        },
        { miles: Number.POSITIVE_INFINITY },
      );
      return nearest.area;
    },
    async near({ from, miles }, now) {
      for (let attempt = 0; ; attempt += 1) {
        await current(now, attempt > 0);
        const reached = known.filter(
          ({ box }) => from === null || miles === null || milesToBox(from, box) <= miles,
        );
        const found = new Map<string, readonly Listing[]>();
        const missing = reached.filter((block) => {
          const kept = decoded.get(keyOf(block));
          if (kept?.stamp === block.stamp) found.set(keyOf(block), kept.listings);
          return kept?.stamp !== block.stamp;
        });
        const complete = await load(missing, found);
        if (complete || attempt >= 3) return [...found.values()].map((listings) => [...listings]);
      }
    },
  };
}
