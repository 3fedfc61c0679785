import type { Schedule } from '../../model/service.ts';
import { clock } from './clock.ts';
import { find } from './find.ts';
import { date } from './format.ts';
import { weekdays } from './weekdays.ts';

/** One weekly time in words: `Friday 2pm to 4pm`, with its term when it has one. */
export function timeOfWeek(
  { weekday, opensAt, closesAt, validFrom, validTo }: Schedule,
  today: string,
): string {
  const starts = validFrom !== undefined && validFrom > today ? `, ${find.from(date(validFrom))}` : '';
  const ends = validTo === undefined ? '' : `, ${find.until(date(validTo))}`;
  return `${weekdays[weekday]} ${clock(opensAt)} to ${clock(closesAt)}${starts}${ends}`;
}

/** When something happens from today on, each weekly time in words; empty when nobody has said. */
export const timesOf = (schedules: readonly Schedule[], today: string): string[] =>
  schedules
    .filter(({ validTo }) => validTo === undefined || validTo >= today)
    .map((schedule) => timeOfWeek(schedule, today));
