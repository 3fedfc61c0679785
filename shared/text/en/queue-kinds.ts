import type * as z from 'zod/mini';
import type { suggestionResolve } from '../../api/suggestions.ts';
import type { QueueKind, TaskOutcome } from '../../model/task.ts';

type How = z.infer<(typeof suggestionResolve)['body']>['how'];

/** What was done about a report. */
export const reportHows = {
  listing_changed: 'The listing was changed',
  listing_was_right: 'The listing was right',
  group_told: 'The group knows and will change it',
} satisfies Record<How, string>;

/** What came of a task, by what a coordinator can say. */
export const outcomes = {
  team_on_it: 'The team is finding a new owner',
  will_answer: 'They will answer now',
  cannot_take: 'They cannot take anybody just now',
  will_renew: 'They will answer the questions again',
  stays_out: 'They do not want referrals for now',
  still_going: 'It goes on well',
  will_end: 'The team will say what came of it',
  passed_on: 'I told those who pay for services',
  group_found: 'I found a group that can help',
  group_starting: 'I am helping somebody to start',
  nothing_now: 'Nothing can be done about it now',
  not_reached: 'I could not reach anybody',
} satisfies Record<TaskOutcome, string>;

/** What each part of the queue is called, and why it matters. */
export const queueKinds = {
  unowned: {
    name: 'Hand-backs without an owner',
    why: 'A group handed this person back because the need was beyond it. Nobody has said who looks after them now.',
  },
  silence: {
    name: 'Groups to ring',
    why: 'Somebody waits, and the group has not answered.',
  },
  lapsed: {
    name: 'Safeguarding that has run out',
    why: 'The group takes no new referrals until it confirms again. People who go there already go on.',
  },
  report: { name: 'Listings people reported', why: 'People may be sent to the wrong place or time.' },
  check: {
    name: 'Groups to check',
    why: 'Nobody can find this group until you have checked it.',
  },
  lapsing: {
    name: 'Safeguarding that runs out soon',
    why: 'When it runs out, the group takes no new referrals.',
  },
  grant: { name: 'Funds to look at again', why: 'Groups lose days on a fund that is not as we say.' },
  idle: {
    name: 'Referrals a year old',
    why: 'Nobody has said anything about this referral for a year. Its details are kept for as long as it is open.',
  },
  gap: {
    name: 'What link workers miss',
    why: 'Link workers looked and found nothing that fits.',
  },
} as const satisfies Record<QueueKind, { name: string; why: string }>;

/** What a coordinator did who opened something again. */
export const REOPENED = 'Put back on the list';

export const queueTabs = { label: 'Parts of the queue', open: 'To do', done: 'Done' } as const;
