import type { Grant } from '#shared/model/grant.ts';
import { Question, type QuestionId } from '#shared/model/grant-answers.ts';
import type { GrantMatch, GrantSummary, Unlock, Verdict } from '#shared/model/grant-match.ts';
import { isClosed, isVerified, timeOf } from './in-time.ts';
import { type Asking, judgeGrant } from './judge-grant.ts';
import { questionsOf } from './questions.ts';

const VERDICT_ORDER: Readonly<Record<Verdict, number>> = { fits: 0, nearly: 1, check: 2, doesnt_fit: 3 };
const TIME_ORDER = { in_time: 0, not_known: 1, not_open_yet: 2, too_late: 3, closed: 4 } as const;

/** How much a fund is about what the group does, where it does it and what it asks for. Never a promise. */
function fitScore(grant: Grant, { facts }: Asking): number {
  const themes = grant.themes.filter((theme) => facts.themes?.includes(theme)).length;
  const local = grant.criteria.some(({ rule }) => rule.kind === 'council' || rule.kind === 'ward') ? 1 : 0;
  const { min, max } = grant.amount;
  const asked = facts.amount;
  const inside = asked !== null && asked.to >= (min ?? 0) && asked.from <= (max ?? 0) ? 1 : 0;
  return themes + local + inside;
}

const summaryOf = ({ criteria: _c, sourceCheckedBy: _by, ...shown }: Grant): GrantSummary => shown;

/** One fund for a group: verdict, reasons, whether it comes in time, whether its source was checked lately. */
export function matchOf(grant: Grant, asking: Asking): GrantMatch {
  return {
    grant: summaryOf(grant),
    ...judgeGrant(grant, asking),
    time: timeOf(grant, { now: asking.now, neededBy: asking.facts.neededBy }),
    verified: isVerified(grant, asking.now),
  };
}

/**
 * All funds that still take bids, best first: verdict, usable in time, checked lately, fit, soonest
 * deadline, then by name so that the order is always the same.
 */
export function matchesOf(grants: readonly Grant[], asking: Asking): GrantMatch[] {
  const judged = grants
    .filter((grant) => !isClosed(grant, asking.now))
    .map((grant) => {
      const match = matchOf(grant, asking);
      const key = [
        VERDICT_ORDER[match.verdict],
        TIME_ORDER[match.time.state],
        match.verified ? 0 : 1,
        -fitScore(grant, asking),
        match.time.daysLeft ?? Number.MAX_SAFE_INTEGER,
      ];
      return { match, key };
    });
  const compare = (a: readonly number[], b: readonly number[]) =>
    a.map((one, index) => one - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
  return judged
    .sort((a, b) => compare(a.key, b.key) || (a.match.grant.title < b.match.grant.title ? -1 : 1))
    .map(({ match }) => match);
}

/**
 * How many funds each question settles: those a must of which waits for its answer, once answered those
 * that use it. What already fails for good is not counted while a question is open.
 */
export function settledBy(
  grants: readonly Grant[],
  matches: readonly GrantMatch[],
  { answers }: Pick<Asking, 'answers'>,
): Partial<Record<QuestionId, number>> {
  const counts = new Map<QuestionId, number>();
  const add = (questions: Iterable<QuestionId>) => {
    for (const question of new Set(questions)) counts.set(question, (counts.get(question) ?? 0) + 1);
  };
  for (const match of matches) {
    const grant = grants.find(({ id }) => id === match.grant.id);
    const musts = (grant?.criteria ?? []).filter(({ necessity }) => necessity === 'must');
    const used = musts.flatMap(questionsOf).filter((question) => answers[question] !== null);
    const waiting = match.reasons.filter(({ necessity }) => necessity === 'must').flatMap(({ asks }) => asks);
    add([...used, ...(match.verdict === 'doesnt_fit' ? [] : waiting)]);
    if (grant?.decisionWeeks !== null) add(['by']);
  }
  return Object.fromEntries(Question.options.map((name) => [name, counts.get(name) ?? 0]));
}

/** What putting one thing right opens: distinct funds that lack nothing else, most first. Never added up as money. */
export function unlocksOf(matches: readonly GrantMatch[]): Unlock[] {
  const byFix = new Map<Unlock['fix'], Unlock>();
  for (const { verdict, reasons, grant } of matches) {
    if (verdict !== 'nearly') continue;
    const fixes = new Set(
      reasons.flatMap(({ necessity, fix }) => (necessity === 'must' && fix !== null ? [fix] : [])),
    );
    const [only] = fixes;
    if (fixes.size !== 1 || only === undefined) continue;
    const before = byFix.get(only) ?? { fix: only, funds: 0, largest: 0 };
    const largest = Math.max(before.largest, grant.amount.max ?? 0);
    byFix.set(only, { fix: only, funds: before.funds + 1, largest });
  }
  return [...byFix.values()].sort((a, b) => b.funds - a.funds || (a.fix < b.fix ? -1 : 1));
}
