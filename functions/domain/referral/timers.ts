import { addDays, dayOf } from '#shared/model/civil-time.ts';
import type { Day, Instant } from '#shared/model/dates.ts';
import type { Referral } from '#shared/model/referral.ts';
import type { ReferralState } from '#shared/model/referral-state.ts';
import { addWorkingDays, closeOf, type Nation } from '#shared/model/working-days.ts';

/** After how long a timer acts: working days, weeks, or the same day. */
export type After = { workingDays: number } | { weeks: number } | { months: number } | 'same_day';
export type TimerAction =
  | 'nudge_readers'
  | 'nudge_group_lead'
  | 'tell_sender_with_alternatives'
  | 'coordinator_rings'
  | 'expire'
  | 'nudge_sender'
  | 'tell_manager'
  | 'withdraw'
  | 'tell_sender'
  | 'ask_to_confirm'
  | 'ask_outcome'
  | 'complete_unknown'
  | 'tell_safeguarding_lead'
  | 'coordinator_reviews';
export type Timer = {
  state: ReferralState;
  /** What has not happened yet. */
  unless: 'opened' | 'decided' | 'answered' | 'contacted' | 'confirmed' | 'outcome' | 'new_owner' | 'touched';
  routine: After;
  timeSensitive: After | 'not_allowed';
  action: TimerAction;
  repeats?: 'daily';
};

const days = (workingDays: number) => ({ workingDays });

/** Every timer there is. Each nudge is sent once; none of them leaves `handed_back`. */
export const TIMERS = [
  { state: 'sent', unless: 'opened', routine: days(2), timeSensitive: days(1), action: 'nudge_readers' },
  { state: 'sent', unless: 'decided', routine: days(5), timeSensitive: days(2), action: 'nudge_group_lead' },
  {
    state: 'sent',
    unless: 'decided',
    routine: days(7),
    timeSensitive: days(3),
    action: 'tell_sender_with_alternatives',
  },
  { state: 'sent', unless: 'decided', routine: days(9), timeSensitive: days(4), action: 'coordinator_rings' },
  { state: 'sent', unless: 'decided', routine: days(10), timeSensitive: days(5), action: 'expire' },
  {
    state: 'info_needed',
    unless: 'answered',
    routine: days(3),
    timeSensitive: days(1),
    action: 'nudge_sender',
  },
  {
    state: 'info_needed',
    unless: 'answered',
    routine: days(7),
    timeSensitive: days(2),
    action: 'tell_manager',
  },
  { state: 'info_needed', unless: 'answered', routine: days(10), timeSensitive: days(3), action: 'withdraw' },
  {
    state: 'accepted',
    unless: 'contacted',
    routine: days(7),
    timeSensitive: days(2),
    action: 'nudge_readers',
  },
  {
    state: 'accepted',
    unless: 'contacted',
    routine: days(10),
    timeSensitive: days(3),
    action: 'tell_sender',
  },
  {
    state: 'waitlisted',
    unless: 'confirmed',
    routine: days(20),
    timeSensitive: 'not_allowed',
    action: 'ask_to_confirm',
  },
  {
    state: 'waitlisted',
    unless: 'confirmed',
    routine: days(25),
    timeSensitive: 'not_allowed',
    action: 'expire',
  },
  {
    state: 'started',
    unless: 'outcome',
    routine: { weeks: 6 },
    timeSensitive: { weeks: 6 },
    action: 'ask_outcome',
  },
  {
    state: 'started',
    unless: 'outcome',
    routine: { weeks: 10 },
    timeSensitive: { weeks: 10 },
    action: 'ask_outcome',
  },
  {
    state: 'started',
    unless: 'outcome',
    routine: { weeks: 13 },
    timeSensitive: { weeks: 13 },
    action: 'complete_unknown',
  },
  {
    state: 'handed_back',
    unless: 'new_owner',
    routine: 'same_day',
    timeSensitive: 'same_day',
    action: 'tell_sender',
  },
  {
    state: 'handed_back',
    unless: 'new_owner',
    routine: days(1),
    timeSensitive: 'same_day',
    action: 'tell_manager',
  },
  {
    state: 'handed_back',
    unless: 'new_owner',
    routine: days(2),
    timeSensitive: days(1),
    action: 'tell_safeguarding_lead',
    repeats: 'daily',
  },
  {
    state: 'accepted',
    unless: 'touched',
    routine: { months: 12 },
    timeSensitive: { months: 12 },
    action: 'coordinator_reviews',
  },
  {
    state: 'started',
    unless: 'touched',
    routine: { months: 12 },
    timeSensitive: { months: 12 },
    action: 'coordinator_reviews',
  },
] as const satisfies readonly Timer[];

/** What has to be done first in each live state, and what is due only by the group's own word. */
const FIRST: Partial<Record<ReferralState, TimerAction>> = {
  sent: 'nudge_group_lead',
  info_needed: 'nudge_sender',
  waitlisted: 'ask_to_confirm',
  started: 'ask_outcome',
  handed_back: 'tell_sender',
};

function dayAfter(from: Day, after: After, nation: Nation): Day {
  if (after === 'same_day') return from;
  if ('workingDays' in after) return addWorkingDays(from, after.workingDays, nation);
  if ('weeks' in after) return addDays(from, after.weeks * 7);
  const [year = '', month = '', day = ''] = from.split('-');
  const turned = Number(month) - 1 + after.months;
  const first = `${Number(year) + Math.floor(turned / 12)}-${String((turned % 12) + 1).padStart(2, '0')}-01`;
  return addDays(first, Number(day) - 1);
}

/** The instant a timer acts when its clock started at `since`; undefined where it does not apply. */
export function timerAt(
  timer: Timer,
  clock: { since: Instant; priority: Referral['priority']; nation: Nation; paused?: number },
): Instant | undefined {
  const after = clock.priority === 'routine' ? timer.routine : timer.timeSensitive;
  if (after === 'not_allowed') return undefined;
  const due = dayAfter(dayOf(clock.since), after, clock.nation);
  return closeOf(addWorkingDays(due, clock.paused ?? 0, clock.nation));
}

/**
 * When somebody must have acted on a referral that just came to where it stands: the first timer of its
 * state, or the close of the day by which the group promised to make contact. Null when nothing is due.
 */
export function dueAt(referral: Referral, since: Instant, nation: Nation): Instant | null {
  if (referral.state === 'accepted' && referral.accepted !== null)
    return closeOf(referral.accepted.contactBy);
  const first = FIRST[referral.state];
  const timer = TIMERS.find(({ state, action }) => state === referral.state && action === first);
  if (timer === undefined) return null;
  return timerAt(timer, { since, priority: referral.priority, nation }) ?? null;
}
