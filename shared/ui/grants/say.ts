import type { QuestionId } from '../../model/grant-answers.ts';
import type { FixId } from '../../model/grant-match.ts';
import { grantQuestions } from '../../text/en/grant-questions.ts';
import { grants } from '../../text/en/grants.ts';

export type Councils = readonly { code: string; name: string }[];

/** The words of what is known by a code: a question in short, an answer to it, and what would put a rule right. */
export type GrantSay = {
  short: (question: QuestionId) => string;
  answer: (question: QuestionId, answer: string) => string;
  fix: (fix: FixId) => string;
};

/** The name of a council, where the answer is one. */
export const councilIn = (councils: Councils, question: QuestionId, answer: string): string | undefined =>
  question === 'council' ? councils.find(({ code }) => code === answer)?.name : undefined;

/** The words as they stand in the tables, for whoever has those. */
export const sayFrom = (councils: Councils): GrantSay => ({
  short: (question) => grantQuestions[question].short,
  answer: (question, answer) =>
    councilIn(councils, question, answer) ?? grantQuestions[question].answers[answer] ?? answer,
  fix: (fix) => grants.fixes[fix],
});
