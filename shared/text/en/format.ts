import type { Day, Instant } from '../../model/dates.ts';

const ZONE = 'Europe/London';
const DAY_MS = 86_400_000;

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: ZONE,
});
const weekdayFormat = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: ZONE });
const clockFormat = new Intl.DateTimeFormat('en-GB', {
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
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
const noon = (day: Day): Date => new Date(`${day}T12:00:00Z`);

/** `22 November 2026`, from a day or an instant. */
export const date = (given: Day | Instant): string =>
  dayFormat.format(given.length === 10 ? noon(given) : new Date(given));

/** `Monday 23 November 2026`. */
export const longDate = (day: Day): string => `${weekdayFormat.format(noon(day))} ${date(day)}`;

/** `2pm`, `2:30pm`, `midday`, `midnight` from civil hours and minutes `14:30`. */
export function clock(time: string): string {
  const [hours = '0', minutes = '00'] = time.split(':');
  const hour = Number(hours);
  if (minutes === '00' && hour === 12) return 'midday';
  if (minutes === '00' && hour === 0) return 'midnight';
  const shown = hour % 12 === 0 ? 12 : hour % 12;
  return `${shown}${minutes === '00' ? '' : `:${minutes}`}${hour < 12 ? 'am' : 'pm'}`;
}

/** `22 November 2026, 2:14pm`. */
export const dateAndTime = (at: Instant): string => `${date(at)}, ${clock(clockFormat.format(new Date(at)))}`;

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

/** `£2`, `£2.50`, `£10,000`, `Free`, from pence. */
export function money(pence: number): string {
  if (pence === 0) return 'Free';
  const pounds = new Intl.NumberFormat('en-GB').format(Math.floor(pence / 100));
  const rest = pence % 100;
  return `£${pounds}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
}

/** A phone number as an address to call: digits and a leading plus only. */
export const telHref = (number: string): string =>
  `tel:${number.replace(/\(0\)/g, '').replace(/(?!^\+)\D/g, '')}`;

/** A reference said aloud, character by character: `R, 7, K, 3, M, 9, 2, Q, F`. */
export const spelled = (reference: string): string => [...reference.replaceAll('-', '')].join(', ');

/** `January 2027`, from a month such as `2027-01`. */
export const monthName = (month: string): string =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-15T12:00:00.000Z`),
  );
