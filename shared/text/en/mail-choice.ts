import type { MailChoice } from '../../model/mail-choice.ts';

/** How often a link worker hears from us. */
export const mailChoice = {
  title: 'How often we write to you',
  lead: 'What cannot wait comes at once either way: a no, a question, silence, a hand-back. This is about the rest: a yes, a first visit, an outcome.',
  legend: 'How often?',
  often: {
    instant: 'At once, each time',
    daily: 'Once a day at most',
  } satisfies Record<MailChoice, string>,
  hints: {
    instant: 'One email for each thing that happens',
    daily: 'The first thing of the day; your list of referrals shows the rest',
  } satisfies Record<MailChoice, string>,
  submit: 'Save',
  saved: {
    instant: 'Saved. We write each time something happens.',
    daily: 'Saved. We write once a day at most, and at once when it cannot wait.',
  } satisfies Record<MailChoice, string>,
  back: 'Your tasks',
} as const;
