import * as z from 'zod/mini';
import { addDays } from './civil-time.ts';
import { Day } from './dates.ts';

/** A quarter of the calendar year by its first month, e.g. `2026-07`: July to September 2026. */
export const Quarter = z
  .string()
  .check(z.regex(/^\d{4}-(01|04|07|10)$/, 'Use a quarter by its first month, like 2026-07'))
  .brand<'Quarter'>();
export type Quarter = z.infer<typeof Quarter>;

const name = (year: number, month: number): Quarter =>
  Quarter.parse(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`);

/** The quarter a civil day lies in. */
export function quarterOf(day: Day): Quarter {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return name(year, month - ((month - 1) % 3));
}

/** The quarter before. */
export function quarterBefore(quarter: Quarter): Quarter {
  const [year = 0, month = 1] = quarter.split('-').map(Number);
  return month === 1 ? name(year - 1, 10) : name(year, month - 3);
}

/** The first day of a quarter, and the first after it. */
export function quarterBounds(quarter: Quarter): { from: Day; until: Day } {
  const [year = 0, month = 1] = quarter.split('-').map(Number);
  const next = month === 10 ? name(year + 1, 1) : name(year, month + 3);
  return { from: Day.parse(`${quarter}-01`), until: Day.parse(`${next}-01`) };
}

/** How many days a closed quarter waits for what is still on its way before it is frozen. */
export const DAYS_TO_TELL = 3;

/** The last quarter that may be frozen on a day: closed, and three days past. */
export const lastClosed = (today: Day): Quarter => quarterBefore(quarterOf(addDays(today, -DAYS_TO_TELL)));
