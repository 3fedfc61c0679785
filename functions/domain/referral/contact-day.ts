import { dayOf } from '#shared/model/civil-time.ts';
import type { Day, Instant } from '#shared/model/dates.ts';
import type { Referral } from '#shared/model/referral.ts';
import { addWorkingDays, type Nation } from '#shared/model/working-days.ts';

/** Working days until somebody makes contact, as a group is asked to promise. */
const WORKING_DAYS: Readonly<Record<Referral['priority'], number>> = { routine: 5, time_sensitive: 2 };

/** The day offered for making contact to whoever accepts now: five working days on, two when it cannot wait. */
export const usualContactDay = (
  { priority }: Pick<Referral, 'priority'>,
  now: Instant,
  nation: Nation,
): Day => addWorkingDays(dayOf(now), WORKING_DAYS[priority], nation);
