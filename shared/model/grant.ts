import * as z from 'zod/mini';
import { AreaId, CouncilCode, WardCode } from './area.ts';
import { Day, Instant } from './dates.ts';
import { FundingType, GrantLegalForm } from './grant-answers.ts';
import { GrantId, UserId } from './ids.ts';
import { Need } from './need.ts';

const text = (max: number, empty: string) =>
  z.string().check(z.trim(), z.minLength(1, empty), z.maxLength(max, `Use ${max} characters or fewer`));
const pounds = z
  .int('Enter whole pounds')
  .check(z.gte(0, 'Enter 0 or more'), z.lte(10_000_000, 'Enter 10,000,000 or less'));
const months = z
  .int('Enter whole months')
  .check(z.gte(1, 'Enter 1 or more'), z.lte(240, 'Enter 240 or fewer'));
const weeks = z.int('Enter whole weeks').check(z.gte(0, 'Enter 0 or more'), z.lte(104, 'Enter 104 or fewer'));
/** A page of the funder: read in a browser, so nothing but http and https. */
const webAddress = z
  .string()
  .check(
    z.maxLength(300, 'Use 300 characters or fewer'),
    z.regex(/^https?:\/\/[^\s/]+\.[^\s]+$/, 'Enter a web address that begins with https://'),
  );

/** What a fund may want to see on paper. */
export const GrantDocument = z.enum([
  'constitution',
  'safeguarding',
  'accounts',
  'equality',
  'insurance',
  'plan',
]);
export type GrantDocument = z.infer<typeof GrantDocument>;

/** What funds often rule out. */
export const Exclusion = z.enum([
  'already_spent',
  'for_one_person',
  'statutory_duty',
  'party_politics',
  'promotes_religion',
  'late_returns',
  'large_reserves',
  'paid_bid_writer',
]);
export type Exclusion = z.infer<typeof Exclusion>;

/** The rule shapes of published small grants that judge one fact. Amounts in pounds, times in months. */
const PLAIN_RULES = [
  z.strictObject({
    kind: z.literal('legal_form'),
    oneOf: z.array(GrantLegalForm).check(z.minLength(1, 'Tick one')),
  }),
  /** `under`: exactly the limit is too much; otherwise exactly the limit is allowed. */
  z.strictObject({
    kind: z.literal('income_at_most'),
    pounds,
    under: z.boolean(),
    average: z.enum(['last_year', 'three_years']),
  }),
  z.strictObject({ kind: z.literal('income_at_least'), pounds }),
  z.strictObject({ kind: z.literal('running_for'), months, startUpsWithHelp: z.boolean() }),
  z.strictObject({ kind: z.literal('committee'), people: z.union([z.literal(2), z.literal(3)]) }),
  /** `hostAccepted`: a group without such an account may apply through one that has it. */
  z.strictObject({
    kind: z.literal('account'),
    signatories: z.union([z.literal(1), z.literal(2)]),
    hostAccepted: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('document'),
    document: GrantDocument,
    reviewedWithinMonths: z.nullable(months),
  }),
  z.strictObject({
    kind: z.literal('council'),
    codes: z.array(CouncilCode).check(z.minLength(1, 'Tick one')),
  }),
  z.strictObject({
    kind: z.literal('ward'),
    codes: z.array(WardCode).check(z.minLength(1), z.maxLength(60)),
  }),
  z.strictObject({ kind: z.literal('theme'), oneOf: z.array(Need).check(z.minLength(1)) }),
  z.strictObject({
    kind: z.literal('pays_for'),
    oneOf: z.array(FundingType).check(z.minLength(1, 'Tick one')),
  }),
  z.strictObject({ kind: z.literal('amount'), min: z.nullable(pounds), max: z.nullable(pounds) }),
  z.strictObject({ kind: z.literal('share_of_income'), percent: z.int().check(z.gte(1), z.lte(100)) }),
  z.strictObject({ kind: z.literal('one_at_a_time') }),
  z.strictObject({ kind: z.literal('gap_after_award'), months }),
  z.strictObject({ kind: z.literal('gap_after_refusal'), months }),
  z.strictObject({ kind: z.literal('most_in_period'), pounds, months }),
  z.strictObject({ kind: z.literal('not_for'), exclusion: Exclusion }),
] as const;

