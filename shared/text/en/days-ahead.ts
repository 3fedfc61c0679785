import type { Day, Instant } from '../../model/dates.ts';
import { DAY_MS, dayOf, daysBetween, noon } from './format.ts';

/** How far off something due is: `today`, `tomorrow`, `in 3 days`, `2 days late`. */
export function due(at: Instant | Day, now: Instant): string {
  const days = daysBetween(dayOf(now), at.length === 10 ? at : dayOf(at));
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days > 1) return `in ${days} days`;
  return days === -1 ? '1 day late' : `${-days} days late`;
}

/** The day some civil days later (or earlier when negative). */
export const dayAfter = (day: Day, days: number): Day =>
  new Date(noon(day).getTime() + days * DAY_MS).toISOString().slice(0, 10);
