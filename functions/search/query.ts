import type * as z from 'zod/mini';
import { type SearchQuery, USUAL_DISTANCE, wider } from '#shared/api/search.ts';
import { dayOf } from '#shared/model/civil-time.ts';
import type { Day, Instant } from '#shared/model/dates.ts';
import type { Point } from '#shared/model/geohash.ts';
import type { Need } from '#shared/model/need.ts';
import type { Weekday } from '#shared/model/service.ts';
import { centreOf } from './distance.ts';
import { type Asked, askedWords } from './words.ts';

/** A search made ready: words cut to stems, the middle of the map square, today. */
export type Search = {
  from: Point | null;
  /** How far to look; null with no map square to look from. */
  miles: number | null;
  /** The next step further; null when there is none. */
  widerMiles: number | null;
  needs: readonly Need[];
  words: readonly Asked[];
  days: readonly z.infer<typeof Weekday>[];
  room: boolean;
  free: boolean;
  stepFree: boolean;
  now: Instant;
  today: Day;
};

/** Reads what was asked; the map square's middle is all that is known of where the person is. */
export function searchOf(query: SearchQuery, now: Instant): Search {
  const from = query.cell === undefined ? null : centreOf(query.cell);
  const further = wider(query.miles);
  return {
    from,
    miles: from === null ? null : Number(query.miles ?? USUAL_DISTANCE),
    widerMiles: from === null || further === undefined ? null : Number(further),
    needs: [...new Set(query.need ?? [])],
    words: askedWords(query.q ?? ''),
    days: [...new Set(query.day ?? [])],
    room: query.room === '1',
    free: query.free === '1',
    stepFree: query.step_free === '1',
    now,
    today: dayOf(now),
  };
}
