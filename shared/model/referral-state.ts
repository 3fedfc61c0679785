import * as z from 'zod/mini';

/** Seven live states, six terminal ones. Opening is a time stamp, not a state. */
export const ReferralState = z.enum([
  'draft',
  'sent',
  'info_needed',
  'waitlisted',
  'accepted',
  'started',
  'handed_back',
  'completed',
  'not_started',
  'declined',
  'withdrawn',
  'expired',
  'handed_to_clinician',
]);
export type ReferralState = z.infer<typeof ReferralState>;

/** Nothing moves a referral out of these. */
export const TERMINAL_STATES: ReadonlySet<ReferralState> = new Set([
  'completed',
  'not_started',
  'declined',
  'withdrawn',
  'expired',
  'handed_to_clinician',
]);

/** Everything that can be done to a referral; the table of moves is functions/domain/referral/lifecycle.ts. */
export const ReferralAction = z.enum([
  'start_draft',
  'send',
  'ask',
  'answer',
  'accept',
  'wait_list',
  'decline',
  'withdraw',
  'start',
  'not_start',
  'complete',
  'hand_back',
  'record_new_owner',
  'return_to_group',
  'keep_waiting',
  'expire',
]);
export type ReferralAction = z.infer<typeof ReferralAction>;
