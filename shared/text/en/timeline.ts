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
  nudge_readers: 'To those who answer for the group',
  nudge_group_lead: 'To everybody in the group',
  tell_sender_with_alternatives: 'To the link worker, who may look elsewhere',
  coordinator_rings: 'To the coordinator, who rings the group',
  nudge_sender: 'To the link worker',
  tell_manager: 'To the link worker and their manager',
  tell_sender: 'To the link worker',
  ask_to_confirm: 'To the link worker: do they still wait?',
  ask_outcome: 'To both sides: what came of it?',
  tell_safeguarding_lead: 'To the link worker, their manager and the coordinator',
  coordinator_reviews: 'To the coordinator, who looks at it',
  group_lapsed: 'To the link worker: the group has to renew',
};
