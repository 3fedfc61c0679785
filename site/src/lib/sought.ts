import type { Schedule } from '#shared/model/service.ts';

/** What a search has said already of the person it was for; a code that is none of the form's ticks nothing there. */
export type Sought = { needs: string[]; access: string[]; times: string[] };

function timeOf({ weekday, opensAt }: Schedule): string {
  if (weekday === 'SA' || weekday === 'SU') return 'weekends';
  if (opensAt >= '17:00') return 'evenings';
  return opensAt < '12:00' ? 'weekday_mornings' : 'weekday_afternoons';
}

/**
 * Reads the search that leads here. A day says when somebody can come only together with the activity:
 * the times it meets on the days that were asked for.
 */
export function soughtIn(search: string, schedules: readonly Schedule[]): Sought {
  const query = new URLSearchParams(search);
  const days = query.getAll('day');
  const meets = schedules.filter(({ weekday }) => days.includes(weekday));
  return {
    needs: query.getAll('need'),
    access: query.get('step_free') === '1' ? ['step_free'] : [],
    times: [...new Set(meets.map(timeOf))],
  };
}
