import * as z from 'zod/mini';
import { Day } from '../model/dates.ts';
import { PersonDetails } from '../model/person.ts';
import { DeclineReason, NotStartedReason, RecordedOutcome, SenderWithdrawReason } from '../model/referral.ts';
import { ReferralState } from '../model/referral-state.ts';
import { endpoint } from './endpoint.ts';
import { ReferralPath, ReferralView } from './referrals.ts';

const note = (max: number) => z.string().check(z.trim(), z.maxLength(max, `Use ${max} characters or fewer`));

const transition = {
  method: 'POST',
  params: ReferralPath,
  reply: z.object({ state: ReferralState, actions: ReferralView.shape.actions }),
  rate: 'signed_in',
  refusals: ['not_found', 'not_possible_now', 'changed_meanwhile', 'key_reused'],
} as const;

export const referralOpen = endpoint({
  ...transition,
  id: 'referral.open',
  path: '/api/referrals/{referralId}/open',
  boundary: 'staff',
  summary: 'Note that the group has seen it; a time stamp, not a state',
  roles: ['group_reader'],
  relation: 'receiving_reader',
  states: ['sent', 'info_needed', 'waitlisted', 'accepted', 'started', 'handed_back'],
  event: 'referral.opened',
});

export const referralAccept = endpoint({
  ...transition,
  id: 'referral.accept',
  path: '/api/referrals/{referralId}/accept',
  boundary: 'sealed',
  summary: 'Say yes: who will make contact and by when; makes the group’s sealed copy of the contact details',
  roles: ['group_reader'],
  relation: 'receiving_reader',
  states: ['sent', 'info_needed', 'waitlisted'],
  body: z.strictObject({ contactBy: Day }),
  refusals: [...transition.refusals, 'safeguarding_lapsed'],
  event: 'referral.accepted',
});

export const referralDecline = endpoint({
  ...transition,
  id: 'referral.decline',
  path: '/api/referrals/{referralId}/decline',
  boundary: 'staff',
  summary: 'Say no with a coded reason; “no room” also says so on the listing',
  roles: ['group_reader'],
  relation: 'receiving_reader',
  states: ['sent', 'info_needed', 'waitlisted'],
  body: z
    .strictObject({
      reason: DeclineReason,
      declinedBy: z.enum(['group', 'person'], 'Choose who decided'),
      comment: z.nullable(note(300)),
    })
    .check(
      z.refine((given) => given.reason !== 'other' || (given.comment ?? '') !== '', {
        path: ['comment'],
        error: 'Say in a few words why',
      }),
    ),
  event: 'referral.declined',
});

export const referralStart = endpoint({
  ...transition,
  id: 'referral.start',
  path: '/api/referrals/{referralId}/start',
  boundary: 'staff',
  summary: 'Record the first time the person came',
  roles: ['group_reader', 'link_worker', 'lw_manager'],
  relation: 'either_side',
  states: ['accepted'],
  body: z.strictObject({ on: Day }),
  event: 'referral.started',
});

export const referralNotStart = endpoint({
  ...transition,
  id: 'referral.not_start',
  path: '/api/referrals/{referralId}/not-start',
  boundary: 'staff',
  summary: 'Record that the person did not start, and why',
  roles: ['group_reader', 'link_worker', 'lw_manager'],
  relation: 'either_side',
  states: ['accepted'],
  body: z.strictObject({ reason: NotStartedReason }),
  event: 'referral.not_started',
});

export const referralComplete = endpoint({
  ...transition,
  id: 'referral.complete',
  path: '/api/referrals/{referralId}/complete',
  boundary: 'staff',
  summary: 'Record what came of it',
  roles: ['group_reader', 'link_worker', 'lw_manager'],
  relation: 'either_side',
  states: ['started'],
  body: z.strictObject({ outcome: RecordedOutcome, words: z.nullable(note(300)) }),
  event: 'referral.completed',
});

export const referralWithdraw = endpoint({
  ...transition,
  id: 'referral.withdraw',
  path: '/api/referrals/{referralId}/withdraw',
  boundary: 'sealed',
  summary: 'Take it back: hides the contact details at once and destroys the group’s copy',
  roles: ['link_worker', 'lw_manager'],
  relation: 'sending_team',
  states: ['sent', 'info_needed', 'waitlisted', 'accepted', 'started'],
  body: z.strictObject({
    reason: SenderWithdrawReason,
    agreementWithdrawn: z.boolean(),
  }),
  event: 'referral.withdrawn',
});

export const referralReveal = endpoint({
  ...transition,
  id: 'referral.reveal',
  path: '/api/referrals/{referralId}/reveal',
  boundary: 'sealed',
  summary: 'Show who this is: written to the audit first, then shown once',
  roles: ['group_reader', 'link_worker', 'lw_manager'],
  relation: 'either_side',
  states: ['sent', 'info_needed', 'waitlisted', 'accepted', 'started', 'handed_back'],
  reply: z.object({ person: PersonDetails }),
  refusals: [...transition.refusals, 'safeguarding_lapsed', 'reader_is_new'],
  rate: 'reveal',
  event: 'contact.revealed',
});
