import type { TaskKind, TaskOutcome } from './task.ts';

/** What a coordinator can say of each kind of task. Plain data: pages need no more. */
export const OUTCOMES = {
  unowned: ['team_on_it', 'not_reached'],
  silence: ['will_answer', 'cannot_take', 'not_reached'],
  lapsed: ['will_renew', 'stays_out', 'not_reached'],
  lapsing: ['will_renew', 'stays_out', 'not_reached'],
  idle: ['still_going', 'will_end', 'not_reached'],
  gap: ['passed_on', 'group_found', 'group_starting', 'nothing_now'],
} as const satisfies Record<TaskKind, readonly TaskOutcome[]>;
