import { gapEvents } from './gap.ts';
import { grantEvents } from './grant.ts';
import { inviteEvents } from './invite.ts';
import { listingEvents } from './listing.ts';
import { referralEvents } from './referral.ts';
import { safeguardingEvents } from './safeguarding.ts';
import { sessionEvents } from './session.ts';
import { taskEvents } from './task.ts';
import { teamEvents } from './team.ts';

/** The catalogue of all events: type → schema of its data. Past tense; a new shape takes a new `v`. */
export const events = {
  ...referralEvents,
  ...listingEvents,
  ...safeguardingEvents,
  ...sessionEvents,
  ...inviteEvents,
  ...teamEvents,
  ...grantEvents,
  ...gapEvents,
  ...taskEvents,
} as const;
export type EventType = keyof typeof events;
