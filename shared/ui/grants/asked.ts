import { type GrantAnswers, MORE_QUESTIONS, type QuestionId } from '../../model/grant-answers.ts';
import { grants as words } from '../../text/en/grants.ts';

export type Asked = {
  answers: GrantAnswers;
  /** How many funds each question settles. */
  settles: Readonly<Record<string, number>>;
};

/** How many funds a question settles, or, once it is answered, how many use the answer. */
export function saidOf(question: QuestionId, { answers, settles }: Asked): string {
  const count = settles[question] ?? 0;
  return answers[question] === null ? words.settles(count) : words.uses(count);
}

/** Whether one of the questions that only some funds ask has an answer. */
export const hasMore = (answers: GrantAnswers): boolean =>
  MORE_QUESTIONS.some((question) => answers[question] !== null);
