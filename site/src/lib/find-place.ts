import { cellOf } from '#shared/model/geohash.ts';
import { parsePostcode } from '#shared/model/typed-postcode.ts';
import { postcode as words } from '#shared/text/en/postcode.ts';

/** A map square to search from and the district to show for it; or what to do about the postcode. */
export type Place = { cell: string; near: string } | { problem: string };

/** What a district's static file is read for here. */
type Shard = { councilName?: unknown; area?: unknown; units?: Record<string, unknown> };

/** Reads the file of a district; undefined when there is none, an error when nothing answers. */
export type ReadShard = (outcode: string) => Promise<Shard | undefined>;

const isPoint = (unit: unknown): unit is [number, number] =>
  Array.isArray(unit) && typeof unit[0] === 'number' && typeof unit[1] === 'number';

/**
 * Turns a typed postcode into a map square in this browser: only its first half is ever asked for, and
 * nothing of it but that half and the square leaves the page.
 */
export async function findPlace(typed: string, readShard: ReadShard): Promise<Place> {
  const postcode = parsePostcode(typed);
  if (postcode === undefined) return { problem: words.notAPostcode };
  const { outcode, inward } = postcode;
  try {
    const shard = await readShard(outcode);
    if (shard === undefined) return { problem: words.notKnown };
    const unit = shard.units?.[inward];
    if (isPoint(unit)) return { cell: cellOf({ latitude: unit[0], longitude: unit[1] }, 6), near: outcode };
    if (shard.area !== null) return { problem: words.notKnown };
    return { problem: words.notCovered(String(shard.councilName ?? '')) };
  } catch {
    return { problem: words.noConnection };
  }
}
