import type { Day } from '../../model/dates.ts';
import { date, noon, ZONE } from './format.ts';

const weekdayFormat = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: ZONE });

/** `Monday 23 November 2026`. */
export const longDate = (day: Day): string => `${weekdayFormat.format(noon(day))} ${date(day)}`;
