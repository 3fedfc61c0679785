import * as z from 'zod/mini';

/** The squares of a council in which somebody gets post: how far north and east, in steps of this many degrees. */
export const TILE = { north: 0.01, east: 0.016 } as const;

/**
 * The rough shape of a council, as squares of about a kilometre. A static file of the build beside the
 * postcodes, made of them alone: no boundary of anybody's is copied.
 */
export const CouncilShape = z.strictObject({ tiles: z.array(z.tuple([z.int(), z.int()])) });
export type CouncilShape = z.infer<typeof CouncilShape>;
