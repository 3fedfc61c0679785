import { DAY_LENGTH, later } from '#shared/model/civil-time.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { Organization } from '#shared/model/organization.ts';
import type { Referral } from '#shared/model/referral.ts';
import { TERMINAL_STATES } from '#shared/model/referral-state.ts';
import { accept, type Result, refuse } from '../result.ts';

/** How long a group counts as new once a coordinator has checked it, and how many open referrals it has till then (security.md T1). */
export const NEW_DAYS = 30;
export const MOST_AT_FIRST = 3;

type Known = Pick<Organization, 'checkedAt' | 'known'>;

/** Until when a group counts as new: thirty days from its check; null when a coordinator has lifted that, or never checked it. */
export const newUntil = ({ checkedAt, known }: Known): Instant | null =>
  checkedAt === null || known !== undefined ? null : later(checkedAt, NEW_DAYS * DAY_LENGTH);

/** Whether a group is in its first thirty days, to the minute. */
export function isNew(group: Known, now: Instant): boolean {
  const until = newUntil(group);
  return until !== null && until > now;
}

/**
 * Whether a group that is new may be sent one more: three people at a time until it is known, whichever
 * teams they come from. `first` are the referrals it was sent so far, as they stand. Refuses `group_is_new`.
 */
export function roomAtFirst(first: readonly Referral[]): Result<readonly Referral[]> {
  const open = first.filter(({ state }) => !TERMINAL_STATES.has(state));
  return open.length < MOST_AT_FIRST ? accept(open) : refuse('group_is_new');
}
