import type { SafeguardingAnswers, SafeguardingQuestion } from '#shared/model/safeguarding-answers.ts';
import { renewPage } from '#shared/text/en/renew.ts';
import { policyPage } from '#shared/text/en/safeguarding-policy.ts';
import { doings, helperChecks, keepings, known, procedures } from '#shared/text/en/safeguarding-questions.ts';
import { basics } from '#shared/text/en/safeguarding-titles.ts';

type Reader = (answers: SafeguardingAnswers) => (string | null | undefined)[];
const listed = (labels: Readonly<Record<string, string>>, codes: readonly string[] = []) =>
  codes.map((code) => labels[code]);

const READERS: Readonly<Record<SafeguardingQuestion, Reader>> = {
  does: ({ does }) => (does?.length === 0 ? [renewPage.nothing] : listed(doings, does)),
  advice: ({ advice }) => [advice?.number],
  lead: ({ lead }) => [lead?.name, lead?.role, lead?.contact, lead?.deputy && policyPage.deputy(lead.deputy)],
  procedure: ({ procedure }) => listed(procedures, procedure),
  numbers: ({ numbers }) => [
    ...listed(known, numbers?.known),
    numbers && policyPage.council(numbers.adultSocialCare),
    numbers && policyPage.outOfHours(numbers.outOfHours),
  ],
  policy: ({ policy }) => [policy && basics.kinds[policy.kind]],
  checks: ({ checks }) => listed(helperChecks, checks),
  employs: ({ employs }) => [employs && (employs.anybody ? basics.yes : basics.no)],
  keeping: ({ keeping }) => listed(keepings, keeping),
  limits: ({ limits = [] }) => limits,
};

/** What a group answered to one question, a line each. */
export const answerText = (answers: SafeguardingAnswers, question: SafeguardingQuestion): string[] =>
  READERS[question](answers).flatMap((line) => line ?? []);
