import { addDays, dayOf } from '#shared/model/civil-time.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { QueueKind, TaskKind, TaskOutcome } from '#shared/model/task.ts';
import { addWorkingDays, closeOf, morningOf, type Nation } from '#shared/model/working-days.ts';

/** How many working days each kind may wait once it is a coordinator's; what has a date of its own goes by that. */
const WORKING_DAYS = {
  unowned: 0,
  silence: 1,
  lapsed: 2,
  report: 3,
  check: 5,
  lapsing: 5,
  grant: 5,
  idle: 20,
  gap: 20,
} as const satisfies Record<QueueKind, number>;

/** Until when something may wait: the close of its last working day. */
export const mayWaitUntil = (kind: QueueKind, since: Instant, nation: Nation): Instant =>
  closeOf(addWorkingDays(dayOf(since), WORKING_DAYS[kind], nation));

const nextMorning = (now: Instant, nation: Nation): Instant =>
  morningOf(addWorkingDays(dayOf(now), 1, nation));

/** What brings a task back, and after how long; everything else is done with it. */
const AGAIN: Partial<Record<TaskOutcome, 'next_working_day' | 'in_a_week'>> = {
  not_reached: 'next_working_day',
  // Nothing closes a hand-back but a new owner, who takes it off the list by being recorded.
  team_on_it: 'next_working_day',
};

/**
 * When a task stands in the queue again after somebody said what came of it; null when it is done with.
 * A promise to renew what has already run out is looked at again after a week, because nobody can be sent
 * meanwhile; before it runs out the day itself brings it back.
 */
export function comesBack(
  { kind, outcome }: { kind: TaskKind; outcome: TaskOutcome },
  now: Instant,
  nation: Nation,
): Instant | null {
  const again = kind === 'lapsed' && outcome === 'will_renew' ? 'in_a_week' : AGAIN[outcome];
  if (again === undefined) return null;
  return again === 'in_a_week' ? morningOf(addDays(dayOf(now), 7)) : nextMorning(now, nation);
}
