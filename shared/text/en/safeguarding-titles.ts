import type { SafeguardingQuestion } from '../../model/safeguarding-answers.ts';

/** Each safeguarding question as it is asked. */
export const questionTitles: Readonly<Record<SafeguardingQuestion, string>> = {
  does: 'What does your group do?',
  advice: 'What is your authorisation number for debt or immigration advice?',
  lead: 'Who should people tell if they are worried about someone?',
  procedure: 'What does your policy or poster say?',
  numbers: 'What does everyone at your group know?',
  policy: 'Do you have a written safeguarding policy?',
  checks: 'How do you check a new helper?',
  employs: 'Do you employ anyone?',
  keeping: 'How do you keep referrals safe?',
  limits: 'What can you not safely support?',
};

/** Words that stand on more than one page about safeguarding. */
export const basics = {
  kinds: {
    own: 'We have a policy of our own',
    portal: 'We have adopted the page made from our answers',
  },
  yes: 'Yes',
  no: 'No',
  reviewedHint: 'It has to be within the last year.',
  reviewedProblem: 'Enter the day you last looked at it, such as 14 3 2026',
  insured: 'When does your employers’ liability insurance end?',
  insuredProblem: 'Enter the day it ends, such as 14 3 2027',
  paused: 'Your coordinator has paused referrals. Ring to hear why and what to do.',
  ring: (name: string) => `Ring ${name}`,
} as const;
