import type * as z from 'zod/mini';
import type { SafeContact } from '../../model/person.ts';
import type { AccessNeed, OriginAgency, PreferredTime } from '../../model/referral.ts';
import type { ReferralAction, ReferralState } from '../../model/referral-state.ts';

type Words<Code extends string> = Readonly<Record<Code, string>>;

/** Where a referral stands. */
export const referralStates: Words<ReferralState> = {
  draft: 'Not sent yet',
  sent: 'Sent',
  info_needed: 'Question asked',
  waitlisted: 'On the waiting list',
  accepted: 'Accepted',
  started: 'Started',
  handed_back: 'Handed back',
  completed: 'Finished',
  not_started: 'Did not start',
  declined: 'Declined',
  withdrawn: 'Taken back',
  expired: 'No answer in time',
  handed_to_clinician: 'Passed to a professional',
};

/** What each state means, in a sentence for either side. */
export const stateMeanings: Words<ReferralState> = {
  draft: 'The form is not finished.',
  sent: 'The group has not answered yet.',
  info_needed: 'The group has asked the link worker something.',
  waitlisted: 'The group has no space yet and keeps a place in the queue.',
  accepted: 'The group said yes and will make contact.',
  started: 'The person has been for the first time.',
  handed_back: 'The group cannot support this safely. The link worker has it again.',
  completed: 'It has ended and what came of it is recorded.',
  not_started: 'The person did not come in the end.',
  declined: 'The group said no.',
  withdrawn: 'The link worker took it back.',
  expired: 'The group did not answer, so it ended by itself.',
  handed_to_clinician: 'A qualified professional has taken over.',
};

/** What can be done, as words on a button. */
export const referralActions: Words<Exclude<ReferralAction, 'start_draft' | 'send' | 'expire'>> = {
  ask: 'Ask a question',
  answer: 'Answer the question',
  accept: 'Accept',
  wait_list: 'Put on the waiting list',
  decline: 'Decline',
  withdraw: 'Take it back',
  start: 'Record the first visit',
  not_start: 'They did not start',
  complete: 'Record what came of it',
  hand_back: 'Hand back',
  record_new_owner: 'Record who took over',
  return_to_group: 'Return to the group',
  keep_waiting: 'Keep waiting',
};

/** Where a referral began. */
export const origins: Words<z.infer<typeof OriginAgency>> = {
  general_practice: 'GP practice',
  pharmacy: 'Pharmacy',
  multi_disciplinary_team: 'Care team of several professions',
  hospital_discharge: 'Leaving hospital',
  allied_health: 'Therapist or other health worker',
  fire_service: 'Fire service',
  police: 'Police',
  job_centre: 'Job centre',
  social_care: 'Social care',
  housing_association: 'Housing association',
  vcse_group: 'Charity or community group',
  self: 'The person asked',
  other: 'Somewhere else',
};

/** What a person needs to take part. */
export const accessNeeds: Words<z.infer<typeof AccessNeed>> = {
  step_free: 'No steps',
  hearing_loop: 'Hearing loop',
  quiet_space: 'A quiet space',
  bring_someone: 'Bringing somebody along',
  near_bus_stop: 'Close to a bus stop',
  interpreter: 'An interpreter',
};

/** When a person can come. */
export const preferredTimes: Words<z.infer<typeof PreferredTime>> = {
  weekday_mornings: 'Weekday mornings',
  weekday_afternoons: 'Weekday afternoons',
  evenings: 'Evenings',
  weekends: 'Weekends',
};

/** What makes contact safe; an order to whoever rings. */
export const safeContact: Words<z.infer<typeof SafeContact>> = {
  no_voicemail: 'Leave no voicemail',
  no_text: 'Send no texts',
  do_not_say_who: 'Do not say where you ring from',
  daytime_only: 'Ring in the daytime only',
  speak_to_carer_first: 'Speak to the carer first',
};
