import type { Day, Instant } from './dates.ts';

/**
 * Civil time in Europe/London, the one place that knows of summer time. The rule has stood since 1996:
 * clocks go forward at 01:00 UTC on the last Sunday of March and back at 01:00 UTC on the last Sunday of
 * October. A test compares it with the platform's time zone data.
 */

const HOUR = 3_600_000;
export const DAY_LENGTH = 24 * HOUR;

/** 01:00 UTC on the last Sunday of a month (0-11) that has 31 days. */
function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month, 31, 1));
  return last.getTime() - last.getUTCDay() * DAY_LENGTH;
}

const offsetAt = (epoch: number): number => {
  const year = new Date(epoch).getUTCFullYear();
  return epoch >= lastSunday(year, 2) && epoch < lastSunday(year, 9) ? HOUR : 0;
};

/** The civil day an instant falls on. */
export function dayOf(instant: Instant): Day {
  const epoch = Date.parse(instant);
  return new Date(epoch + offsetAt(epoch)).toISOString().slice(0, 10);
}

/** The civil time of day of an instant, as HH:MM. */
export function timeOf(instant: Instant): string {
  const epoch = Date.parse(instant);
  return new Date(epoch + offsetAt(epoch)).toISOString().slice(11, 16);
}

/**
 * The instant of a civil day and time (HH:MM). In the hour that does not exist it is an hour later by
 * the clock; in the hour that comes twice it is the first.
 */
export function instantOf(day: Day, time: string): Instant {
  const asUtc = Date.parse(`${day}T${time}:00.000Z`);
  const inSummer = asUtc - HOUR;
  return new Date(offsetAt(inSummer) === HOUR ? inSummer : asUtc).toISOString();
}

/** The instant a civil day begins. */
export const startOf = (day: Day): Instant => instantOf(day, '00:00');

/** The civil month an instant falls in, as YYYY-MM. */
export const monthOf = (instant: Instant): string => dayOf(instant).slice(0, 7);

/** The civil day so many days later, or earlier. */
export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + days * DAY_LENGTH).toISOString().slice(0, 10);

/** 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00.000Z`).getUTCDay();

/** The instant so many milliseconds later. */
export const later = (instant: Instant, milliseconds: number): Instant =>
  new Date(Date.parse(instant) + milliseconds).toISOString();
