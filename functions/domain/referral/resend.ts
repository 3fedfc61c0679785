import type { ReferralRequest } from '#shared/api/referrals.ts';
import { dayOf } from '#shared/model/civil-time.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { ServiceId } from '#shared/model/ids.ts';
import type { PersonDetails } from '#shared/model/person.ts';
import type { Agreement, Referral } from '#shared/model/referral.ts';
import { accept, type Result, refuse } from '../result.ts';
import { type Acting, act, type Decided, standingNow, subject } from './decided.ts';
import { mayTryElsewhere, seeksElsewhere } from './seeking.ts';
import { withdrawReferral } from './withdraw.ts';

const notNow = (referral: Referral) =>
  refuse({ code: 'not_possible_now', legal: [], current: standingNow(referral) });

/** What is said anew when the same person is sent elsewhere; all else is as it was. */
export type Resending = {
  serviceId: ServiceId;
  how: Agreement['how'];
  wordingVersion: string;
  person: PersonDetails;
};

/**
 * Whether a referral may be sent elsewhere: `not_possible_now` unless a group said no, or nothing, or keeps the
 * person waiting. What lives goes to another activity only: it is taken back in the same moment.
 */
export const mayResend = (referral: Referral, to: ServiceId, at: Instant): Result<true> =>
  seeksElsewhere(referral) || (mayTryElsewhere(referral, at) && to !== referral.serviceId)
    ? accept(true)
    : notNow(referral);

/** What becomes of the referral before: it points to the new one; what still lived is taken back. */
export function leftBehind(referral: Referral, acting: Acting): Result<Decided | undefined> {
  if (seeksElsewhere(referral)) return accept(undefined);
  return withdrawReferral(referral, { reason: 'found_elsewhere', agreementWithdrawn: false }, acting);
}

/** The request that sends the same person elsewhere; they agreed to the new group today, given as before. */
export function resendRequest(
  before: Referral,
  given: Resending,
  { at }: Pick<Acting, 'at'>,
): ReferralRequest {
  const { needs, ward, wardName, council, origin, priority, accessNeeds, times } = before;
  const { serviceId, how, wordingVersion, person } = given;
  return {
    ...{ needs, ward, wardName, council, origin, priority, accessNeeds, times, person, serviceId },
    wouldLike: before.wouldLike,
    speakToSenderFirst: before.speakToSenderFirst,
    label: before.label,
    agreement: { how, givenBy: before.agreement.givenBy, agreedOn: dayOf(at), wordingVersion },
    stopPanelPassed: true,
    exclusionsRead: true,
  };
}

/** Nobody looks for another group any more: off the caseload. `not_possible_now` where nobody did. */
export function putAside(referral: Referral, acting: Acting): Result<Decided> {
  if (!seeksElsewhere(referral)) return notNow(referral);
  return accept({
    next: { ...referral, putAside: act(acting) },
    event: { type: 'referral.put_aside', data: subject(referral) },
    place: 'keep',
  });
}
