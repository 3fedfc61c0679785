import type { Envelope } from '#shared/events/envelope.ts';
import type { Referral } from '#shared/model/referral.ts';
import type { NudgeCode } from '#shared/model/referral-care.ts';
import type { SilenceCode } from '#shared/text/en/mail-silence.ts';
import { UNDECIDED } from './lifecycle.ts';

/** Who may be told of a referral by mail. `urgent` counts against no weekly limit (decision 16). */
export type Told = {
  to: 'readers' | 'leads' | 'sender' | 'managers' | 'coordinator';
  code: SilenceCode | 'outcome_link' | 'visit_link';
  urgent: boolean;
};

const told = (to: Told['to'], code: Told['code'], urgent = true): Told => ({ to, code, urgent });

const NUDGES: Readonly<Record<NudgeCode, (state: Referral['state']) => Told[]>> = {
  nudge_readers: (state) =>
    state === 'accepted' ? [told('readers', 'visit_link', false)] : [told('readers', 'waits_unread', false)],
  nudge_group_lead: () => [told('readers', 'waits_undecided'), told('leads', 'waits_undecided')],
  tell_sender_with_alternatives: () => [told('sender', 'sender_told')],
  coordinator_rings: () => [told('coordinator', 'coordinator_rings')],
  nudge_sender: () => [told('sender', 'question_waits')],
  tell_manager: (state) =>
    state === 'handed_back'
      ? [told('managers', 'handed_back')]
      : [told('sender', 'question_waits'), told('managers', 'question_waits')],
  tell_sender: (state) =>
    state === 'handed_back' ? [told('sender', 'handed_back')] : [told('sender', 'contact_late')],
  ask_to_confirm: () => [told('sender', 'still_waiting')],
  ask_outcome: () => [told('sender', 'outcome_link'), told('readers', 'outcome_link', false)],
  tell_safeguarding_lead: () => [
    told('sender', 'no_owner'),
    told('managers', 'no_owner'),
    told('coordinator', 'no_owner'),
  ],
  coordinator_reviews: () => [told('coordinator', 'idle_year')],
  group_lapsed: () => [told('sender', 'group_lapsed')],
};

/**
 * Who is told of an event that silence, a question or a hand-back made, as the referral stands now: a
 * reminder of what has been done since is told to nobody. Undefined for every other event.
 */
export function toldOf(
  event: Pick<Envelope, 'type' | 'actor' | 'data'>,
  referral: Referral,
): Told[] | undefined {
  const byClock = event.actor.startsWith('system');
  switch (event.type) {
    case 'referral.nudged':
      return nudged(event, referral);
    case 'referral.expired':
      return [
        told('sender', 'expired_sender'),
        told('readers', 'expired_readers', false),
        told('coordinator', 'expired_coordinator'),
      ];
    case 'referral.asked':
      return [told('sender', 'question_asked')];
    case 'referral.answered':
      return [told('readers', 'question_answered')];
    case 'referral.wait_listed':
      return [told('sender', 'wait_listed')];
    case 'referral.handed_back':
      return [told('sender', 'handed_back'), told('managers', 'handed_back')];
    case 'referral.owner_recorded':
      return [told('readers', 'owner_recorded')];
    case 'referral.returned': {
      const code = event.data['both'] === true ? 'returned' : 'return_asked';
      return [told('sender', code), told('readers', code)];
    }
    case 'referral.completed':
      return byClock ? [told('sender', 'outcome_unknown', false)] : undefined;
    case 'referral.withdrawn':
      return byClock
        ? [
            told('sender', 'unanswered_ended'),
            told('managers', 'unanswered_ended'),
            told('readers', 'unanswered_ended'),
          ]
        : undefined;
    default:
      return undefined;
  }
}

/** In which state a reminder still makes sense. */
const STATES: Readonly<Record<NudgeCode, readonly Referral['state'][]>> = {
  nudge_readers: ['sent', 'accepted'],
  nudge_group_lead: ['sent'],
  tell_sender_with_alternatives: ['sent'],
  coordinator_rings: ['sent'],
  nudge_sender: ['info_needed'],
  tell_manager: ['info_needed', 'handed_back'],
  tell_sender: ['accepted', 'handed_back'],
  ask_to_confirm: ['waitlisted'],
  ask_outcome: ['started'],
  tell_safeguarding_lead: ['handed_back'],
  coordinator_reviews: ['accepted', 'started'],
  group_lapsed: UNDECIDED,
};

const isCode = (code: unknown): code is NudgeCode => typeof code === 'string' && code in NUDGES;

function nudged({ data }: Pick<Envelope, 'data'>, { state }: Referral): Told[] {
  const { code } = data;
  if (!isCode(code) || !STATES[code].includes(state)) return [];
  return NUDGES[code](state);
}
