import type {
  AccountKind,
  AmountBand,
  CommitteeSize,
  FundingType,
  GrantLegalForm,
  IncomeBand,
  NeededBy,
  QuestionId,
  RunningBand,
} from '../../model/grant-answers.ts';
import { legalForms } from './listing.ts';
import { paperNames } from './papers.ts';

type Words<Code extends string> = Readonly<Record<Code, string>>;

export const grantLegalForms: Words<GrantLegalForm> = {
  ...legalForms,
  unconstituted_group: 'Community group without a written constitution',
  company_limited_by_shares: 'Company limited by shares',
  one_person: 'One person, or a sole trader',
};
export const incomeBands: Words<IncomeBand> = {
  none: 'Nothing',
  to_1000: 'Up to £1,000',
  to_10000: '£1,001 to £10,000',
  to_25000: '£10,001 to £25,000',
  to_100000: '£25,001 to £100,000',
  to_250000: '£100,001 to £250,000',
  to_1000000: '£250,001 to £1 million',
  more: 'More than £1 million',
};
export const committeeSizes: Words<CommitteeSize> = {
  three_or_more: 'Yes, three or more',
  two: 'Only two',
  fewer: 'No, fewer than two',
};
export const accountKinds: Words<AccountKind> = {
  two_signatories: 'Yes, and two people sign',
  one_signatory: 'Yes, and one person signs',
  no_account: 'No account in the group’s name',
};
export const fundingTypes: Words<FundingType> = {
  project: 'A project or activity',
  core: 'Rent, wages and other running costs',
  equipment: 'Equipment',
  training: 'Training',
  event: 'An event or trip',
  transport: 'Transport',
  venue: 'Hiring a room',
  volunteer_expenses: 'Volunteers’ expenses',
  startup: 'Starting a group',
  other: 'Something else',
};
export const amountBands: Words<AmountBand> = {
  to_500: 'Up to £500',
  to_1000: '£501 to £1,000',
  to_3000: '£1,001 to £3,000',
  to_5000: '£3,001 to £5,000',
  to_10000: '£5,001 to £10,000',
  more: 'More than £10,000',
};
export const neededBy: Words<NeededBy> = {
  two_months: 'Within 2 months',
  six_months: 'Within 6 months',
  no_hurry: 'No hurry',
};
export const runningBands: Words<RunningBand> = {
  under_1: 'Less than a year',
  one_to_two: 'One to two years',
  over_two: 'More than two years',
};
const yesNo = { yes: 'Yes', no: 'No' } as const;

/** Every question: what is asked, what may help, and the words of its answers. Councils bring their own names. */
export const grantQuestions: Readonly<
  Record<QuestionId, { ask: string; hint?: string; short: string; answers: Readonly<Record<string, string>> }>
> = {
  form: { ask: 'What is your group?', short: 'What you are', answers: grantLegalForms },
  income: {
    ask: 'What came in last year?',
    hint: 'All money the group was given or earned in its last full year.',
    short: 'Last year’s income',
    answers: incomeBands,
  },
  council: {
    ask: 'Where does your group meet?',
    short: 'Where you meet',
    answers: { elsewhere: 'Somewhere else' },
  },
  committee: {
    ask: 'Are there three people on your committee who are not related?',
    hint: 'Not family, not a couple, not living together.',
    short: 'Unrelated committee members',
    answers: committeeSizes,
  },
  account: {
    ask: 'Is there a bank account in the group’s name?',
    hint: 'Funders like two people to agree each payment.',
    short: 'Bank account',
    answers: accountKinds,
  },
  purpose: { ask: 'What would the money be for?', short: 'What for', answers: fundingTypes },
  amount: { ask: 'About how much?', short: 'How much', answers: amountBands },
  by: { ask: 'When do you need it?', short: 'When', answers: neededBy },
  running: { ask: 'How long has the group been running?', short: 'Time running', answers: runningBands },
  host: {
    ask: 'Could a charity hold the money for you?',
    hint: 'Some funds pay a charity that hosts your group.',
    short: 'A charity as host',
    answers: yesNo,
  },
  constitution: {
    ask: 'Do you have a written constitution?',
    short: paperNames.constitution,
    answers: yesNo,
  },
  safeguarding: { ask: 'Do you have a safeguarding policy?', short: paperNames.safeguarding, answers: yesNo },
  accounts: { ask: 'Do you have accounts for a full year?', short: paperNames.accounts, answers: yesNo },
  equality: { ask: 'Do you have an equality policy?', short: paperNames.equality, answers: yesNo },
  insurance: { ask: 'Do you have public liability insurance?', short: paperNames.insurance, answers: yesNo },
  plan: { ask: 'Do you have a business plan?', short: paperNames.plan, answers: yesNo },
  no_history: {
    ask: 'Have you had no grant and no refusal in the last three years?',
    hint: 'Say yes when nobody has given you money or turned you down.',
    short: 'No grants or refusals',
    answers: yesNo,
  },
  none_apply: {
    ask: 'Is none of these true for you?',
    hint: 'The money is already spent, or is for one person. It is a duty of the council or the NHS. It is party politics or promotes a religion. You are late with returns to a regulator. You hold more than nine months’ costs in reserve. A paid consultant wrote the bid.',
    short: 'None of what funds rule out',
    answers: yesNo,
  },
};
