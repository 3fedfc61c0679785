import type { referralEvents } from '../../events/referral.ts';

/** What happened, for the timeline of a referral; the name of who did it follows. */
export const timeline: Readonly<Record<keyof typeof referralEvents, string>> = {
  'referral.sent': 'Referral sent',
  'referral.opened': 'Opened by the group',
  'referral.accepted': 'Accepted',
  'referral.declined': 'Declined',
  'referral.started': 'First visit',
  'referral.not_started': 'Did not start',
  'referral.completed': 'Finished',
  'referral.withdrawn': 'Taken back',
  'contact.revealed': 'Contact details shown',
};
