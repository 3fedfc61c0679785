import type { FunctionComponent } from 'preact';
import type { Safeguarding } from '#shared/api/safeguarding.ts';
import type { SafeguardingQuestion } from '#shared/model/safeguarding-answers.ts';
import type { FieldsProps } from '../../lib/drawn-marks.ts';
import * as fields from './question-fields.drawn.tsx';

const FIELDS: Readonly<Record<SafeguardingQuestion, FunctionComponent<FieldsProps>>> = {
  does: fields.Does,
  advice: fields.Advice,
  lead: fields.Lead,
  procedure: fields.Procedure,
  numbers: fields.Numbers,
  policy: fields.Policy,
  checks: fields.Checks,
  employs: fields.Employs,
  keeping: fields.Keeping,
  limits: fields.Limits,
};

type Values = Record<string, string | readonly string[] | undefined>;

const boxes = (name: string, day: string | null | undefined): Values => {
  const [year, month, date] = day?.split('-').map((part) => String(Number(part))) ?? [];
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
};

/** What was answered before, by the names of the fields; the numbers of the council stand there already. */
const valuesOf = ({ answers, councils: [council] }: Safeguarding): Values => ({
  does: answers.does,
  'advice-number': answers.advice?.number ?? '',
  ...Object.fromEntries(
    Object.entries(answers.lead ?? {}).map(([name, value]) => [`lead-${name}`, value ?? '']),
  ),
  procedure: answers.procedure,
  'numbers-known': answers.numbers?.known,
  'numbers-adultSocialCare': answers.numbers?.adultSocialCare ?? council?.adultSocialCare,
  'numbers-outOfHours': answers.numbers?.outOfHours ?? council?.outOfHours,
  'policy-kind': answers.policy?.kind,
  ...boxes('policy-reviewedOn', answers.policy?.reviewedOn),
  checks: answers.checks,
  'employs-anybody': answers.employs && (answers.employs.anybody ? 'yes' : 'no'),
  ...boxes('employs-insuredUntil', answers.employs?.insuredUntil),
  keeping: answers.keeping,
  limits: answers.limits?.join('\n'),
});

type QuestionProps = Pick<FieldsProps, 'errorFor'> & { question: SafeguardingQuestion; about: Safeguarding };

/** The fields of one question, filled with what was answered before. */
export const QuestionFields = ({ question, about, errorFor }: QuestionProps) => {
  const Fields = FIELDS[question];
  return <Fields errorFor={errorFor} values={valuesOf(about)} />;
};
