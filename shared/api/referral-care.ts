import * as z from 'zod/mini';
import { Day } from '../model/dates.ts';
import { Called, HandBackKind, OwnerTold, PersonAware } from '../model/referral-care.ts';
import { ReferralState } from '../model/referral-state.ts';
import { endpoint } from './endpoint.ts';
import { ReferralPath, ReferralView } from './referrals.ts';

const note = (max: number) => z.string().check(z.trim(), z.maxLength(max, `Use ${max} characters or fewer`));
const said = (max: number, missing: string) =>
  z.string().check(z.trim(), z.minLength(1, missing), z.maxLength(max, `Use ${max} characters or fewer`));

const transition = {
  method: 'POST',
  boundary: 'staff',
  params: ReferralPath,
  reply: z.object({ state: ReferralState, actions: ReferralView.shape.actions }),
  rate: 'signed_in',
  refusals: ['not_found', 'not_possible_now', 'changed_meanwhile', 'key_reused'],
} as const;

export const referralAsk = endpoint({
  ...transition,
  id: 'referral.ask',
  path: '/api/referrals/{referralId}/ask',
  summary: 'Ask the link worker something; the group’s own clock stands still until the answer',
  roles: ['group_reader'],
  relation: 'receiving_reader',
  states: ['sent'],
  body: z.strictObject({ text: said(500, 'Write your question') }),
  event: 'referral.asked',
});

export const referralAnswer = endpoint({
  ...transition,
  id: 'referral.answer',
  path: '/api/referrals/{referralId}/answer',
  summary: 'Answer what the group asked',
  roles: ['link_worker', 'lw_manager'],
  relation: 'sending_team',
  states: ['info_needed'],
  body: z.strictObject({ text: said(500, 'Write your answer') }),
  event: 'referral.answered',
});

export const referralWaitList = endpoint({
  ...transition,
  id: 'referral.wait_list',
  path: '/api/referrals/{referralId}/wait-list',
  summary: 'No room yet: say from which month there may be; a held place is free meanwhile',
  roles: ['group_reader'],
  relation: 'receiving_reader',
  states: ['sent', 'info_needed'],
  body: z.strictObject({ month: z.string().check(z.regex(/^\d{4}-\d{2}$/, 'Choose a month')) }),
  event: 'referral.wait_listed',
});

export const referralKeepWaiting = endpoint({
  ...transition,
  id: 'referral.keep_waiting',
  path: '/api/referrals/{referralId}/keep-waiting',
  summary: 'The person still waits: keeps the place on the list for another 25 working days',
  roles: ['link_worker', 'lw_manager'],
  relation: 'sending_team',
  states: ['waitlisted'],
  event: 'referral.kept_waiting',
});

export const referralHandBack = endpoint({
  ...transition,
  id: 'referral.hand_back',
  path: '/api/referrals/{referralId}/hand-back',
  summary: 'More than we can safely support: told to the link worker and their manager at once',
  roles: ['group_reader', 'link_worker', 'lw_manager'],
  relation: 'either_side',
  states: ['sent', 'info_needed', 'waitlisted', 'accepted', 'started'],
  body: z
    .strictObject({
      immediateDanger: z.boolean('Choose whether somebody is in danger now'),
      called: z.nullable(Called),
      kind: HandBackKind,
      personAware: PersonAware,
      note: z.nullable(note(300)),
    })
    .check(
      z.refine((given) => !given.immediateDanger || given.called !== null, {
        path: ['called'],
        error: 'Ring first, then choose who was called',
      }),
    ),
  event: 'referral.handed_back',
});

export const referralRecordNewOwner = endpoint({
  ...transition,
  id: 'referral.record_new_owner',
  path: '/api/referrals/{referralId}/record-new-owner',
  summary: 'Who has taken over what was handed back: the only way it closes, beside a manager taking it back',
  roles: ['link_worker', 'lw_manager'],
  relation: 'sending_team',
  states: ['handed_back'],
  body: z.strictObject({
    who: said(120, 'Enter a name or a team'),
    organization: said(120, 'Enter the organisation'),
    how: OwnerTold,
    on: Day,
    accepted: z.boolean('Choose whether they have accepted'),
  }),
  event: 'referral.owner_recorded',
});

export const referralReturn = endpoint({
  ...transition,
  id: 'referral.return_to_group',
  path: '/api/referrals/{referralId}/return',
  summary: 'In scope after all: it goes on when both sides have said so',
  roles: ['group_reader', 'link_worker', 'lw_manager'],
  relation: 'either_side',
  states: ['handed_back'],
  body: z.strictObject({ note: said(300, 'Say in a few words what has changed') }),
  event: 'referral.returned',
});
