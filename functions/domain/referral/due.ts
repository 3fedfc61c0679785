import { addDays, dayOf } from '#shared/model/civil-time.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { Referral } from '#shared/model/referral.ts';
import { NudgeCode } from '#shared/model/referral-care.ts';
import { closeOf, isWorkingDay, type Nation } from '#shared/model/working-days.ts';
import { TIMERS, type Timer, type TimerAction, timerAt } from './timers.ts';

/** What the clock finds of a referral: since which close of day it has not looked, and whether the group has. */
export type ClockFacts = { after: Instant; now: Instant; opened: boolean; nation: Nation };
/** Something that falls due: a move the clock makes, or somebody to be told. `on` names the day it is told of. */
export type DueWork =
  | { kind: 'end'; action: 'expire' | 'withdraw' | 'complete' }
  | { kind: 'tell'; code: NudgeCode; on: string };

const ENDS: Partial<Record<TimerAction, 'expire' | 'withdraw' | 'complete'>> = {
  expire: 'expire',
  withdraw: 'withdraw',
  complete_unknown: 'complete',
};

/** Since when the clock of the present state runs; undefined where none does. */
export function clockSince(referral: Referral): Instant | undefined {
  switch (referral.state) {
    case 'sent':
      return referral.sentAt;
    case 'info_needed':
      return referral.questions?.at(-1)?.asked.at;
    case 'waitlisted':
      return referral.waiting?.at;
    case 'accepted':
      return referral.accepted?.at;
    case 'started':
      return referral.started?.at;
    case 'handed_back':
      return referral.handedBack?.at;
    default:
      return undefined;
  }
}

/** How many working days the group waited for answers: its own clock stood still meanwhile. */
export function pausedDays({ questions = [] }: Referral, nation: Nation): number {
  let paused = 0;
  for (const { asked, answered } of questions) {
    if (answered === null) continue;
    const until = dayOf(answered.at);
    for (let day = addDays(dayOf(asked.at), 1); day <= until; day = addDays(day, 1))
      paused += Number(isWorkingDay(day, nation));
  }
  return paused;
}

const timers: readonly Timer[] = TIMERS;
const isNudge = (action: string): action is NudgeCode => NudgeCode.safeParse(action).success;

/**
 * What is due of a referral. An end that is due is all that is; otherwise whoever has to be told since the
 * clock last looked, and daily whatever repeats. Nothing ends what was handed back. A time-sensitive
 * referral on a waiting list has no timers: waiting is not offered for it.
 */
export function dueWork(referral: Referral, facts: ClockFacts): DueWork[] {
  const since = clockSince(referral);
  if (since === undefined) return [];
  const { now, opened, nation } = facts;
  const paused = referral.state === 'sent' ? pausedDays(referral, nation) : 0;
  const clock = { since, priority: referral.priority, nation, paused };
  const reached = timers
    .filter(({ state, unless }) => state === referral.state && !(unless === 'opened' && opened))
    .flatMap((timer) => {
      const at = timerAt(timer, clock);
      return at === undefined || at > now ? [] : [{ timer, at }];
    });
  const end = reached.map(({ timer }) => ENDS[timer.action]).find((action) => action !== undefined);
  if (end !== undefined) return [{ kind: 'end', action: end }];
  return reached.flatMap(({ timer, at }) => tellingOf(timer, at, facts));
}

/** When a referral ends by itself if nobody does anything; null where no clock ends it. */
export function endsAt(referral: Referral, nation: Nation): Instant | null {
  const since = clockSince(referral);
  const end = timers.find(({ state, action }) => state === referral.state && ENDS[action] !== undefined);
  if (since === undefined || end === undefined) return null;
  const paused = referral.state === 'sent' ? pausedDays(referral, nation) : 0;
  return timerAt(end, { since, priority: referral.priority, nation, paused }) ?? null;
}

/** Who is told by a timer that has been reached: once, or daily where it repeats. */
function tellingOf({ action, repeats }: Timer, at: Instant, { after, now }: ClockFacts): DueWork[] {
  if (!isNudge(action)) return [];
  if (at > after) return [{ kind: 'tell', code: action, on: dayOf(at) }];
  return repeats === 'daily' ? [{ kind: 'tell', code: action, on: dayOf(now) }] : [];
}

/** The last close of a day at or before an instant. */
export function lastClose(now: Instant): Instant {
  const today = closeOf(dayOf(now));
  return today <= now ? today : closeOf(addDays(dayOf(now), -1));
}
