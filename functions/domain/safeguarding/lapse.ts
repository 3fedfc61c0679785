import { addDays, DAY_LENGTH, dayOf, later } from '#shared/model/civil-time.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { SafeguardingStanding } from '#shared/model/safeguarding.ts';
import { morningOf } from '#shared/model/working-days.ts';
import { isCurrent } from './receive.ts';

/** So many days before the first answer runs out a group is told (security.md T9); 0 is the day itself. */
export const REMINDER_DAYS = [60, 30, 14, 7, 1, 0] as const;

/** The last nine o'clock at or before an instant: reminders are looked for once a day. */
export function lastMorning(now: Instant): Instant {
  const today = morningOf(dayOf(now));
  return today <= now ? today : morningOf(addDays(dayOf(now), -1));
}

/**
 * What a group has to be told since its answers were last looked at: how many days are left, as one of
 * `REMINDER_DAYS`; undefined when no step was reached. Of several steps that were missed only the nearest
 * is told. Answers that a group itself took back or that are paused run out silently.
 */
export function daysToTell(
  standing: SafeguardingStanding,
  { after, now }: { after: Instant; now: Instant },
): number | undefined {
  const { validUntil } = standing;
  if (validUntil === null || !isCurrent(standing, later(validUntil, -1))) return undefined;
  const last = dayOf(validUntil);
  const reached = REMINDER_DAYS.filter((days) => {
    const at = morningOf(addDays(last, -days));
    return at > after && at <= now;
  });
  return reached.at(-1);
}

/** Whether a group came to take nobody since it was last looked at: by the date, or because that was said. */
export const hasJustEnded = (
  { confirmedAt, validUntil }: SafeguardingStanding,
  { after, now }: { after: Instant; now: Instant },
): boolean => confirmedAt !== null && validUntil !== null && validUntil > after && validUntil <= now;

/** How many days a group has until its answers run out, once that is near: 60 or fewer, 0 when they have. */
export function daysLeftAt(standing: SafeguardingStanding, now: Instant): number | undefined {
  const { validUntil, status } = standing;
  if (validUntil === null || status === 'withdrawn_by_group' || status === 'paused_by_coordinator')
    return undefined;
  const days = Math.max(0, Math.ceil((Date.parse(validUntil) - Date.parse(now)) / DAY_LENGTH));
  return days <= REMINDER_DAYS[0] ? days : undefined;
}
