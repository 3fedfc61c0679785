import { MORE_QUESTIONS, type QuestionId, SIX_QUESTIONS } from '../../model/grant-answers.ts';
import { grantQuestions } from '../../text/en/grant-questions.ts';
import { grants as words } from '../../text/en/grants.ts';
import type { Choice } from '../choice.tsx';
import { FilterPanel } from '../filter-panel.tsx';
import type { Content } from '../markup.ts';
import { Radios } from '../radios.tsx';
import { type Asked, hasMore, saidOf } from './asked.ts';
import type { Councils } from './say.ts';

type QuestionProps = {
  question: QuestionId;
  /** How many funds it settles, in words. */
  said: string;
  value: string;
  councils: readonly Choice[];
  /** Councils drawn already. */
  before?: Content;
};

/** One question of one tap; "don't know" is an answer to every one. */
export const Question = ({ question, said, value, councils, before }: QuestionProps) => {
  const { ask, hint, answers } = grantQuestions[question];
  return (
    <Radios
      id={question}
      legend={ask}
      legendSize="s"
      hint={hint === undefined ? `${said}.` : `${hint} ${said}.`}
      small
      value={value}
      before={question === 'council' && before}
      items={[
        ...(question === 'council' ? councils : []),
        ...Object.entries(answers).map(([code, text]) => ({ value: code, text })),
        { value: 'unknown', text: words.dontKnow },
      ]}
    />
  );
};

/** Six questions of one tap each, then those that some funds ask. */
export const Questions = ({ answers, settles, councils }: Asked & { councils: Councils }) => {
  const asked = (questions: readonly QuestionId[]) =>
    questions.map((question) => (
      <Question
        key={question}
        question={question}
        said={saidOf(question, { answers, settles })}
        value={answers[question] ?? 'unknown'}
        councils={councils.map(({ code, name }) => ({ value: code, text: name }))}
      />
    ));
  return (
    <>
      {asked(SIX_QUESTIONS)}
      <FilterPanel title={words.more} open={hasMore(answers)}>
        {asked(MORE_QUESTIONS)}
      </FilterPanel>
    </>
  );
};
