import type { ComponentChild } from 'preact';
import type { Safeguarding } from '#shared/api/safeguarding.ts';
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
import { items } from '../../lib/items.ts';

export type FieldsProps = { about: Safeguarding; errorFor: (id: string) => string | undefined };

const parts = (day: string | null | undefined) => {
  const [year, month, date] = (day ?? '').split('-').map(Number);
  return date === undefined ? {} : { day: String(date), month: String(month), year: String(year) };
};

type TicksProps = {
  id: string;
  name?: string;
  question: SafeguardingQuestion;
  labels: Readonly<Record<string, string>>;
  values: readonly string[] | undefined;
  error: string | undefined;
};
/** A tick list whose legend is the question and the heading of the page. */
const Ticks = ({ id, question, labels, values, error }: TicksProps) => (
  <Checkboxes
    id={id}
    legend={questionTitles[question]}
    legendSize="l"
    legendIsHeading
    hint={questions[question].hint}
    items={items(labels)}
    values={values}
    error={error}
  />
);

const Heading = ({ question }: { question: SafeguardingQuestion }) => (
  <>
    <h1 class="govuk-heading-l">{questionTitles[question]}</h1>
    {questions[question].hint && <p class="govuk-body">{questions[question].hint}</p>}
  </>
);

const Lead = ({ about: { answers }, errorFor }: FieldsProps) => (
  <>
    <Heading question="lead" />
    {(['name', 'role', 'contact', 'deputy'] as const).map((part) => (
      <TextInput
        key={part}
        id={`lead-${part}`}
        label={words[part]}
        hint={part === 'contact' ? words.contactHint : undefined}
        value={answers.lead?.[part] ?? ''}
        error={errorFor(`lead-${part}`)}
      />
    ))}
  </>
);

const Numbers = ({ about: { answers, councils }, errorFor }: FieldsProps) => (
  <>
    <Ticks
      id="numbers-known"
      question="numbers"
      labels={known}
      values={answers.numbers?.known}
      error={errorFor('numbers-known')}
    />
    {(['adultSocialCare', 'outOfHours'] as const).map((part) => (
      <TextInput
        key={part}
        id={`numbers-${part}`}
        label={part === 'outOfHours' ? words.outOfHours : words.council}
        inputmode="tel"
        width={20}
        value={answers.numbers?.[part] ?? councils[0]?.[part] ?? ''}
        error={errorFor(`numbers-${part}`)}
      />
    ))}
  </>
);

const Policy = ({ about: { answers }, errorFor }: FieldsProps) => (
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
      value={answers.policy?.kind}
      error={errorFor('policy-kind')}
    />
    <DateInput
      id="policy-reviewedOn"
      namePrefix="policy-reviewedOn"
      legend={words.reviewed}
      legendSize="s"
      hint={basics.reviewedHint}
      value={parts(answers.policy?.reviewedOn)}
      error={errorFor('policy-reviewedOn')}
    />
  </>
);

const Employs = ({ about: { answers }, errorFor }: FieldsProps) => (
  <Radios
    id="employs-anybody"
    legend={questionTitles.employs}
    legendSize="l"
    legendIsHeading
    hint={questions.employs.hint}
    error={errorFor('employs-anybody')}
    value={answers.employs === undefined ? undefined : answers.employs.anybody ? 'yes' : 'no'}
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
            value={parts(answers.employs?.insuredUntil)}
            error={errorFor('employs-insuredUntil')}
          />
        ),
      },
    ]}
  />
);

const FIELDS: Readonly<Record<SafeguardingQuestion, (props: FieldsProps) => ComponentChild>> = {
  does: ({ about: { answers }, errorFor }) => (
    <Ticks id="does" question="does" labels={doings} values={answers.does} error={errorFor('does')} />
  ),
  advice: ({ about: { answers }, errorFor }) => (
    <>
      <Heading question="advice" />
      <TextInput
        id="advice-number"
        label={words.number}
        width={20}
        value={answers.advice?.number ?? ''}
        error={errorFor('advice-number')}
      />
    </>
  ),
  lead: Lead,
  procedure: ({ about: { answers }, errorFor }) => (
    <Ticks
      id="procedure"
      question="procedure"
      labels={procedures}
      values={answers.procedure}
      error={errorFor('procedure')}
    />
  ),
  numbers: Numbers,
  policy: Policy,
  checks: ({ about: { answers }, errorFor }) => (
    <Ticks
      id="checks"
      question="checks"
      labels={helperChecks}
      values={answers.checks}
      error={errorFor('checks')}
    />
  ),
  employs: Employs,
  keeping: ({ about: { answers }, errorFor }) => (
    <Ticks
      id="keeping"
      question="keeping"
      labels={keepings}
      values={answers.keeping}
      error={errorFor('keeping')}
    />
  ),
  limits: ({ about: { answers }, errorFor }) => (
    <>
      <Heading question="limits" />
      <Textarea
        id="limits"
        label={words.limits}
        rows={5}
        value={(answers.limits ?? []).join('\n')}
        error={errorFor('limits')}
      />
    </>
  ),
};

/** The fields of one question, filled with what was answered before. */
export const QuestionFields = ({ question, ...rest }: FieldsProps & { question: SafeguardingQuestion }) => {
  const Fields = FIELDS[question];
  return <Fields {...rest} />;
};
