import * as z from 'zod/mini';

/** What a timer says to somebody who is late, or needs to know that somebody else is. */
export const NudgeCode = z.enum([
  'nudge_readers',
  'nudge_group_lead',
  'tell_sender_with_alternatives',
  'coordinator_rings',
  'nudge_sender',
  'tell_manager',
  'tell_sender',
  'ask_to_confirm',
  'ask_outcome',
  'tell_safeguarding_lead',
  'coordinator_reviews',
  'group_lapsed',
]);
export type NudgeCode = z.infer<typeof NudgeCode>;

/** What kind of need is more than a group can safely support; no diagnosis, and never in an event. */
export const HandBackKind = z.enum(
  [
    'mental_health',
    'physical_health',
    'abuse_or_neglect',
    'harm_to_self',
    'harm_to_others',
    'drink_or_drugs',
    'nowhere_safe_to_live',
    'more_than_volunteers',
    'other',
  ],
  'Choose what kind of need it is',
);
export type HandBackKind = z.infer<typeof HandBackKind>;

/** Who was called when somebody was in danger. */
export const Called = z.enum(
  ['emergency_999', 'nhs_111', 'crisis_line', 'adult_social_care', 'out_of_hours', 'other'],
  'Choose who was called',
);
export type Called = z.infer<typeof Called>;

export const PersonAware = z.enum(
  ['yes', 'no', 'not_safe_to_ask'],
  'Choose whether the person knows that you are handing this back',
);
export type PersonAware = z.infer<typeof PersonAware>;

/** How a new owner was told. */
export const OwnerTold = z.enum(
  ['phone', 'in_person', 'secure_email', 'clinical_system'],
  'Choose how you told them',
);
export type OwnerTold = z.infer<typeof OwnerTold>;

/** What somebody has to do about a referral now, as a list says it: most pressing first. */
export const WaitsFor = z.enum([
  'find_owner',
  'agree_return',
  'find_elsewhere',
  'answer',
  'decide',
  'decide_waiting',
  'no_answer',
  'still_waiting',
  'first_visit',
  'outcome',
]);
export type WaitsFor = z.infer<typeof WaitsFor>;
