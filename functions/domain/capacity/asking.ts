import type { Capacity } from '#shared/model/capacity.ts';
import { addDays, DAY_LENGTH, dayOf, later, weekdayOf } from '#shared/model/civil-time.ts';
import type { Day, Instant } from '#shared/model/dates.ts';
import type { Organization } from '#shared/model/organization.ts';
import type { Service } from '#shared/model/service.ts';
import { morningOf } from '#shared/model/working-days.ts';

const A_WEEK = 7 * DAY_LENGTH;

/** The Monday whose asking is due: this week's from nine in the morning, before that last week's. */
export function askingWeek(now: Instant): Day {
  const today = dayOf(now);
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7));
  return morningOf(monday) <= now ? monday : addDays(monday, -7);
}

/** Whether what was said about room is a week old, or ends within a week: then it is worth asking again. */
export const isWorthAsking = (capacity: Capacity | null, now: Instant): boolean =>
  capacity === null || later(capacity.asOf, A_WEEK) <= now || capacity.goodUntil <= later(now, A_WEEK);

/** Whether a group is asked at all: people find it, and it has an activity whose room is worth asking for. */
export const isToBeAsked = (
  { status }: Pick<Organization, 'status'>,
  activities: readonly { status: Service['status']; capacity: Capacity | null }[],
  now: Instant,
): boolean =>
  status === 'checked' &&
  activities.some((one) => one.status === 'active' && isWorthAsking(one.capacity, now));
