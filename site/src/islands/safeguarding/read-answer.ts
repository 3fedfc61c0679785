import type { SafeguardingQuestion } from '#shared/model/safeguarding-answers.ts';
import { choice, day, lines, optionalText, text, ticks } from '../../lib/form-data.ts';

/** Reads the form of one question as the API expects the answer. */
const READERS: Readonly<Record<SafeguardingQuestion, (data: FormData) => unknown>> = {
  does: (data) => ticks(data, 'does'),
  advice: (data) => ({ number: optionalText(data, 'advice-number') }),
  lead: (data) => ({
    name: text(data, 'lead-name'),
    role: text(data, 'lead-role'),
    contact: text(data, 'lead-contact'),
    deputy: optionalText(data, 'lead-deputy'),
  }),
  procedure: (data) => ticks(data, 'procedure'),
  numbers: (data) => ({
    known: ticks(data, 'numbers-known'),
    adultSocialCare: text(data, 'numbers-adultSocialCare'),
    outOfHours: text(data, 'numbers-outOfHours'),
  }),
  policy: (data) => ({ kind: choice(data, 'policy-kind'), reviewedOn: day(data, 'policy-reviewedOn') }),
  checks: (data) => ticks(data, 'checks'),
  employs: (data) => {
    const anybody = choice(data, 'employs-anybody');
    if (anybody === undefined) return { insuredUntil: null };
    return {
      anybody: anybody === 'yes',
      insuredUntil: anybody === 'yes' ? day(data, 'employs-insuredUntil') : null,
    };
  },
  keeping: (data) => ticks(data, 'keeping'),
  limits: (data) => lines(data, 'limits'),
};

export const readAnswer = (question: SafeguardingQuestion, data: FormData): unknown => ({
  [question]: READERS[question](data),
});
