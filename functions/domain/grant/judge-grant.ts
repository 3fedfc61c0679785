import type { Day, Instant } from '#shared/model/dates.ts';
import type { Criterion, Grant, PlainRule } from '#shared/model/grant.ts';
import type { GrantAnswers } from '#shared/model/grant-answers.ts';
import type { FixId, GrantReason, Verdict } from '#shared/model/grant-match.ts';
import type { Facts } from './facts.ts';
import { judgeConditional } from './judge-rule.ts';
import { openQuestions, questionsOf } from './questions.ts';

/** Whose funds are looked for: what they said and when, and the facts behind it. */
export type Asking = { answers: GrantAnswers; toldOn: Day | null; facts: Facts; today: Day; now: Instant };

const fixOfKind = (rule: PlainRule): FixId => {
  switch (rule.kind) {
    case 'document':
      return rule.document;
    case 'committee':
    case 'account':
    case 'amount':
      return rule.kind;
    case 'legal_form':
      return 'form';
    case 'pays_for':
      return 'purpose';
    default:
      return 'ask';
  }
};

/** What would put a criterion right; the first of several ways. */
const fixOf = ({ rule, fixable }: Criterion): FixId | null => {
  if (fixable === 'no') return null;
  const [first] = rule.kind === 'any_of' ? rule.rules : [rule];
  return first === undefined ? 'ask' : fixOfKind(first);
};

/** One criterion explained: what came of it, what the group said, the rule in words and where it stands. */
function reasonFor(criterion: Criterion, grant: Grant, asking: Asking): GrantReason {
  const { rule, appliesWhen, necessity } = criterion;
  const { facts, today, answers, toldOn } = asking;
  const verdict = judgeConditional(appliesWhen, rule, { facts, funder: grant.funderName, today });
  const questions = questionsOf(criterion);
  const yours = questions.flatMap((question) => {
    const answer = answers[question];
    return answer === null ? [] : [{ question, answer }];
  });
  return {
    criterionId: criterion.id,
    necessity,
    verdict,
    rule: criterion.text,
    yours,
    toldOn: yours.length > 0 ? toldOn : null,
    asks: verdict === 'unknown' ? openQuestions(questions, answers) : [],
    fix: verdict === 'fail' ? fixOf(criterion) : null,
    sourceUrl: criterion.quoteUrl ?? grant.sourceUrl,
    sourceCheckedAt: grant.sourceCheckedAt,
  };
}

/** Kleene over the musts, and of those that fail whether each can be put right. */
export function verdictOf(reasons: readonly Pick<GrantReason, 'necessity' | 'verdict' | 'fix'>[]): Verdict {
  const musts = reasons.filter(({ necessity }) => necessity === 'must');
  const failing = musts.filter(({ verdict }) => verdict === 'fail');
  if (failing.some(({ fix }) => fix === null)) return 'doesnt_fit';
  if (failing.length > 0) return 'nearly';
  return musts.some(({ verdict }) => verdict === 'unknown') ? 'check' : 'fits';
}

/** A fund judged for a group: the verdict and every reason for and against, in the order of the fund's rules. */
export function judgeGrant(grant: Grant, asking: Asking): { verdict: Verdict; reasons: GrantReason[] } {
  const reasons = grant.criteria.map((criterion) => reasonFor(criterion, grant, asking));
  return { verdict: verdictOf(reasons), reasons };
}
