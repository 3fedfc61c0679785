import { randomUUID } from 'node:crypto';
import type { ReferralRequest } from '#shared/api/referrals.ts';
import type { ServiceId } from '#shared/model/ids.ts';
import { dayFromNow } from '#test/support/days.ts';

/** Strings that exist nowhere else: where one turns up outside the sealed record, a person has leaked. */
export type Canaries = { name: string; surname: string; phone: string; note: string };

let made = 0;

/** A person nobody else has, with canaries in every field that says who they are. */
export function canaries(): Canaries {
  made += 1;
  const mark = randomUUID().slice(0, 8);
  return {
    name: `Canaryname${mark}`,
    surname: `Canarysurname${mark}`,
    phone: `07700 9${String(100_000 + made).slice(1)}`,
    note: `Canarynote ${mark}`,
  };
}

/** A referral request as the page sends it, with every personal field filled. */
export function referralRequest(serviceId: ServiceId, who: Canaries = canaries()): ReferralRequest {
  return {
    serviceId,
    needs: ['company'],
    ward: 'E05011361' as ReferralRequest['ward'],
    wardName: 'Fallowfield',
    council: 'E08000003' as ReferralRequest['council'],
    origin: 'general_practice',
    priority: 'routine',
    accessNeeds: ['step_free'],
    times: ['weekday_mornings'],
    wouldLike: 'To sit with others over a cup of tea',
    speakToSenderFirst: false,
    label: 'Case 12',
    person: {
      preferredName: who.name,
      surname: who.surname,
      channel: { kind: 'phone', phone: who.phone },
      safeContact: ['no_voicemail'],
      safeContactNote: who.note,
    },
    agreement: {
      how: 'by_phone',
      givenBy: 'person',
      agreedOn: dayFromNow(-3),
      wordingVersion: 'introduction-1',
    },
    stopPanelPassed: true,
    exclusionsRead: true,
  };
}
