import type { Capacity, Room } from '#shared/model/capacity.ts';
import type { Instant } from '#shared/model/dates.ts';

/**
 * Room as it is shown: the group's word until its good-until date, unknown from then on, never open. A number
 * of places that referrals have taken to none is full, whatever word stood beside it.
 */
export function roomAt(capacity: Capacity | null, now: Instant): Room {
  if (capacity === null) return { state: 'unknown', places: null, dropIn: false, asOf: null };
  const { state, places, dropIn, asOf, goodUntil } = capacity;
  if (goodUntil <= now) return { state: 'unknown', places: null, dropIn, asOf };
  if (isTaken(capacity)) return { state: 'full', places: null, dropIn, asOf };
  return { state, places, dropIn, asOf };
}

/** Whether every place a group gave has gone to a referral since. */
const isTaken = ({ state, places, dropIn }: Capacity): boolean =>
  places === 0 && !dropIn && (state === 'open' || state === 'few');
