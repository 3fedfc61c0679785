import type { CapacityStatement } from '#shared/api/groups.ts';
import type { Capacity } from '#shared/model/capacity.ts';
import { DAY_LENGTH, later } from '#shared/model/civil-time.ts';
import type { Instant } from '#shared/model/dates.ts';
import { accept, type Result, refuse } from '../result.ts';

/** What is said about room is good for 30 days. */
const GOOD_FOR = 30 * DAY_LENGTH;

const OPEN_STATES: readonly Capacity['state'][] = ['open', 'few'];

/**
 * What a group says about its room, from now on. A number belongs to room there is: without any it is
 * dropped, and room with a number of nought is no room (`invalid`). Whether people just turn up stays.
 */
export function sayRoom(
  before: Capacity | null,
  { state, places }: CapacityStatement,
  now: Instant,
): Result<Capacity> {
  const hasRoom = OPEN_STATES.includes(state);
  if (hasRoom && places === 0) {
    return refuse({
      code: 'invalid',
      fields: [{ id: 'places', text: 'Enter how many people you could take, or say that you are full' }],
    });
  }
  return accept({
    state,
    places: hasRoom ? places : null,
    dropIn: before?.dropIn ?? false,
    asOf: now,
    goodUntil: later(now, GOOD_FOR),
  });
}

/** What was said about room when nobody answers: it counts until now and no longer. */
export const silentNow = (before: Capacity, now: Instant): Capacity =>
  before.goodUntil <= now ? before : { ...before, goodUntil: now };

/** The room of an activity whose reader just declined for want of it. */
export const fullNow = (before: Capacity | null, now: Instant): Capacity => ({
  state: 'full',
  places: null,
  dropIn: before?.dropIn ?? false,
  asOf: now,
  goodUntil: later(now, GOOD_FOR),
});
