import { DAY_LENGTH, later } from '#shared/model/civil-time.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { OrganizationStatus } from '#shared/model/organization.ts';
import type { SafeguardingStanding, SafeguardingStatus } from '#shared/model/safeguarding.ts';
import type { Nation } from '#shared/model/working-days.ts';
import { accept, type Result, refuse } from '../result.ts';

/** How a group and one of its activities stand, as a sender relies on it. */
export type GroupStanding = {
  organization: OrganizationStatus;
  safeguarding: SafeguardingStanding;
  service: 'active' | 'temporarily_closed' | 'closed';
};

/** Answers that were enough when they were given, and count until their date. */
export const CURRENT: readonly SafeguardingStatus[] = ['confirmed', 'confirmed_with_actions', 'due_soon'];
/** Answers that ended without a coordinator’s pause. */
export const ENDED_BY_ITSELF: readonly SafeguardingStatus[] = ['out_of_date', 'withdrawn_by_group'];
/** Answers that ran out keep what was already under way for 30 days. */
const GRACE = 30 * DAY_LENGTH;

/** Whether a group's basics are confirmed and in date at this moment; the date counts, not a job that has yet to run. */
export const isCurrent = ({ status, validUntil }: SafeguardingStanding, now: Instant): boolean =>
  CURRENT.includes(status) && validUntil !== null && validUntil > now;

/**
 * Whether what is already accepted goes on: while current, and for 30 days after the date ran out or the
 * group took its confirmation back. A coordinator's pause ends it at once.
 */
export function inGrace({ status, validUntil }: SafeguardingStanding, now: Instant): boolean {
  const ranOut = CURRENT.includes(status) || ENDED_BY_ITSELF.includes(status);
  return ranOut && validUntil !== null && later(validUntil, GRACE) > now;
}

/**
 * Whether a referral may be sent to an activity: a coordinator has checked the group, the activity is
 * running, it is of tier 1 or above with basics current, and the area is in England, whose questions
 * these are. Refuses with `not_referable` or `safeguarding_lapsed`.
 */
export function mayReceive(standing: GroupStanding, now: Instant, nation: Nation): Result<true> {
  const { organization, safeguarding, service } = standing;
  const takesReferrals = organization === 'checked' && service === 'active' && safeguarding.tier > 0;
  if (!takesReferrals || nation !== 'england') return refuse('not_referable');
  return isCurrent(safeguarding, now) ? accept(true) : refuse('safeguarding_lapsed');
}

/**
 * Whether a group may say yes to what it was sent: it is still checked and its basics are current, even
 * where the activity has since closed to new people. Refuses with `safeguarding_lapsed`.
 */
export const mayAccept = (standing: GroupStanding, now: Instant): Result<true> =>
  standing.organization === 'checked' && isCurrent(standing.safeguarding, now)
    ? accept(true)
    : refuse('safeguarding_lapsed');

/** Whether a group's reader may still open the contact details of an accepted referral. */
export const mayKeepReading = (standing: GroupStanding, now: Instant): boolean =>
  standing.organization === 'checked' && inGrace(standing.safeguarding, now);
