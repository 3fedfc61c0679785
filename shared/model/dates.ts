import * as z from 'zod/mini';

/** An instant: ISO 8601 in UTC with milliseconds, as `Date.toISOString()` writes it. */
export const Instant = z.iso.datetime({ precision: 3, error: 'Use a date and time in UTC' });
export type Instant = z.infer<typeof Instant>;

/** A civil day in the area's time zone: YYYY-MM-DD. */
export const Day = z.iso.date('Use a date such as 2026-11-23');
export type Day = z.infer<typeof Day>;
