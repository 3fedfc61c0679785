import { instantOf, timeOf } from '#shared/model/civil-time.ts';
import type { Criterion, Grant, GrantWritten } from '#shared/model/grant.ts';
import { grantLegalForms, grantQuestions } from '#shared/text/en/grant-questions.ts';
import { grantsAdmin } from '#shared/text/en/grants-admin.ts';
import { day, isTicked, text, ticks } from '../../lib/form-data.ts';
import { codesOf } from '../../lib/items.ts';
import { PAPERS } from './papers.ts';

const words = grantsAdmin.ruleText;

/** A fund before anything is said of it. */
export const BLANK: GrantWritten = {
  title: '',
  funderName: '',
  programmeName: null,
  sourceUrl: '',
  summary: '',
  whatItPays: [],
  whatItDoesNot: [],
  amount: { min: null, max: null, typical: null },
  fundingTypes: [],
  durationMonths: null,
  themes: [],
  openFrom: null,
  closesAt: null,
  rounds: [],
  decisionWeeks: null,
  applyAtLeastWeeksBefore: null,
  effort: { hours: null, needsQuotes: false, needsReferee: false, jointOk: false },
  access: { offlineForm: false, easyRead: false, supportContact: null },
  hostAccepted: false,
  matchFundingPercent: null,
  lastRound: null,
  pastAwards: null,
  criteria: [],
  status: 'published',
};

/** What a coordinator wrote, out of what is kept. */
export function writtenOf(grant: Grant): GrantWritten {
  const {
    id: _id,
    area: _area,
    sourceCheckedAt: _at,
    sourceCheckedBy: _by,
    lastChangedAt: _on,
    ...rest
  } = grant;
  return rest;
}

/** Whether the form can say this rule: the plain shapes that most small funds have. */
export function isPlain({ rule, necessity, appliesWhen }: Criterion): boolean {
  if (necessity !== 'must' || appliesWhen !== null) return false;
  switch (rule.kind) {
    case 'legal_form':
    case 'council':
      return true;
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

type Said = Pick<Criterion, 'rule' | 'text' | 'fixable'>;

function saidOf(data: FormData, councils: readonly { code: string; name: string }[]): Said[] {
  const said: Said[] = [];
  const forms = codesOf(grantLegalForms).filter((form) => ticks(data, 'forms').includes(form));
  const names = forms.map((form) => grantLegalForms[form]).join(', ');
  if (forms.length > 0)
    said.push({
      rule: { kind: 'legal_form', oneOf: forms },
      text: words.forms(names).slice(0, 240),
      fixable: 'no',
    });
  const income = wholeOf(text(data, 'income'));
  if (typeof income === 'number')
    said.push({
      rule: { kind: 'income_at_most', pounds: income, under: false, average: 'last_year' },
      text: words.income(income.toLocaleString('en-GB')),
      fixable: 'no',
    });
  const there = councils.filter(({ code }) => ticks(data, 'councils').includes(code));
  if (there.length > 0)
    said.push({
      rule: { kind: 'council', codes: there.map(({ code }) => code) },
      text: words.councils(there.map(({ name }) => name).join(', ')),
      fixable: 'no',
    });
  if (isTicked(data, 'committee'))
    said.push({ rule: { kind: 'committee', people: 3 }, text: grantsAdmin.fields.committee, fixable: 'yes' });
  if (isTicked(data, 'account'))
    said.push({
      rule: { kind: 'account', signatories: 2, hostAccepted: false },
      text: grantsAdmin.fields.account,
      fixable: 'yes',
    });
  for (const document of PAPERS.filter((paper) => ticks(data, 'papers').includes(paper)))
    said.push({
      rule: { kind: 'document', document, reviewedWithinMonths: null },
      text: grantQuestions[document].short,
      fixable: 'yes',
    });
  return said;
}

/** The rules of the form and those it cannot say; a rule that stays the same keeps its words and source. */
function criteriaOf(said: readonly Said[], before: readonly Criterion[]): Criterion[] {
  const kept = before.filter((one) => !isPlain(one));
  const plain = said.map((one, index): Criterion => {
    const same = before.find(({ rule }) => JSON.stringify(rule) === JSON.stringify(one.rule));
    const id = `said-${one.rule.kind.replaceAll('_', '-')}-${index + 1}`;
    return same ?? { ...one, id, quoteUrl: null, necessity: 'must', appliesWhen: null };
  });
  return [...plain, ...kept];
}

/** A whole number as people type it (`1,000`, `£500`): null when left out, the text when it is none. */
export function wholeOf(typed: string): number | null | string {
  const plain = typed.replace(/[£,\s]/g, '');
  if (plain === '') return null;
  return /^\d{1,8}$/.test(plain) ? Number(plain) : typed;
}

const closing = (data: FormData): string | null => {
  const on = day(data, 'closesAt');
  const isEmpty = ['day', 'month', 'year'].every((part) => text(data, `closesAt-${part}`) === '');
  if (isEmpty) return null;
  return on === '' ? 'no day' : instantOf(on, text(data, 'time') || '17:00');
};

/** The fund as the form says it; what the form does not ask stays as it was. */
export const readFund = (
  data: FormData,
  before: GrantWritten,
  councils: readonly { code: string; name: string }[],
): unknown => ({
  ...before,
  title: text(data, 'title'),
  funderName: text(data, 'funderName'),
  sourceUrl: text(data, 'sourceUrl'),
  summary: text(data, 'summary'),
  amount: {
    ...before.amount,
    min: wholeOf(text(data, 'amount-min')),
    max: wholeOf(text(data, 'amount-max')),
  },
  fundingTypes: ticks(data, 'fundingTypes'),
  closesAt: closing(data),
  decisionWeeks: wholeOf(text(data, 'decisionWeeks')),
  status: text(data, 'status'),
  criteria: criteriaOf(saidOf(data, councils), before.criteria),
});

/** The civil time at which a fund closes, for the form. */
export const closingTime = (at: string | null): string => (at === null ? '17:00' : timeOf(at));
