import { MORE_QUESTIONS, type QuestionId, SIX_QUESTIONS } from '#shared/model/grant-answers.ts';
import { grants } from '#shared/text/en/grants.ts';
import { Checkboxes } from '#shared/ui/checkboxes.tsx';
import { ChoiceItem } from '#shared/ui/choice.tsx';
import { Question } from '#shared/ui/grants/questions.tsx';
import { type FieldsProps, hole } from '../../lib/drawn-marks.ts';
import { Each } from '../each.tsx';
import { When } from '../when.tsx';

/** The answers so far are `values`; how many funds each question settles, in words, stands under its name. */
type AskedProps = Omit<FieldsProps, 'errorFor'> & Readonly<Record<string, unknown>>;

const Council = () => (
  <Each of="councils">
    <ChoiceItem
      kind="radios"
      id={`council-${hole('value')}`}
      name="council"
      choice={{ value: hole('value'), text: hole('text') }}
      checked={false}
    />
  </Each>
);

const asked = (questions: readonly QuestionId[]) =>
  questions.map((question) => (
    <Question
      key={question}
      question={question}
      said={hole(question)}
      value="unknown"
      councils={[]}
      before={<Council />}
    />
  ));

export const SixQuestions = (_: AskedProps) => <>{asked(SIX_QUESTIONS)}</>;

export const MoreQuestions = (_: AskedProps) => <>{asked(MORE_QUESTIONS)}</>;

type LeaveProps = Omit<FieldsProps, 'errorFor'> & { isConfirmed: boolean; confirmedOn: string };

/** Whether what the group confirmed about safeguarding may count for grants, and how long answers are kept. */
export const Leave = ({ confirmedOn }: LeaveProps) => (
  <>
    <When is="isConfirmed">
      <Checkboxes
        id="useSafeguarding"
        fieldset={false}
        items={[{ value: 'yes', text: grants.mine.leave, hint: grants.mine.leaveHint(confirmedOn) }]}
      />
    </When>
    <p class="govuk-hint">{grants.mine.kept}</p>
  </>
);
