import type { Schedule } from '#shared/model/service.ts';
import { clock } from '#shared/text/en/clock.ts';
import { weekdays } from '#shared/text/en/weekdays.ts';

/** When something happens, in one line: `Monday 2pm to 4pm, Thursday 10am to midday`. Empty when nobody has said. */
export const whenOf = (schedules: readonly Schedule[]): string =>
  schedules
    .map(({ weekday, opensAt, closesAt }) => `${weekdays[weekday]} ${clock(opensAt)} to ${clock(closesAt)}`)
    .join(', ');
