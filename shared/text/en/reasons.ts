import type { DeclineReason, NotStartedReason, Outcome, WithdrawReason } from '../../model/referral.ts';
import type { Called, HandBackKind, OwnerTold, PersonAware } from '../../model/referral-care.ts';

type Words<Code extends string> = Readonly<Record<Code, string>>;

/** Why a group says no. */
export const declineReasons: Words<DeclineReason> = {
  no_capacity: 'We have no space',
  outside_area: 'They live too far away',
  outside_age_or_group: 'We are for another age or group',
  need_not_what_we_do: 'This is not what we do',
  need_beyond_us: 'It is more than we can safely support',
  cannot_meet_access_need: 'We cannot offer what they need to take part',
  not_enough_information: 'We were not told enough',
  duplicate: 'We already have this referral',
  activity_closed: 'The activity has ended',
  person_declined: 'The person does not want it',
  could_not_reach: 'We could not reach anybody',
  other: 'Another reason',
};

/** Why a person did not start. */
export const notStartedReasons: Words<NotStartedReason> = {
  could_not_reach: 'We could not reach them',
  changed_mind: 'They changed their mind',
  did_not_attend: 'They did not come',
  no_longer_needed: 'They no longer need it',
  unwell: 'They were unwell',
  barrier: 'Something was in the way: travel, cost, time or worry',
  group_withdrew_offer: 'The group took its offer back',
};

/** What kind of need is more than a group can safely support. */
export const handBackKinds: Words<HandBackKind> = {
  mental_health: 'Mental health',
  physical_health: 'Physical health',
  abuse_or_neglect: 'Worry about abuse or neglect',
  harm_to_self: 'They may harm themselves',
  harm_to_others: 'They may harm somebody else',
  drink_or_drugs: 'Drink or drugs',
  nowhere_safe_to_live: 'Nowhere safe to live',
  more_than_volunteers: 'More time or skill than volunteers have',
  other: 'Something else',
};

/** Who was called. */
export const calledWords: Words<Called> = {
  emergency_999: '999',
  nhs_111: '111',
  crisis_line: 'The crisis line',
  adult_social_care: 'Adult social care',
  out_of_hours: 'The council, out of hours',
  other: 'Somebody else',
};

/** Whether the person knows. */
export const awareWords: Words<PersonAware> = {
  yes: 'Yes',
  no: 'No',
  not_safe_to_ask: 'It is not safe to ask',
};

/** How a new owner was told. */
export const toldHow: Words<OwnerTold> = {
  phone: 'By phone',
  in_person: 'In person',
  secure_email: 'By secure email',
  clinical_system: 'In the clinical system',
};

/** What came of it. */
export const outcomes: Words<Outcome> = {
  came_regularly: 'Came regularly',
  came_some: 'Came some of the time',
  not_for_them: 'It was not for them',
  moved_on: 'Moved on to something else',
  still_coming_loop_closed: 'Still coming; nothing more to record',
  outcome_unknown: 'Nobody told us',
};

/** Why a link worker takes a referral back. */
export const withdrawReasons: Words<WithdrawReason> = {
  person_asked: 'The person asked us to',
  no_longer_needed: 'They no longer need it',
  sent_by_mistake: 'It was sent by mistake',
  found_elsewhere: 'They found something else',
  no_answer_from_referrer: 'The link worker did not answer a question',
};
