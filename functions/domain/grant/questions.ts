import type { AppliesWhen, Criterion, PlainRule, Rule } from '#shared/model/grant.ts';
import type { GrantAnswers, QuestionId } from '#shared/model/grant-answers.ts';

/** Which of our questions each kind of rule turns on; none where only the portal or the funder knows. */
function askedByPlain(rule: PlainRule): readonly QuestionId[] {
  switch (rule.kind) {
    case 'legal_form':
      return ['form'];
    case 'income_at_most':
      return rule.average === 'last_year' ? ['income'] : [];
    case 'income_at_least':
      return ['income'];
    case 'running_for':
      return ['running'];
    case 'committee':
      return ['committee'];
    case 'account':
      return rule.hostAccepted ? ['account', 'host'] : ['account'];
    case 'document':
      return [rule.document];
    case 'council':
      return ['council'];
    case 'ward':
    case 'theme':
      return [];
    case 'pays_for':
      return ['purpose'];
    case 'amount':
      return ['amount'];
    case 'share_of_income':
      return ['income', 'amount'];
    case 'one_at_a_time':
    case 'gap_after_award':
    case 'gap_after_refusal':
      return ['no_history'];
    case 'most_in_period':
      return ['no_history', 'amount'];
    case 'not_for':
      return ['none_apply'];
  }
}

const ASKED_WHEN: Readonly<Record<AppliesWhen, readonly QuestionId[]>> = {
  adults_at_risk: [],
  social_enterprise: ['form'],
  equipment: ['purpose'],
};

const askedBy = (rule: Rule): readonly QuestionId[] =>
  rule.kind === 'any_of' ? rule.rules.flatMap(askedByPlain) : askedByPlain(rule);

/** The questions a criterion turns on, each once. */
export const questionsOf = ({ rule, appliesWhen }: Pick<Criterion, 'rule' | 'appliesWhen'>): QuestionId[] => [
  ...new Set([...askedBy(rule), ...(appliesWhen === null ? [] : ASKED_WHEN[appliesWhen])]),
];

/** Of those, the ones nobody has answered. */
export const openQuestions = (questions: readonly QuestionId[], answers: GrantAnswers): QuestionId[] =>
  questions.filter((question) => answers[question] === null);
