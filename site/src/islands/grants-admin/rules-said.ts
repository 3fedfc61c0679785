import type { Criterion, GrantWritten } from '#shared/model/grant.ts';
import { grantsAdmin } from '#shared/text/en/grants-admin.ts';
import { paperNames } from '#shared/text/en/papers.ts';
import { isTicked, text, ticks } from '../../lib/form-data.ts';
import { PAPERS } from './papers.ts';

const words = grantsAdmin.ruleText;

type Funded = Pick<GrantWritten, 'fundingTypes' | 'amount'>;

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((one) => others.includes(one));

/** Whether the form says this rule of a fund: the plain shapes that most small funds have. */
export function isPlain({ rule, necessity, appliesWhen }: Criterion, fund: Funded): boolean {
  if (necessity !== 'must' || appliesWhen !== null) return false;
  switch (rule.kind) {
    case 'legal_form':
    case 'council':
      return true;
    case 'pays_for':
      return isSame(rule.oneOf, fund.fundingTypes);
    case 'amount':
      return rule.min === fund.amount.min && rule.max === fund.amount.max;
    case 'income_at_most':
      return !rule.under && rule.average === 'last_year';
    case 'committee':
      return rule.people === 3;
    case 'account':
      return rule.signatories === 2 && !rule.hostAccepted;
    case 'document':
      return rule.reviewedWithinMonths === null;
    default:
      return false;
  }
}

/** A rule as it was ticked; the API judges it. */
export type Said = {
  rule: Readonly<Record<string, unknown>> & { kind: Criterion['rule']['kind'] };
  text: string;
  fixable: Criterion['fixable'];
};

/** The words beside a tick box of the form. */
export type LabelOf = (name: string, value: string) => string;
type Councils = readonly { code: string; name: string }[];

/** A whole number as people type it (`1,000`, `£500`): null when left out, the text when it is none. */
export function wholeOf(typed: string): number | null | string {
  const plain = typed.replace(/[£,\s]/g, '');
  if (plain === '') return null;
  return /^\d{1,8}$/.test(plain) ? Number(plain) : typed;
}

const pounds = (amount: number | null): string => (amount === null ? '' : amount.toLocaleString('en-GB'));
const most = (names: readonly string[]): string => names.join(', ');

/** What it pays and how much are rules too, so that a bid for anything else is told so. */
function aboutMoney(data: FormData, labelOf: LabelOf): Said[] {
  const types = ticks(data, 'fundingTypes');
  const min = wholeOf(text(data, 'amount-min'));
  const max = wholeOf(text(data, 'amount-max'));
  const said: Said[] = [];
  // Who pays for something else besides may pay for anything.
  if (types.length > 0 && !types.includes('other'))
    said.push({
      rule: { kind: 'pays_for', oneOf: types },
      text: words.pays(most(types.map((type) => labelOf('fundingTypes', type)))),
      fixable: 'partly',
    });
  if (typeof min !== 'string' && typeof max !== 'string' && (min ?? max) !== null)
    said.push({
      rule: { kind: 'amount', min, max },
      text: words.amount(pounds(min), pounds(max)),
      fixable: 'yes',
    });
  return said;
}

function aboutGroup(data: FormData, councils: Councils, labelOf: LabelOf): Said[] {
  const said: Said[] = [];
  const forms = ticks(data, 'forms');
  if (forms.length > 0)
    said.push({
      rule: { kind: 'legal_form', oneOf: forms },
      text: words.forms(most(forms.map((form) => labelOf('forms', form)))),
      fixable: 'no',
    });
  const income = wholeOf(text(data, 'income'));
  if (typeof income === 'number')
    said.push({
      rule: { kind: 'income_at_most', pounds: income, under: false, average: 'last_year' },
      text: words.income(pounds(income)),
      fixable: 'no',
    });
  const there = councils.filter(({ code }) => ticks(data, 'councils').includes(code));
  if (there.length > 0)
    said.push({
      rule: { kind: 'council', codes: there.map(({ code }) => code) },
      text: words.councils(most(there.map(({ name }) => name))),
      fixable: 'no',
    });
  return said;
}

function aboutOrder(data: FormData): Said[] {
  const said: Said[] = [];
  const add = (rule: Said['rule'], of: string) => said.push({ rule, text: of, fixable: 'yes' });
  if (isTicked(data, 'committee')) add({ kind: 'committee', people: 3 }, grantsAdmin.fields.committee);
  if (isTicked(data, 'account'))
    add({ kind: 'account', signatories: 2, hostAccepted: false }, grantsAdmin.fields.account);
  for (const document of PAPERS.filter((paper) => ticks(data, 'papers').includes(paper)))
    add({ kind: 'document', document, reviewedWithinMonths: null }, paperNames[document]);
  return said;
}

/** The rules that a form says, in its order; their words are at most 240 characters. */
export const rulesSaid = (data: FormData, councils: Councils, labelOf: LabelOf): Said[] =>
  [...aboutGroup(data, councils, labelOf), ...aboutMoney(data, labelOf), ...aboutOrder(data)].map((one) => ({
    ...one,
    text: one.text.slice(0, 240),
  }));
