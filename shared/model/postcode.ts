import * as z from 'zod/mini';
import { AreaId, CouncilCode, WardCode } from './area.ts';

/** A square of the map about 1.2 km by 0.6 km: a geohash of six characters. All a search ever sends. */
export const Cell = z.string().check(z.regex(/^[0-9b-hjkmnp-z]{6}$/, 'Use a map square of six characters'));
export type Cell = z.infer<typeof Cell>;

/** The first half of a postcode, e.g. M14. */
export const Outcode = z
  .string()
  .check(z.regex(/^[A-Z]{1,2}\d[A-Z\d]?$/, 'Use the first half of a postcode'));

/**
 * Every postcode that begins with one outcode: the second halves (inward codes) with their place.
 * Static, cacheable, and the only thing the browser fetches to turn a postcode into a map square.
 */
export const OutcodeShard = z.strictObject({
  outcode: Outcode,
  /** The area that covers it; null when this deployment serves nobody there. */
  area: z.nullable(AreaId),
  councilName: z.string(),
  wards: z.array(z.strictObject({ code: WardCode, name: z.string(), council: CouncilCode })),
  /** inward code → [latitude, longitude, index into wards] */
  units: z.record(z.string(), z.tuple([z.number(), z.number(), z.int()])),
});
export type OutcodeShard = z.infer<typeof OutcodeShard>;
