import { date } from './format.ts';

/** A coordinator keeps the funds of the area true. */
export const grantsAdmin = {
  title: 'Keep the grants true',
  lead: 'Those to look at again come first. Open the funder’s page, compare, then say that it is right or change it.',
  add: 'Add a fund',
  edit: 'Change',
  check: 'It is as the funder says',
  checked: (title: string) => `${title}: checked today.`,
  saved: (title: string) => `${title}: saved. People see it within about a minute.`,
  lookAgain: 'Look at this again',
  closed: 'Closed',
  draft: 'Draft: nobody sees it yet',
  lastChecked: (at: string) => `Last compared with its source on ${date(at)}.`,
  source: 'Open the funder’s page',
  none: 'No fund is listed yet',
  back: 'Back to the list',
  fields: {
    title: 'Name of the fund',
    funderName: 'Who gives the money',
    sourceUrl: 'The funder’s page about it',
    summary: 'What is it for?',
    summaryHint: 'Two or three short sentences.',
    min: 'Smallest bid in pounds',
    max: 'Largest bid in pounds',
    optional: 'Leave it empty when the funder names none.',
    fundingTypes: 'What does it pay for?',
    closes: 'Last day to apply',
    closesHint: 'Leave it empty when it takes bids at any time. For example 27 3 2027.',
    time: 'Closes at',
    decisionWeeks: 'Weeks until it decides',
    status: 'Who sees it?',
    statuses: {
      published: 'Everybody',
      draft: 'Nobody yet: it is a draft',
      withdrawn: 'Nobody any more: take it off the list',
    },
    rules: 'Its rules',
    forms: 'Which groups may apply?',
    formsHint: 'Tick none when any may.',
    income: 'Last year’s income at most, in pounds',
    papers: 'What must a group have?',
    committee: 'Three committee members who are not related',
    account: 'A bank account in the group’s name with two people to sign',
    councils: 'Only for groups that meet in',
    kept: 'Rules this form cannot change; they stay as they are:',
  },
  ruleText: {
    forms: (names: string) => `For: ${names}`,
    income: (pounds: string) => `Last year’s income is £${pounds} or less`,
    councils: (names: string) => `The group meets in ${names}`,
    pays: (names: string) => `It pays for: ${names}`,
    amount: (min: string, max: string) =>
      min === ''
        ? `Bids up to £${max}`
        : max === ''
          ? `Bids of £${min} or more`
          : `Bids from £${min} to £${max}`,
  },
  numberProblem: 'Enter whole pounds, like 500, or leave it empty',
  weeksProblem: 'Enter whole weeks from 0 to 104, or leave it empty',
  submit: 'Save',
} as const;
