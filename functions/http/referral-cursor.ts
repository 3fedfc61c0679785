import * as z from 'zod/mini';
import { hashOf } from '#functions/runtime/secrets.ts';
import { isWithin, type Listing, type Position } from '#functions/store/referral-listing.ts';
import { ReferralId, type UserId } from '#shared/model/ids.ts';
import { behind, opaque } from './cursor.ts';

/** Where each list of a view goes on; null for one that has no more. */
export type Positions = readonly (Position | null)[];
type Bound = { userId: UserId; view: string };

const Written = z.tuple([z.string()], z.nullable(z.tuple([ReferralId, z.string().check(z.maxLength(120))])));
const Sorted = z.tuple([z.string(), z.string().check(z.maxLength(120))]);

const tagOf = ({ userId, view }: Bound): string => hashOf(`${userId} ${view}`).slice(0, 8);

/** Writes a cursor, opaque and bound to viewer and view, or null when no list has more. */
export function cursorOf(bound: Bound, positions: Positions): string | null {
  if (positions.every((position) => position === null)) return null;
  const pairs = positions.map((position) => position && [position.id, position.sort]);
  return opaque([tagOf(bound), ...pairs]);
}

/** Writes the cursor of a list in the order of urgency: the last row shown. */
export const sortedCursor = (bound: Bound, last: string): string => opaque([tagOf(bound), last]);

/** After which row a list in the order of urgency goes on; undefined when the cursor is not one of this viewer for this view. */
export function sortedFrom(cursor: string, bound: Bound): string | undefined {
  const read = Sorted.safeParse(behind(cursor));
  return read.success && read.data[0] === tagOf(bound) ? read.data[1] : undefined;
}

/**
 * Reads a cursor back; undefined when it is not one of this viewer for this view. It names only places
 * within lists that are the viewer's own, so that a made-up one shows nothing of anybody else's.
 */
export function positionsFrom(
  cursor: string,
  bound: Bound,
  listings: readonly Listing[],
): Positions | undefined {
  const read = Written.safeParse(behind(cursor));
  if (!read.success) return undefined;
  const [tag, ...pairs] = read.data;
  if (tag !== tagOf(bound) || pairs.length !== listings.length) return undefined;
  const positions = pairs.map((pair) => (pair === null ? null : { id: pair[0], sort: pair[1] }));
  const sound = listings.every((listing, index) => {
    const position = positions[index] ?? null;
    return position === null || isWithin(listing, position);
  });
  return sound ? positions : undefined;
}
