import * as z from 'zod/mini';
import { CouncilCode } from './area.ts';
import { LegalForm } from './organization.ts';

/**
 * What a group tells us so that we can say which funds fit: six questions of one tap each and a few more
 * that some funds ask. Every answer is a code of a closed list; null means "don't know", which is never "no".
 */
export const GrantLegalForm = z.enum(
  [...LegalForm.options, 'company_limited_by_shares', 'one_person'],
  'Choose what your group is',
);
export type GrantLegalForm = z.infer<typeof GrantLegalForm>;

/** Last year’s income in pounds; each band up to and with its upper end. */
export const IncomeBand = z.enum(
  ['none', 'to_1000', 'to_10000', 'to_25000', 'to_100000', 'to_250000', 'to_1000000', 'more'],
  'Choose a band',
);
export type IncomeBand = z.infer<typeof IncomeBand>;

/** People on the committee who are neither related nor living together. */
export const CommitteeSize = z.enum(['three_or_more', 'two', 'fewer'], 'Choose how many');
export type CommitteeSize = z.infer<typeof CommitteeSize>;

export const AccountKind = z.enum(['two_signatories', 'one_signatory', 'no_account'], 'Choose one');
export type AccountKind = z.infer<typeof AccountKind>;

/** What the money would be for. */
export const FundingType = z.enum(
  [
    'project',
    'core',
    'equipment',
    'training',
    'event',
    'transport',
    'venue',
    'volunteer_expenses',
    'startup',
    'other',
  ],
  'Choose what the money is for',
);
export type FundingType = z.infer<typeof FundingType>;

/** How much is needed, in pounds; each band up to and with its upper end. */
export const AmountBand = z.enum(
  ['to_500', 'to_1000', 'to_3000', 'to_5000', 'to_10000', 'more'],
  'Choose a band',
);
export type AmountBand = z.infer<typeof AmountBand>;

/** When the money is needed. */
export const NeededBy = z.enum(['two_months', 'six_months', 'no_hurry'], 'Choose when');
export type NeededBy = z.infer<typeof NeededBy>;

export const RunningBand = z.enum(['under_1', 'one_to_two', 'over_two'], 'Choose how long');
export type RunningBand = z.infer<typeof RunningBand>;

const YesNo = z.enum(['yes', 'no'], 'Choose yes or no');
/** The council area the group works in; `elsewhere` is outside this deployment. */
export const GrantCouncil = z.union([CouncilCode, z.literal('elsewhere')], 'Choose an area');

/** Every question by its name. The first six are the ones everybody is asked; the rest some funds ask. */
export const QUESTION_ANSWERS = {
  form: GrantLegalForm,
  income: IncomeBand,
  council: GrantCouncil,
  committee: CommitteeSize,
  account: AccountKind,
  purpose: FundingType,
  amount: AmountBand,
  by: NeededBy,
  running: RunningBand,
  host: YesNo,
  constitution: YesNo,
  safeguarding: YesNo,
  accounts: YesNo,
  equality: YesNo,
  insurance: YesNo,
  plan: YesNo,
  /** No grant and no refusal from any funder in the last three years. */
  no_history: YesNo,
  /** None of what funds often rule out applies. */
  none_apply: YesNo,
} as const;
export type QuestionId = keyof typeof QUESTION_ANSWERS;

const nullable = <S extends z.ZodMiniType>(schema: S) => z._default(z.nullable(schema), null);

/** All answers; what is left out is "don't know". */
export const GrantAnswers = z.strictObject({
  form: nullable(QUESTION_ANSWERS.form),
  income: nullable(QUESTION_ANSWERS.income),
  council: nullable(QUESTION_ANSWERS.council),
  committee: nullable(QUESTION_ANSWERS.committee),
  account: nullable(QUESTION_ANSWERS.account),
  purpose: nullable(QUESTION_ANSWERS.purpose),
  amount: nullable(QUESTION_ANSWERS.amount),
  by: nullable(QUESTION_ANSWERS.by),
  running: nullable(QUESTION_ANSWERS.running),
  host: nullable(QUESTION_ANSWERS.host),
  constitution: nullable(QUESTION_ANSWERS.constitution),
  safeguarding: nullable(QUESTION_ANSWERS.safeguarding),
  accounts: nullable(QUESTION_ANSWERS.accounts),
  equality: nullable(QUESTION_ANSWERS.equality),
  insurance: nullable(QUESTION_ANSWERS.insurance),
  plan: nullable(QUESTION_ANSWERS.plan),
  no_history: nullable(QUESTION_ANSWERS.no_history),
  none_apply: nullable(QUESTION_ANSWERS.none_apply),
});
export type GrantAnswers = z.infer<typeof GrantAnswers>;

export const NO_ANSWERS: GrantAnswers = GrantAnswers.parse({});

/** The six questions everybody is asked; the last three are one question in three parts. */
export const SIX_QUESTIONS = [
  'form',
  'income',
  'council',
  'committee',
  'account',
  'purpose',
  'amount',
  'by',
] as const satisfies readonly QuestionId[];

export const MORE_QUESTIONS = [
  'running',
  'host',
  'constitution',
  'safeguarding',
  'accounts',
  'equality',
  'insurance',
  'plan',
  'no_history',
  'none_apply',
] as const satisfies readonly QuestionId[];

/** A question by its name. */
export const Question = z.enum([...SIX_QUESTIONS, ...MORE_QUESTIONS]);
