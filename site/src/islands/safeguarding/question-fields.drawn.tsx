import type { SafeguardingQuestion } from '#shared/model/safeguarding-answers.ts';
import {
  doings,
  helperChecks,
  keepings,
  known,
  procedures,
  questions,
  safeguardingPage as words,
} from '#shared/text/en/safeguarding-questions.ts';
import { basics, questionTitles } from '#shared/text/en/safeguarding-titles.ts';
import { Checkboxes } from '#shared/ui/checkboxes.tsx';
import { DateInput } from '#shared/ui/date-input.tsx';
import { Radios } from '#shared/ui/radios.tsx';
import { TextInput } from '#shared/ui/text-input.tsx';
import { Textarea } from '#shared/ui/textarea.tsx';
import type { FieldsProps } from '../../lib/drawn-marks.ts';
import { items } from '../../lib/items.ts';

type TicksProps = {
  id: string;
  name?: string;
  question: SafeguardingQuestion;
  labels: Readonly<Record<string, string>>;
  error: string | undefined;
};
/** A tick list whose legend is the question and the heading of the page. */
const Ticks = ({ id, question, labels, error }: TicksProps) => (
  <Checkboxes
    id={id}
    legend={questionTitles[question]}
    legendSize="l"
    legendIsHeading
    hint={questions[question].hint}
    items={items(labels)}
    error={error}
  />
);

const Heading = ({ question }: { question: SafeguardingQuestion }) => (
  <>
    <h1 class="govuk-heading-l">{questionTitles[question]}</h1>
    {questions[question].hint && <p class="govuk-body">{questions[question].hint}</p>}
  </>
);

export const Lead = ({ errorFor }: FieldsProps) => (
  <>
    <Heading question="lead" />
    {(['name', 'role', 'contact', 'deputy'] as const).map((part) => (
      <TextInput
        key={part}
        id={`lead-${part}`}
        label={words[part]}
        hint={part === 'contact' ? words.contactHint : undefined}
        error={errorFor(`lead-${part}`)}
      />
    ))}
  </>
);

export const Numbers = ({ errorFor }: FieldsProps) => (
  <>
    <Ticks id="numbers-known" question="numbers" labels={known} error={errorFor('numbers-known')} />
    {(['adultSocialCare', 'outOfHours'] as const).map((part) => (
      <TextInput
        key={part}
        id={`numbers-${part}`}
        label={part === 'outOfHours' ? words.outOfHours : words.council}
        inputmode="tel"
        width={20}
        error={errorFor(`numbers-${part}`)}
      />
    ))}
  </>
);

export const Policy = ({ errorFor }: FieldsProps) => (
  <>
    <Heading question="policy" />
    <p class="govuk-body">
      <a class="govuk-link" href="/safeguarding-policy">
        {words.policyLink}
      </a>
    </p>
    <Radios
      id="policy-kind"
      legend={words.kind}
      legendSize="s"
      items={items(basics.kinds)}
      error={errorFor('policy-kind')}
    />
    <DateInput
      id="policy-reviewedOn"
      namePrefix="policy-reviewedOn"
      legend={words.reviewed}
      legendSize="s"
      hint={basics.reviewedHint}
      error={errorFor('policy-reviewedOn')}
    />
  </>
);

export const Employs = ({ errorFor }: FieldsProps) => (
  <Radios
    id="employs-anybody"
    legend={questionTitles.employs}
    legendSize="l"
    legendIsHeading
    hint={questions.employs.hint}
    error={errorFor('employs-anybody')}
    items={[
      { value: 'no', text: basics.no },
      {
        value: 'yes',
        text: basics.yes,
        conditional: (
          <DateInput
            id="employs-insuredUntil"
            namePrefix="employs-insuredUntil"
            legend={basics.insured}
            error={errorFor('employs-insuredUntil')}
          />
        ),
      },
    ]}
  />
);

export const Does = ({ errorFor }: FieldsProps) => (
  <Ticks id="does" question="does" labels={doings} error={errorFor('does')} />
);

export const Advice = ({ errorFor }: FieldsProps) => (
  <>
    <Heading question="advice" />
    <TextInput id="advice-number" label={words.number} width={20} error={errorFor('advice-number')} />
  </>
);

export const Procedure = ({ errorFor }: FieldsProps) => (
  <Ticks id="procedure" question="procedure" labels={procedures} error={errorFor('procedure')} />
);

export const Checks = ({ errorFor }: FieldsProps) => (
  <Ticks id="checks" question="checks" labels={helperChecks} error={errorFor('checks')} />
);

export const Keeping = ({ errorFor }: FieldsProps) => (
  <Ticks id="keeping" question="keeping" labels={keepings} error={errorFor('keeping')} />
);

export const Limits = ({ errorFor }: FieldsProps) => (
  <>
    <Heading question="limits" />
    <Textarea id="limits" label={words.limits} rows={5} error={errorFor('limits')} />
  </>
);
