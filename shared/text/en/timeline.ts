import type { referralEvents } from '../../events/referral.ts';
import type { NudgeCode } from '../../model/referral-care.ts';

/** What happened, for the timeline of a referral; the name of who did it follows. */
export const timeline: Readonly<Record<keyof typeof referralEvents, string>> = {
  'referral.sent': 'Referral sent',
  'referral.put_aside': 'Put aside',
  'referral.opened': 'Opened by the group',
  'referral.accepted': 'Accepted',
  'referral.declined': 'Declined',
  'referral.started': 'First visit',
  'referral.not_started': 'Did not start',
  'referral.completed': 'Finished',
  'referral.withdrawn': 'Taken back',
  'referral.nudged': 'Reminder sent',
  'referral.expired': 'No answer in time',
  'referral.asked': 'Question asked',
  'referral.answered': 'Question answered',
  'referral.wait_listed': 'Put on the waiting list',
  'referral.kept_waiting': 'Still waits',
  'referral.handed_back': 'Handed back',
  'referral.owner_recorded': 'Passed to a professional',
  'referral.returned': 'Said to be in scope after all',
  'referral.handed_on': 'Handed on to a colleague',
  'referral.purged': 'Details destroyed, because their time was over',
  'contact.revealed': 'Contact details shown',
};

/** Who was reminded, or told that somebody is late. */
export const nudgeWords: Readonly<Record<NudgeCode, string>> = {
  nudge_readers: 'To the people who answer referrals in the group',
  nudge_group_lead: 'To everybody in the group who answers or leads',
  tell_sender_with_alternatives: 'The link worker was told, with a way to look elsewhere',
  coordinator_rings: 'A coordinator was asked to ring the group',
  nudge_sender: 'To the link worker',
  tell_manager: 'To the link worker and their manager',
  tell_sender: 'To the link worker',
  ask_to_confirm: 'The link worker was asked whether the person still waits',
  ask_outcome: 'Both sides were asked what came of it',
  tell_safeguarding_lead: 'Nobody had taken over: link worker, manager and coordinator were told',
  coordinator_reviews: 'A coordinator was asked to look at it',
  group_lapsed: 'The link worker was told that the group has safeguarding answers to renew',
};

/** To which side who it is was shown. */
export const shownTo: Readonly<Record<'sender' | 'reader', string>> = {
  sender: 'To the sending team',
  reader: 'To the group',
};