/** A rule that judges one fact. */
export const PlainRule = z.discriminatedUnion('kind', PLAIN_RULES);
export type PlainRule = z.infer<typeof PlainRule>;

/** One fact or another: passes when any does. */
export const Rule = z.discriminatedUnion('kind', [
  ...PLAIN_RULES,
  z.strictObject({
    kind: z.literal('any_of'),
    rules: z.array(PlainRule).check(z.minLength(2), z.maxLength(5)),
  }),
]);
export type Rule = z.infer<typeof Rule>;

/** When a conditional criterion counts at all. */
export const AppliesWhen = z.enum(['adults_at_risk', 'social_enterprise', 'equipment']);
export type AppliesWhen = z.infer<typeof AppliesWhen>;

export const Criterion = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9_-]{0,39}$/, 'Use small letters, digits and dashes')),
  rule: Rule,
  /** The rule as the funder says it, in plain words. */
  text: text(240, 'Say the rule in words'),
  quoteUrl: z.nullable(webAddress),
  necessity: z.enum(['must', 'prefer']),
  fixable: z.enum(['yes', 'partly', 'no']),
  appliesWhen: z.nullable(AppliesWhen),
});
export type Criterion = z.infer<typeof Criterion>;

export const GrantStatus = z.enum(['draft', 'published', 'withdrawn', 'unverified'], 'Choose a state');
export type GrantStatus = z.infer<typeof GrantStatus>;

/** What a coordinator writes about a fund; dates in the area’s civil time become instants before they come here. */
const written = {
  title: text(120, 'Enter the name of the fund'),
  funderName: text(120, 'Enter who gives the money'),
  programmeName: z.nullable(text(120, 'Enter the programme')),
  sourceUrl: webAddress,
  summary: text(600, 'Say what the fund is for'),
  whatItPays: z.array(text(120, 'Say what it pays')).check(z.maxLength(10, 'Name 10 or fewer')),
  whatItDoesNot: z.array(text(120, 'Say what it does not pay')).check(z.maxLength(10, 'Name 10 or fewer')),
  amount: z
    .strictObject({ min: z.nullable(pounds), max: z.nullable(pounds), typical: z.nullable(pounds) })
    .check(
      z.refine(({ min, max }) => min === null || max === null || min <= max, {
        message: 'The most must not be less than the least',
        path: ['max'],
      }),
    ),
  fundingTypes: z.array(FundingType).check(z.minLength(1, 'Tick what it pays for')),
  durationMonths: z.nullable(months),
  themes: z.array(Need),
  openFrom: z.nullable(Day),
  /** The moment it closes; null together with no rounds means it never closes. */
  closesAt: z.nullable(Instant),
  /** Panel dates of a fund that takes bids in rounds. */
  rounds: z.array(Day).check(z.maxLength(12, 'Name 12 or fewer')),
  decisionWeeks: z.nullable(weeks),
  applyAtLeastWeeksBefore: z.nullable(weeks),
  effort: z.strictObject({
    hours: z.nullable(z.int().check(z.gte(1, 'Enter 1 or more'), z.lte(200, 'Enter 200 or fewer'))),
    needsQuotes: z.boolean(),
    needsReferee: z.boolean(),
    jointOk: z.boolean(),
  }),
  access: z.strictObject({
    offlineForm: z.boolean(),
    easyRead: z.boolean(),
    supportContact: z.nullable(text(120, 'Say whom to ask')),
  }),
  hostAccepted: z.boolean(),
  matchFundingPercent: z.nullable(z.int().check(z.gte(1), z.lte(100))),
  lastRound: z.nullable(z.strictObject({ applications: z.int(), awards: z.int() })),
  pastAwards: z.nullable(z.int().check(z.gte(0))),
  criteria: z.array(Criterion).check(
    z.maxLength(20, 'Name 20 or fewer'),
    z.refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'Name each rule once'),
  ),
  status: GrantStatus,
} as const;

export const GrantWritten = z.strictObject(written);
export type GrantWritten = z.infer<typeof GrantWritten>;

/** A fund that groups may ask for money, with the rules as data and who checked it against its source when. */
export const Grant = z.strictObject({
  ...written,
  id: GrantId,
  area: AreaId,
  sourceCheckedAt: Instant,
  sourceCheckedBy: z.nullable(UserId),
  lastChangedAt: Instant,
});
export type Grant = z.infer<typeof Grant>;
