import { dateAndTime } from '#shared/text/en/date-and-time.ts';
import { referralPage } from '#shared/text/en/referral-page.ts';
import type { Refused } from '../../lib/answer.ts';

/** Who was quicker and what that made of it: its state with who and when, or with nobody; else what the API says. */
export function raceOf({ current, title }: Refused) {
  const by =
    current?.by && current.at ? referralPage.race.by(current.by, dateAndTime(current.at)) : undefined;
  return {
    title: current === undefined ? title : undefined,
    state: current?.state,
    by,
    isNow: current !== undefined && by === undefined,
  };
}
