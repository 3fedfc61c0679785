import {
  type GrantAnswers,
  MORE_QUESTIONS,
  type QuestionId,
  SIX_QUESTIONS,
} from '../../model/grant-answers.ts';
import { grantQuestions } from '../../text/en/grant-questions.ts';
import { grants as words } from '../../text/en/grants.ts';
import { FilterPanel } from '../filter-panel.tsx';
import { Radios } from '../radios.tsx';

export type QuestionsProps = {
  answers: GrantAnswers;
  /** How many funds each question settles. */
  settles: Readonly<Record<string, number>>;
  councils: readonly { code: string; name: string }[];
};

/** The words of an answer, whatever question it belongs to. */
export function answerText(
  question: QuestionId,
  answer: string,
  councils: QuestionsProps['councils'],
): string {
  const named = question === 'council' ? councils.find(({ code }) => code === answer)?.name : undefined;
  return named ?? grantQuestions[question].answers[answer] ?? answer;
}

const hintOf = (question: QuestionId, { answers, settles }: QuestionsProps): string => {
  const count = settles[question] ?? 0;
  const said = answers[question] === null ? words.settles(count) : words.uses(count);
  const { hint } = grantQuestions[question];
  return hint === undefined ? `${said}.` : `${hint} ${said}.`;
};

const Question = ({ question, ...props }: QuestionsProps & { question: QuestionId }) => {
  const councils =
    question === 'council' ? props.councils.map(({ code, name }) => [code, name] as const) : [];
  const choices = [...councils, ...Object.entries(grantQuestions[question].answers)];
  return (
    <Radios
      id={question}
      legend={grantQuestions[question].ask}
      legendSize="s"
      hint={hintOf(question, props)}
      small
      value={props.answers[question] ?? 'unknown'}
      items={[
        ...choices.map(([value, text]) => ({ value, text })),
        { value: 'unknown', text: words.dontKnow },
      ]}
    />
  );
};

/** Six questions of one tap each, then those that some funds ask; "don't know" is an answer to every one. */
export const Questions = (props: QuestionsProps) => (
  <>
    {SIX_QUESTIONS.map((question) => (
      <Question key={question} question={question} {...props} />
    ))}
    <FilterPanel
      title={words.more}
      open={MORE_QUESTIONS.some((question) => props.answers[question] !== null)}
    >
      {MORE_QUESTIONS.map((question) => (
        <Question key={question} question={question} {...props} />
      ))}
    </FilterPanel>
  </>
);

/** The address of a list or of one fund with the answers given, so that a link keeps them. */
export function withAnswers(path: string, answers: GrantAnswers): string {
  const query = new URLSearchParams();
  for (const [name, answer] of Object.entries(answers)) if (answer !== null) query.set(name, answer);
  return query.size === 0 ? path : `${path}?${query}`;
}
