import type { FieldProblem } from '#shared/api/problem.ts';
import type { ReferralRequest } from '#shared/api/referrals.ts';
import { daysBetween } from '#shared/text/en/format.ts';
import { referProblems as words } from '#shared/text/en/refer.ts';
import type { LookForDetails } from '../../lib/look.ts';

/** An agreement counts for 90 days until the group has accepted. */
const AGREEMENT_DAYS = 90;

function lookAtDay(agreedOn: string, today: string): FieldProblem[] {
  const age = daysBetween(agreedOn, today);
  const id = 'agreement-agreedOn';
  if (age < 0) return [{ id, text: words.dayAhead }];
  return age > AGREEMENT_DAYS ? [{ id, text: words.dayOld }] : [];
}

/**
 * What needs another look although the schema is content: the age of the agreement, and details of a
 * person in words that are not sealed. The sealed note may hold a carer's number, but never an NHS
 * number or a date of birth, which the portal does not collect at all.
 */
export const lookAtReferral = (
  given: ReferralRequest,
  data: FormData,
  { today, lookForDetails }: { today: string; lookForDetails: LookForDetails },
): FieldProblem[] => [
  ...lookForDetails(
    [
      {
        id: 'person-safeContactNote',
        text: given.person.safeContactNote,
        kinds: ['nhs_number', 'birth_date'],
      },
    ],
    data,
  ),
  ...lookAtDay(given.agreement.agreedOn, today),
  ...lookForDetails(
    [
      { id: 'wouldLike', text: given.wouldLike },
      { id: 'label', text: given.label, kinds: ['phone', 'email', 'nhs_number', 'birth_date'] },
    ],
    data,
  ),
];
