import { instantOf, timeOf } from '#shared/model/civil-time.ts';
import type { Grant, GrantWritten } from '#shared/model/grant.ts';
import { day, text, ticks } from '../../lib/form-data.ts';
import { isPlain, type LabelOf, rulesSaid, type Said, wholeOf } from './rules-said.ts';

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

/** The rules of the form and those it cannot say; a rule that stays the same keeps its words and source. */
function criteriaOf(said: readonly Said[], fund: GrantWritten): unknown[] {
  const { criteria } = fund;
  const kept = criteria.filter((one) => !isPlain(one, fund));
  const plain = said.map((one, index): unknown => {
    const same = criteria.find(({ rule }) => JSON.stringify(rule) === JSON.stringify(one.rule));
    const id = `said-${one.rule.kind.replaceAll('_', '-')}-${index + 1}`;
    return same ?? { ...one, id, quoteUrl: null, necessity: 'must', appliesWhen: null };
  });
  return [...plain, ...kept.filter((one) => !plain.includes(one))];
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
  { councils, labelOf }: { councils: readonly { code: string; name: string }[]; labelOf: LabelOf },
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
  criteria: criteriaOf(rulesSaid(data, councils, labelOf), before),
});

/** The civil time at which a fund closes, for the form. */
export const closingTime = (at: string | null): string => (at === null ? '17:00' : timeOf(at));
