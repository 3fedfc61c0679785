import type * as z from 'zod/mini';
import type { suggestionResolve } from '../../api/suggestions.ts';
import type { QueueKind, TaskOutcome } from '../../model/task.ts';
import { dateAndTime } from './format.ts';

type How = z.infer<(typeof suggestionResolve)['body']>['how'];

/** Told to whoever comes second. */
export const queueRefusals = {
  doneBy: (name: string, at: string) => `${name} did it on ${dateAndTime(at)}.`,
  somebody: 'Somebody',
} as const;

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

type Kinds = Record<QueueKind, { name: string; why: string }>;

/** The coordinator’s one queue. */
export const queue = {
  title: 'What waits for you',
  lead: 'What does most harm if it is left comes first.',
  kinds: {
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
  } satisfies Kinds,
  all: 'Everything',
  filter: 'Show',
  count: (name: string, count: number) => `${name} (${count >= 100 ? '100 or more' : count})`,
  tabs: { label: 'Parts of the queue', open: 'To do', done: 'Done' },
  since: (when: string) => `Here since ${when}.`,
  until: (when: string) => `Do it by ${when}`,
  late: (when: string) => `It should have been done by ${when}`,
  ring: (name: string) => `Ring ${name}`,
  times: (times: string) => `Best times: ${times}`,
  last: (name: string, when: string, what: string) => `${name}, ${when}: ${what}.`,
  lastTitle: 'Last time',
  reference: 'Referral',
  team: 'Sent by',
  activity: 'For',
  sent: 'Sent',
  ends: (when: string) => `Without an answer it ends ${when}, and the place is free again.`,
  ended: 'It has ended without an answer. The link worker was told. The group’s room now says “not known”.',
  danger: 'Somebody was in immediate danger when it was handed back. If you think they still are, ring 999.',
  ownerRule:
    'Ring the link worker. It leaves your list when they record who looks after the person now; until then you see it every working day.',
  runs: { lapsed: 'Ran out', lapsing: 'Runs out', back: 'Taken back by the group' },
  notes: (count: number) => (count === 1 ? '1 note' : `${count} notes`),
  gapTitle: (need: string, council: string) => `${need}, ${council}`,
  anywhere: 'in the whole area',
  toGaps: 'See what there is and what was missing',
  whyFund: {
    doubted: 'Somebody doubts that it is right.',
    closed: 'It has closed. Set new dates, or withdraw it.',
    old: 'It was last compared more than 90 days ago.',
  },
  compared: (when: string) => `Last compared ${when}.`,
  source: 'Open the funder’s page',
  isRight: 'It is still right',
  change: 'Change or withdraw it',
  outcome: 'What came of it?',
  open: 'Say what came of it',
  submit: 'Done with this',
  settled: (about: string) => `Done: ${about}. It is off your list.`,
  rests: (about: string, when: string) => `Noted: ${about}. You see it again ${when}.`,
  how: 'What did you do?',
  empty: 'Nothing waits for you',
  emptyKind: 'Nothing of this kind waits',
  emptyHint: 'Now is a good time to look at the funds, or to add one.',
  emptyLinks: { grants: 'Keep funds true', all: 'Show everything' },
  more: 'Show more',
  done: (group: string) => `Done. The report about ${group} is off the list.`,
  handled: {
    lead: 'What you and your colleagues did in the last year, newest first.',
    none: 'Nothing has been done yet',
    noneHint: 'What you do from the list stands here, with who did it and when.',
    reopen: 'Put back',
    reopened: (about: string) => `${about} is on the list again.`,
    grant: { checked: 'Compared with its source', withdrawn: 'Withdrawn' },
    extra: { reopened: 'Put back on the list', no_longer_needed: 'No longer needed' },
  },
} as const;

export const suggest = {
  title: 'Say that a listing is wrong',
  lead: (group: string) =>
    `You are telling us about ${group}. The local coordinator rings the group and looks.`,
  missing: 'Open the group’s page first, then choose “Say that something is wrong”.',
  find: 'Find a group',
  topic: 'What is wrong?',
  text: 'What should it say?',
  textHint: 'Do not write about a person. We ask for no name and keep none.',
  submit: 'Send',
  done: 'Thank you. The coordinator will look at it.',
  doneHint: 'You get no answer, because we do not know who you are.',
  back: (group: string) => `Back to ${group}`,
  danger: 'If somebody is in danger, this form is too slow. Ring 999.',
} as const;
