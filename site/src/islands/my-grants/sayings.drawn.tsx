import { MORE_QUESTIONS, SIX_QUESTIONS } from '#shared/model/grant-answers.ts';
import { grantQuestions } from '#shared/text/en/grant-questions.ts';
import { grants } from '#shared/text/en/grants.ts';

const Sayings = ({ of, words }: { of: string; words: Readonly<Record<string, string>> }) =>
  Object.entries(words).map(([code, text]) => (
    <p key={code} data-say={`${of} ${code}`}>
      {text}
    </p>
  ));

/** What is said of a code: each question in short, its answers, and what would put a rule right (say.ts reads it). */
export const GrantSayings = () => (
  <>
    <Sayings of="fix" words={grants.fixes} />
    {[...SIX_QUESTIONS, ...MORE_QUESTIONS].map((question) => (
      <Sayings
        key={question}
        of={question}
        words={{ short: grantQuestions[question].short, ...grantQuestions[question].answers }}
      />
    ))}
  </>
);
