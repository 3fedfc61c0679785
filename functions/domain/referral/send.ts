import type { ReferralRequest } from '#shared/api/referrals.ts';
import { addDays, dayOf } from '#shared/model/civil-time.ts';
import type { PersonId, ReferralId, ServiceId, UserId } from '#shared/model/ids.ts';
import type { Organization } from '#shared/model/organization.ts';
import type { Reference } from '#shared/model/reference.ts';
import type { Referral } from '#shared/model/referral.ts';
import type { Scheme } from '#shared/model/scheme.ts';
import type { Service } from '#shared/model/service.ts';
import { accept, type Result } from '../result.ts';
import { type Acting, invalid, move, subject, type Telling } from './decided.ts';
import { dueAt } from './timers.ts';

/** What a new referral is made of beside what was asked: both ends by name, and ids made outside the rule. */
export type Ends = {
  id: ReferralId;
  personId: PersonId;
  reference: Reference;
  scheme: Scheme;
  senderPhone: string;
  organization: Organization;
  service: Service;
  holdsPlace: boolean;
  /** Beside which activity's room it is counted until the group answers. */
  countedBeside: ServiceId;
  /** The referral it is sent instead of. */
  previous?: ReferralId | undefined;
};
export type Sent = { referral: Referral; event: Telling };

/** An agreement counts for 90 days until the group accepts. */
export const AGREEMENT_DAYS = 90;

function agreementProblem(agreedOn: string, today: string) {
  if (agreedOn > today) {
    return invalid('agreement-agreedOn', 'Enter the day the person agreed, today or earlier');
  }
  if (agreedOn < addDays(today, -AGREEMENT_DAYS)) {
    return invalid(
      'agreement-agreedOn',
      `The person agreed more than ${AGREEMENT_DAYS} days ago. Ask them again, then enter the new day`,
    );
  }
  return undefined;
}

/** Only somebody who signed in sends. */
type Person = Acting & { userId: UserId };

/**
 * A referral is sent once the person has agreed within 90 days; whether the group may receive it and has
 * room are rules of their own. Refuses with `invalid` when the day of the agreement does not count.
 */
export function sendReferral(request: ReferralRequest, ends: Ends, acting: Person): Result<Sent> {
  const problem = agreementProblem(request.agreement.agreedOn, dayOf(acting.at));
  if (problem !== undefined) return problem;
  const moved = move(draft(request, ends, acting), 'send', acting);
  if (!moved.ok) return moved;
  const sent = moved.value;
  const referral = { ...sent, dueAt: dueAt(sent, acting.at, acting.nation) };
  const [need = 'company'] = referral.needs;
  const { ward, council, holdsPlace } = referral;
  const instead = ends.previous === undefined ? {} : { previousReferralId: ends.previous };
  const data = { ...subject(referral), need, ward, council, heldPlace: holdsPlace, ...instead };
  return accept({ referral, event: { type: 'referral.sent', data } });
}

function draft(request: ReferralRequest, ends: Ends, acting: Person): Referral {
  const { person: _sealed, stopPanelPassed: _stop, exclusionsRead: _read, ...asked } = request;
  return {
    ...asked,
    wouldLike: asked.wouldLike === '' ? null : asked.wouldLike,
    label: asked.label === '' ? null : asked.label,
    id: ends.id,
    area: ends.organization.area,
    reference: ends.reference,
    state: 'draft',
    schemeId: ends.scheme.id,
    schemeName: ends.scheme.name,
    sender: { userId: acting.userId, name: acting.name, phone: ends.senderPhone },
    organizationId: ends.organization.id,
    organizationName: ends.organization.name,
    serviceName: ends.service.name,
    personId: ends.personId,
    holdsPlace: ends.holdsPlace,
    countedBeside: ends.countedBeside,
    sentAt: acting.at,
    dueAt: null,
    opened: null,
    accepted: null,
    declined: null,
    started: null,
    notStarted: null,
    completed: null,
    withdrawn: null,
    ...(ends.previous === undefined ? {} : { previousReferralId: ends.previous }),
  };
}
