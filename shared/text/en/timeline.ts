import type { referralEvents } from '../../events/referral.ts';

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
  'referral.handed_back': 'Handed back',
  'referral.owner_recorded': 'Passed to a professional',
  'referral.returned': 'Said to be in scope after all',
  'contact.revealed': 'Contact details shown',
};
