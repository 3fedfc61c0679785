import { DAY_LENGTH, later } from '#shared/model/civil-time.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { Referral } from '#shared/model/referral.ts';
import { TERMINAL_STATES } from '#shared/model/referral-state.ts';
import type { Side } from './relation.ts';

/** How many days after it closed a group may still look at a referral. */
export const GROUP_SEES_CLOSED_DAYS = 30;

/** When a referral came to an end, or null while it lives. */
export function closedAt(referral: Referral): Instant | null {
  if (!TERMINAL_STATES.has(referral.state)) return null;
  const { withdrawn, newOwner, completed, notStarted, declined, expired, sentAt } = referral;
  return (withdrawn ?? newOwner ?? completed ?? notStarted ?? declined ?? expired)?.at ?? sentAt;
}

/** The sending team keeps its referrals; a group sees what lives and, for 30 days, what closed. */
export function mayRead(referral: Referral, side: Side, now: Instant): boolean {
  const closed = closedAt(referral);
  return side === 'sender' || closed === null || later(closed, GROUP_SEES_CLOSED_DAYS * DAY_LENGTH) > now;
}

/** What one side may read: the team's label and how agreement was given are the sender's; a group reads no more than the reference of what was withdrawn. */
export function seenBy(referral: Referral, side: Side): Referral {
  if (side === 'sender') return referral;
  const withoutLabel = { ...referral, label: null };
  return referral.state === 'withdrawn'
    ? { ...withoutLabel, wouldLike: null, accessNeeds: [], times: [] }
    : withoutLabel;
}
