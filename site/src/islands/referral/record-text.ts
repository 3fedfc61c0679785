import type { ReferralView } from '#shared/api/referrals.ts';
import { type Concept, SNOMED } from '#shared/model/snomed.ts';
import { recordCopy as words } from '#shared/text/en/elsewhere.ts';
import { date } from '#shared/text/en/format.ts';
import { needs } from '#shared/text/en/needs.ts';
import { declineReasons, notStartedReasons, outcomes } from '#shared/text/en/reasons.ts';
import { referralStates } from '#shared/text/en/referral.ts';

const coded = ({ code, term }: Concept, note?: string): string =>
  `${code} ${term}${note === undefined ? '' : ` (${note})`}`;

/** The codes that fit: the referral once in an episode, and never a "declined" for a group's own no. */
function codesOf({ needs: wanted, previousReferralId, declined }: ReferralView): string[] {
  return [
    ...(previousReferralId === null ? [coded(SNOMED.referred, words.once)] : [words.recorded]),
    ...(wanted.includes('moving') ? [coded(SNOMED.physicalActivity)] : []),
    ...(declined?.reason === 'person_declined' ? [coded(SNOMED.declined, words.wholly)] : []),
  ];
}

function endOf({ declined, outcome, notStartedReason }: ReferralView): string[] {
  if (outcome !== null) return [words.outcome(outcomes[outcome])];
  if (notStartedReason !== null) return [words.reason(notStartedReasons[notStartedReason])];
  return declined === null ? [] : [words.reason(declineReasons[declined.reason])];
}

/** A referral as text for the person's notes elsewhere: what, when, to whom, what came of it, and codes. */
export const recordText = (view: ReferralView): string =>
  [
    words.heading(view.reference),
    words.sent(date(view.sentAt), view.senderName, view.schemeName),
    words.to(view.serviceName, view.organizationName),
    words.needs(view.needs.map((need) => needs[need]).join(', ')),
    words.agreed(date(view.agreement.agreedOn)),
    words.state(referralStates[view.state]),
    ...endOf(view),
    words.codes,
    ...codesOf(view),
  ].join('\n');
