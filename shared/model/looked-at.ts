import { DAY_LENGTH, later } from './civil-time.ts';
import type { Instant } from './dates.ts';

/** Half a year: a listing that nobody has looked at for longer is stale. */
const STALE = 183 * DAY_LENGTH;

/** What was last looked at before this instant is stale: it says so, and comes after its equals. */
export const staleBefore = (now: Instant): Instant => later(now, -STALE);
