import type { Instant } from '#shared/model/dates.ts';
import type { Referral } from '#shared/model/referral.ts';
import type { ReferralState } from '#shared/model/referral-state.ts';
import type { Task } from '#shared/model/task.ts';

/** In which state a referral still needs a coordinator. */
const STILL: Readonly<Record<'unowned' | 'silence' | 'idle', readonly ReferralState[]>> = {
  unowned: ['handed_back'],
  silence: ['sent', 'expired'],
  idle: ['accepted', 'started'],
};

/**
 * Whether a task needs nobody any more: its referral was answered or taken over, or what was going to run
 * out has. `referral` is the one the task names, if it still is there.
 */
export function isMoot(task: Task, referral: Referral | undefined, now: Instant): boolean {
  if (task.kind === 'gap' || task.kind === 'lapsed') return false;
  if (task.kind === 'lapsing') return task.validUntil <= now;
  return referral === undefined || !STILL[task.kind].includes(referral.state);
}
