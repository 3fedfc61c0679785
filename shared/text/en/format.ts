import type { Day, Instant } from '../../model/dates.ts';

export const ZONE = 'Europe/London';
export const DAY_MS = 86_400_000;

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: ZONE,
});
const isoFormat = new Intl.DateTimeFormat('en-CA', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  timeZone: ZONE,
});

/** The civil day in the area's time zone at an instant: `2026-11-22`. */
export const dayOf = (at: Instant): Day => isoFormat.format(new Date(at));

// Noon, so that the day is the same in every zone we could be asked about.
export const noon = (day: Day): Date => new Date(`${day}T12:00:00Z`);

/** `22 November 2026`, from a day or an instant. */
export const date = (given: Day | Instant): string =>
  dayFormat.format(given.length === 10 ? noon(given) : new Date(given));

/** Whole civil days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((noon(to).getTime() - noon(from).getTime()) / DAY_MS);

/** `today`, `yesterday`, `2 days ago`, then the date. Both from the server: `now` is never this machine's clock. */
export function ago(at: Instant, now: Instant): string {
  const days = daysBetween(dayOf(at), dayOf(now));
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  return days <= 30 ? `${days} days ago` : `on ${date(at)}`;
}

/** A phone number as an address to call: digits and a leading plus only. */
export const telHref = (number: string): string =>
  `tel:${number.replace(/\(0\)/g, '').replace(/(?!^\+)\D/g, '')}`;
