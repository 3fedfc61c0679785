import type { Instant } from '../../model/dates.ts';
import { clock } from './clock.ts';
import { date, ZONE } from './format.ts';

const clockFormat = new Intl.DateTimeFormat('en-GB', {
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: ZONE,
});

/** `22 November 2026, 2:14pm`. */
export const dateAndTime = (at: Instant): string => `${date(at)}, ${clock(clockFormat.format(new Date(at)))}`;
