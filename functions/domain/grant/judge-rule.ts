import type { Day } from '#shared/model/dates.ts';
import type { AppliesWhen, PlainRule, Rule } from '#shared/model/grant.ts';
import type { Facts } from './facts.ts';
import { anyOf, atLeast, atMost, known, type Three } from './three-valued.ts';

/** Against whom and when a rule is judged. */
export type Judging = { facts: Facts; funder: string; today: Day };
type OfKind<K extends PlainRule['kind']> = Extract<PlainRule, { kind: K }>;

/** The civil day so many months before; the last of the month where there is no such day. */
export function monthsBefore(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10);
}

const among = <T>(list: readonly T[], one: T | null): Three =>
  known(one === null ? null : list.includes(one));
/** Whether any of what is known is on a list; an empty list of what is known says nothing. */
const overlap = (list: readonly string[], said: readonly string[] | null): Three =>
  known(said === null || said.length === 0 ? null : said.some((one) => list.includes(one)));

const account = ({ signatories, hostAccepted }: OfKind<'account'>, { facts }: Judging): Three => {
  const own = known(facts.signatories === null ? null : facts.signatories >= signatories);
  return hostAccepted ? anyOf([own, known(facts.host)]) : own;
};

const document = (rule: OfKind<'document'>, { facts, today }: Judging): Three => {
  const paper = facts.documents[rule.document];
  if (paper === null) return 'unknown';
  if (!paper.held || rule.reviewedWithinMonths === null) return known(paper.held);
  return known(
    paper.reviewedOn === null ? null : paper.reviewedOn >= monthsBefore(today, rule.reviewedWithinMonths),
  );
};

const running = (rule: OfKind<'running_for'>, { facts }: Judging): Three => {
  const longEnough = atLeast(facts.running, rule.months);
  return rule.startUpsWithHelp ? anyOf([longEnough, known(facts.helped)]) : longEnough;
};

/** Passes where some amount that would do is one the fund gives: a group can ask for a little more or less. */
const amount = ({ min, max }: OfKind<'amount'>, { facts }: Judging): Three =>
  known(
    facts.amount && facts.amount.to >= (min ?? 0) && facts.amount.from <= (max ?? Number.POSITIVE_INFINITY),
  );

const share = ({ percent }: OfKind<'share_of_income'>, { facts }: Judging): Three => {
  if (facts.amount === null || facts.income === null) return 'unknown';
  if (facts.amount.to <= (facts.income.from * percent) / 100) return 'pass';
  return facts.amount.from > (facts.income.to * percent) / 100 ? 'fail' : 'unknown';
};

/** Whether nothing of a history with this funder is younger than so many months. */
const gap = (
  history: readonly { funder: string; on: Day }[] | null,
  months: number,
  { funder, today }: Judging,
): Three => {
  const since = monthsBefore(today, months);
  return known(history && !history.some((one) => one.funder === funder && one.on > since));
};

const mostInPeriod = ({ pounds, months }: OfKind<'most_in_period'>, judging: Judging): Three => {
  const { facts, funder, today } = judging;
  if (facts.awards === null) return 'unknown';
  const since = monthsBefore(today, months);
  const used = facts.awards
    .filter((award) => award.funder === funder && award.on > since)
    .reduce((sum, award) => sum + award.pounds, 0);
  if (used >= pounds) return 'fail';
  return atMost(facts.amount, pounds - used);
};

type Judges = { [K in PlainRule['kind']]: (rule: OfKind<K>, judging: Judging) => Three };
const JUDGES: Judges = {
  legal_form: ({ oneOf }, { facts }) => among(oneOf, facts.form),
  income_at_most: ({ pounds, under, average }, { facts }) =>
    atMost(average === 'three_years' ? facts.averageIncome : facts.income, under ? pounds - 1 : pounds),
  income_at_least: ({ pounds }, { facts }) => atLeast(facts.income, pounds),
  running_for: running,
  committee: ({ people }, { facts }) => atLeast(facts.unrelated, people),
  account,
  document,
  council: ({ codes }, { facts }) => overlap(codes, facts.councils),
  ward: ({ codes }, { facts }) => overlap(codes, facts.wards),
  theme: ({ oneOf }, { facts }) => overlap(oneOf, facts.themes),
  pays_for: ({ oneOf }, { facts }) => among(oneOf, facts.purpose),
  amount,
  share_of_income: share,
  one_at_a_time: (_, { facts, funder }) =>
    known(facts.awards && !facts.awards.some((award) => award.live && award.funder === funder)),
  gap_after_award: ({ months }, judging) => gap(judging.facts.awards, months, judging),
  gap_after_refusal: ({ months }, judging) => gap(judging.facts.refusals, months, judging),
  most_in_period: mostInPeriod,
  not_for: ({ exclusion }, { facts }) => {
    const said = facts.ruledOut[exclusion];
    return known(said === null ? null : !said);
  },
};

// The table holds one judge for each kind, which the compiler cannot carry through a lookup.
const judgePlain = (rule: PlainRule, judging: Judging): Three =>
  (JUDGES[rule.kind] as (rule: PlainRule, judging: Judging) => Three)(rule, judging);

/** Whether a rule holds for what is known of a group: pass, fail or unknown. */
export const judgeRule = (rule: Rule, judging: Judging): Three =>
  rule.kind === 'any_of'
    ? anyOf(rule.rules.map((one) => judgePlain(one, judging)))
    : judgePlain(rule, judging);

const CONDITIONS: Readonly<Record<AppliesWhen, (facts: Facts) => boolean | null>> = {
  adults_at_risk: ({ adultsAtRisk }) => adultsAtRisk,
  social_enterprise: ({ form }) => form && (form === 'social_enterprise' || form === 'cic'),
  equipment: ({ purpose }) => purpose && purpose === 'equipment',
};

/** Whether a conditional criterion counts for this group. */
export const applies = (when: AppliesWhen | null, facts: Facts): Three =>
  when === null ? 'pass' : known(CONDITIONS[when](facts));

/** A criterion that counts is judged; one that does not is set aside; where nobody knows, only a pass is sure. */
export function judgeConditional(
  when: AppliesWhen | null,
  rule: Rule,
  judging: Judging,
): Three | 'not_applicable' {
  const counts = applies(when, judging.facts);
  if (counts === 'fail') return 'not_applicable';
  const judged = judgeRule(rule, judging);
  return counts === 'unknown' && judged === 'fail' ? 'unknown' : judged;
}
