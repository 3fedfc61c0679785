import type { AreaSettings } from '#shared/model/area.ts';
import { addDays } from '#shared/model/civil-time.ts';
import type { Day } from '#shared/model/dates.ts';
import { DAYS_TO_TELL } from '#shared/model/quarter.ts';
import { accept, type Result, refuse } from '../result.ts';

/**
 * The council something is counted under: the one that was said, else where the activity is, else the only
 * one of the area. Refuses with `invalid` for one of another area, or when there are several to choose from.
 */
export function councilOf(
  { councils }: Pick<AreaSettings, 'councils'>,
  said: string | undefined,
  activity?: string,
): Result<string> {
  const only = councils.length === 1 ? councils[0]?.code : undefined;
  const council = said ?? activity ?? only;
  if (council === undefined)
    return refuse({ code: 'invalid', fields: [{ id: 'council', text: 'Choose the council' }] });
  if (!councils.some(({ code }) => code === council)) {
    const text = 'That place is in another area. Its own link workers can say it there.';
    return refuse({ code: 'invalid', fields: [{ id: 'council', text }] });
  }
  return accept(council);
}

/**
 * The day of what somebody tells of: today or up to three days ago, as long as a closed quarter waits for it
 * (design decision 8: what is frozen stays). Refuses with `invalid` outside of that.
 */
export function toldInTime(on: Day, today: Day): Result<Day> {
  if (on <= today && on >= addDays(today, -DAYS_TO_TELL)) return accept(on);
  return refuse({
    code: 'invalid',
    fields: [{ id: 'on', text: 'Choose today or one of the three days before' }],
  });
}
