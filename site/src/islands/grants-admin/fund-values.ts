import { dayOf } from '#shared/model/civil-time.ts';
import type { Criterion, GrantWritten } from '#shared/model/grant.ts';
import type { FieldsProps } from '../../lib/drawn-marks.ts';
import { closingTime } from './read-fund.ts';
import { isPlain } from './rules-said.ts';

const ruleOf = <K extends Criterion['rule']['kind']>(plain: readonly Criterion[], kind: K) =>
  plain.flatMap(({ rule }) => (rule.kind === kind ? [rule as Extract<Criterion['rule'], { kind: K }>] : []));

/** What stands in the fields of a fund, by their names. */
export function valuesOf(fund: GrantWritten): NonNullable<FieldsProps['values']> {
  const [year, month, day] = fund.closesAt === null ? [] : dayOf(fund.closesAt).split('-').map(Number);
  const plain = fund.criteria.filter((one) => isPlain(one, fund));
  const number = (given: number | null | undefined): string => String(given ?? '');
  const ticked = (kind: 'committee' | 'account'): string[] => ruleOf(plain, kind).map(() => 'yes');
  return {
    title: fund.title,
    funderName: fund.funderName,
    sourceUrl: fund.sourceUrl,
    summary: fund.summary,
    'amount-min': number(fund.amount.min),
    'amount-max': number(fund.amount.max),
    fundingTypes: fund.fundingTypes,
    'closesAt-day': number(day),
    'closesAt-month': number(month),
    'closesAt-year': number(year),
    time: closingTime(fund.closesAt),
    decisionWeeks: number(fund.decisionWeeks),
    forms: ruleOf(plain, 'legal_form').flatMap(({ oneOf }) => oneOf),
    income: number(ruleOf(plain, 'income_at_most')[0]?.pounds),
    committee: ticked('committee'),
    account: ticked('account'),
    papers: ruleOf(plain, 'document').map(({ document }) => document),
    councils: ruleOf(plain, 'council').flatMap(({ codes }) => codes),
    status: fund.status === 'unverified' ? 'published' : fund.status,
  };
}
