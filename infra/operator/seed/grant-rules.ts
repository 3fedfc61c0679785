import type { Criterion, Exclusion, GrantDocument, Rule } from '#shared/model/grant.ts';
import type { FundingType, GrantLegalForm } from '#shared/model/grant-answers.ts';
import type { Need } from '#shared/model/need.ts';

/** The rules of invented funds in a few words each. */
type Line = Omit<Criterion, 'id'>;
type Fixable = Criterion['fixable'];

const must = (rule: Rule, text: string, fixable: Fixable = 'no'): Line => ({
  rule,
  text,
  quoteUrl: null,
  necessity: 'must',
  fixable,
  appliesWhen: null,
});

/** What a fund likes to see and does not insist on. */
export const preferred = (line: Line): Line => ({ ...line, necessity: 'prefer' });
export const when = (appliesWhen: Criterion['appliesWhen'], line: Line): Line => ({ ...line, appliesWhen });

export const forms = (text: string, ...oneOf: GrantLegalForm[]): Line =>
  must({ kind: 'legal_form', oneOf }, text);
export const GROUPS: readonly GrantLegalForm[] = ['charity', 'cio', 'constituted_group', 'faith_group'];
export const incomeTo = (pounds: number): Line =>
  must(
    { kind: 'income_at_most', pounds, under: false, average: 'last_year' },
    `Last year’s income is £${pounds.toLocaleString('en-GB')} or less`,
  );
export const incomeUnder = (pounds: number): Line =>
  must(
    { kind: 'income_at_most', pounds, under: true, average: 'last_year' },
    `Last year’s income is under £${pounds.toLocaleString('en-GB')}`,
  );
export const averageUnder = (pounds: number): Line =>
  must(
    { kind: 'income_at_most', pounds, under: true, average: 'three_years' },
    `The average income of three years is under £${pounds.toLocaleString('en-GB')}`,
  );
export const incomeFrom = (pounds: number): Line =>
  must(
    { kind: 'income_at_least', pounds },
    `Last year’s income is at least £${pounds.toLocaleString('en-GB')}`,
  );
export const running = (months: number, startUpsWithHelp = false): Line =>
  must(
    { kind: 'running_for', months, startUpsWithHelp },
    startUpsWithHelp
      ? `The group has run for ${months} months, or starts with help from the local support body`
      : `The group has run for at least ${months} months`,
  );
export const committee = (people: 2 | 3): Line =>
  must(
    { kind: 'committee', people },
    people === 3 ? 'Three committee members who are not related' : 'Two directors who are not related',
    'yes',
  );
export const account = (signatories: 1 | 2, hostAccepted = false): Line =>
  must(
    { kind: 'account', signatories, hostAccepted },
    `A bank account in the group’s name${signatories === 2 ? ' with two people to sign' : ''}${hostAccepted ? ', or a charity that hosts you' : ''}`,
    'yes',
  );
const PAPERS: Readonly<Record<GrantDocument, string>> = {
  constitution: 'A written constitution',
  safeguarding: 'A safeguarding policy',
  accounts: 'Accounts for a full year',
  equality: 'An equality policy',
  insurance: 'Public liability insurance',
  plan: 'A business plan',
};
export const paper = (document: GrantDocument, reviewedWithinMonths: number | null = null): Line =>
  must(
    { kind: 'document', document, reviewedWithinMonths },
    `${PAPERS[document]}${reviewedWithinMonths === null ? '' : ` looked at in the last ${reviewedWithinMonths} months`}`,
    'yes',
  );
export const inCouncil = (text: string, ...codes: string[]): Line => must({ kind: 'council', codes }, text);
export const inWards = (text: string, ...codes: string[]): Line => must({ kind: 'ward', codes }, text);
export const about = (text: string, ...oneOf: Need[]): Line => must({ kind: 'theme', oneOf }, text);
export const pays = (text: string, ...oneOf: FundingType[]): Line =>
  must({ kind: 'pays_for', oneOf }, text, 'partly');
export const between = (min: number | null, max: number): Line =>
  must(
    { kind: 'amount', min, max },
    min === null
      ? `Bids up to £${max.toLocaleString('en-GB')}`
      : `Bids from £${min.toLocaleString('en-GB')} to £${max.toLocaleString('en-GB')}`,
    'yes',
  );
export const share = (percent: number): Line =>
  must({ kind: 'share_of_income', percent }, `No more than ${percent}% of the group’s income`, 'partly');
export const oneAtATime = (): Line =>
  must({ kind: 'one_at_a_time' }, 'No grant of this funder still running');
export const gapAfterAward = (months: number): Line =>
  must({ kind: 'gap_after_award', months }, `${months} months since its last grant to you`);
export const gapAfterRefusal = (months: number): Line =>
  must({ kind: 'gap_after_refusal', months }, `${months} months since it last said no to you`);
export const mostIn = (pounds: number, months: number): Line =>
  must(
    { kind: 'most_in_period', pounds, months },
    `No more than £${pounds.toLocaleString('en-GB')} from it in any ${months} months`,
  );
const RULED_OUT: Readonly<Record<Exclusion, string>> = {
  already_spent: 'Not for money already spent',
  for_one_person: 'Not for one person',
  statutory_duty: 'Not for what the council or the NHS has to do',
  party_politics: 'Not for party politics',
  promotes_religion: 'Not for promoting a religion',
  late_returns: 'No late returns to a regulator in three years',
  large_reserves: 'Reserves of nine months’ costs or less',
  paid_bid_writer: 'The bid is not written by a paid consultant',
};
export const notFor = (exclusion: Exclusion): Line =>
  must({ kind: 'not_for', exclusion }, RULED_OUT[exclusion]);
export const charityOrHosted = (): Line =>
  must(
    {
      kind: 'any_of',
      rules: [
        { kind: 'legal_form', oneOf: ['charity', 'cio'] },
        { kind: 'account', signatories: 2, hostAccepted: true },
      ],
    },
    'A charity, or a group hosted by one or with two people to sign',
    'partly',
  );

/** Rules with ids, in the order they stand. */
export const numbered = (lines: readonly Line[]): Criterion[] =>
  lines.map((line, index) => ({ id: `${line.rule.kind.replaceAll('_', '-')}-${index + 1}`, ...line }));
