import type { FixId, GrantReason, GrantTime, Verdict } from '../../model/grant-match.ts';
import { date } from './format.ts';

const funds = (count: number) => (count === 1 ? '1 fund' : `${count} funds`);
const things = (count: number) => (count === 1 ? 'One thing' : `${count} things`);

/** Small grants: the list, one fund, verdicts and reasons. */
export const grants = {
  title: 'Small grants',
  lede: 'Answer six questions and see which funds fit your group, which nearly do, and why.',
  nothingKept: 'We keep nothing of what you answer here.',
  funderDecides: 'We compare what you say with what each funder has published. The funder decides.',
  questions: 'About your group',
  more: 'More questions that some funds ask',
  dontKnow: 'Don’t know',
  settles: (count: number) => `Settles ${funds(count)}`,
  uses: (count: number) => `Used by ${funds(count)}`,
  go: 'Show what fits',
  results: (count: number) => `${funds(count)} open now`,
  none: 'No fund is listed just now',
  verdicts: {
    fits: 'You look eligible',
    nearly: 'Something to sort out first',
    check: 'We need an answer to tell you',
    doesnt_fit: 'Does not fit',
  } satisfies Record<Verdict, string>,
  hidden: (count: number) => `${count} that ${count === 1 ? 'does' : 'do'} not fit, and why`,
  toSort: (count: number) => `${things(count)} to sort out`,
  toTell: (count: number) => `${things(count).toLowerCase()} to tell us`,
  allMet: 'You meet every rule we know of',
  time: {
    in_time: 'in time',
    too_late: 'too late for when you need it',
    not_open_yet: 'not open yet',
    closed: 'closed',
    not_known: '',
  } satisfies Record<GrantTime['state'], string>,
  closes: (day: string, left: number) =>
    left === 0
      ? `Send it today, ${date(day)}`
      : `Send it by ${date(day)}: ${left === 1 ? '1 day' : `${left} days`} left`,
  opens: (day: string) => `Opens on ${date(day)}`,
  always: 'Takes bids at any time',
  isClosed: 'Closed: it takes no more bids',
  decided: (day: string) => `decision about ${date(day)}`,
  unverified: 'Not checked lately',
  unverifiedHelp:
    'We have not compared this with the funder’s own page for a while. Check there before you use it.',
  check: 'Check before you use this',
  checked: (day: string) => `Checked with the funder’s page on ${date(day)}`,
  reason: {
    pass: 'Yes',
    fail: 'No',
    unknown: 'Not known yet',
    not_applicable: 'Not about you',
  } satisfies Record<GrantReason['verdict'], string>,
  preferred: 'The funder prefers this; it is no condition.',
  you: 'You said',
  on: (day: string) => `on ${date(day)}`,
  source: 'Where the funder says so',
  why: 'Every reason',
  tell: (questions: string) => `Tell us: ${questions}`,
  askFunder: 'Ask the funder or ring us: this is not one of our questions.',
  fixes: {
    form: 'Change what your group is in law, or find a charity to host you. Ring us first: it may not be worth it.',
    committee: 'Ask one more person who is no relation to join the committee. About two weeks.',
    account: 'Open an account in the group’s name with two people to sign. About a month.',
    constitution: 'Write and adopt a one-page constitution. About an evening, and we have a template.',
    safeguarding: 'Adopt or review your safeguarding policy. About an evening.',
    accounts: 'Write down what came in and went out for a year. About an evening.',
    equality: 'Adopt a one-page equality policy. About an hour.',
    insurance: 'Ask for a quote for public liability insurance. About a week.',
    plan: 'Write two pages on what you do and what it costs. About a weekend.',
    amount: 'Ask for an amount that this fund gives.',
    purpose: 'Ask for something that this fund pays for.',
    ask: 'Ring us: there may be a way round.',
  } satisfies Record<FixId, string>,
  fixLink: 'Go to your group’s page',
  next: 'What to do next',
  start: 'Start with the first:',
  unlock: (count: number, most: string) =>
    `This alone opens ${funds(count)}${most === '' ? '' : `, the largest up to ${most}`}.`,
  ring: 'Talk to somebody who knows these funds:',
  noFit: 'No fund fits yet. That is common, and the people below help with it.',
  about: 'About this fund',
  funder: 'Funder',
  amount: 'How much',
  between: (min: string, max: string) => `${min} to ${max}`,
  upTo: (max: string) => `Up to ${max}`,
  from: (min: string) => `${min} or more`,
  anyAmount: 'The funder names no amount',
  typical: (pounds: string) => `often ${pounds}`,
  when: 'When',
  paysFor: 'What it pays',
  doesNotPay: 'What it does not pay',
  effort: 'Effort',
  hours: (count: number) => `About ${count === 1 ? '1 hour' : `${count} hours`} to apply`,
  quotes: 'It wants quotes.',
  referee: 'It wants somebody to vouch for you.',
  joint: 'Two groups may apply together.',
  help: 'Help with applying',
  offline: 'You can apply on paper.',
  easyRead: 'There is an easy read version.',
  hosted: 'A charity may hold the money for you.',
  match: (percent: number) => `You must bring ${percent}% yourselves.`,
  lastRound: (awards: number, applications: number) =>
    `In the last round ${awards} of ${applications} bids were paid.`,
  pastAwards: (count: number) => `It has paid ${count} groups near here.`,
  rules: 'Its rules',
  noRules: 'The funder names no rules beyond what it pays for.',
  apply: 'Go to the funder’s page',
  answerFirst: 'Answer six questions to see where you stand',
  back: 'All small grants',
  notFound: 'We do not list that fund',
  notFoundHelp: 'It may have closed, or the link may be old. Look at the funds that are open now.',
  busy: 'The list of grants is not answering just now. Try again in a minute.',
  mine: {
    title: 'Small grants for your group',
    none: 'You lead no group here',
    leave: 'Use our safeguarding answers for grants too',
    leaveHint: (on: string) =>
      `Your group confirmed its safeguarding basics on ${date(on)}. With your leave we take that as your policy and its date.`,
    submit: 'Save and show what fits',
    saved: 'Saved. The verdicts below follow your answers.',
    answered: (on: string) => `You last answered on ${date(on)}.`,
    never: 'You have not answered yet. Each question is one tap, and “don’t know” is fine.',
    kept: 'We keep your answers for two years after you last give them. Only your group’s leads see them.',
  },
} as const;

/** The headline of a verdict: how much there is to sort out and to tell. */
export function headline(reasons: readonly GrantReason[]): string {
  const musts = reasons.filter(({ necessity }) => necessity === 'must');
  const failing = musts.filter(({ verdict }) => verdict === 'fail').length;
  const unknown = musts.filter(({ verdict }) => verdict === 'unknown').length;
  if (failing > 0 && unknown > 0) return `${grants.toSort(failing)}, ${grants.toTell(unknown)}`;
  if (failing > 0) return grants.toSort(failing);
  if (unknown > 0) return `${things(unknown)} to tell us`;
  return grants.allMet;
}
