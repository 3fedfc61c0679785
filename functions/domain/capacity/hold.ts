import type { Capacity } from '#shared/model/capacity.ts';
import type { Instant } from '#shared/model/dates.ts';
import { accept, type Result, refuse } from '../result.ts';
import { roomAt } from './room.ts';

/**
 * Whether a referral sent now takes a place. A number gives one place to each referral; words alone and
 * "just turn up" hold nothing; room that is unknown never stands in the way. Refuses with `no_room`
 * when the group is full or has paused, or has given its last place away.
 */
export function placeFor(capacity: Capacity | null, now: Instant): Result<'hold' | 'nothing'> {
  const room = roomAt(capacity, now);
  if (room.state === 'full' || room.state === 'paused') return refuse('no_room');
  if (room.dropIn || room.places === null) return accept('nothing');
  return room.places > 0 ? accept('hold') : refuse('no_room');
}

/**
 * Whether a place held since `sentAt` goes back to the number there is. What the group said afterwards
 * counted anew, so an older hold is no longer part of it; words have no number to give back to.
 */
export const returnsPlace = (capacity: Capacity | null, sentAt: Instant): boolean =>
  capacity !== null && capacity.places !== null && capacity.asOf <= sentAt;
