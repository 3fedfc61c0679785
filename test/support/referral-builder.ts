import type { Acting } from '#functions/domain/referral/decided.ts';
import type { Doer } from '#functions/domain/referral/lifecycle.ts';
import { UserId } from '#shared/model/ids.ts';
import { Referral } from '#shared/model/referral.ts';

const id = (last: number) => `0190a000-0000-7000-8000-${String(last).padStart(12, '0')}`;
export const IDS = {
  referral: id(1),
  scheme: id(2),
  sender: id(3),
  organization: id(4),
  service: id(5),
  person: 'a3bb189e-8bf9-4888-9912-ace4e6543002',
  reader: id(7),
} as const;

/** A referral that was sent on Monday 16 November 2026 at nine, changed as a test needs it. */
export const aReferral = (change: Partial<Record<keyof Referral, unknown>> = {}): Referral =>
  Referral.parse({
    id: IDS.referral,
    area: 'manchester',
    reference: 'R-7K3M-92QF',
    state: 'sent',
    priority: 'routine',
    schemeId: IDS.scheme,
    schemeName: 'Canal Basin link workers',
    sender: { userId: IDS.sender, name: 'Tomasz Reed', phone: '07700 900164' },
    organizationId: IDS.organization,
    organizationName: 'Marigold Corner',
    serviceId: IDS.service,
    serviceName: 'Tea and talk',
    personId: IDS.person,
    needs: ['grief', 'company'],
    ward: 'E05011361',
    wardName: 'Fallowfield',
    council: 'E08000003',
    origin: 'general_practice',
    accessNeeds: ['step_free'],
    times: ['evenings'],
    wouldLike: 'To sit near the door',
    speakToSenderFirst: false,
    label: 'WB 31',
    agreement: {
      how: 'by_phone',
      givenBy: 'person',
      agreedOn: '2026-11-13',
      wordingVersion: 'introduction-1',
    },
    holdsPlace: true,
    sentAt: '2026-11-16T09:00:00.000Z',
    dueAt: '2026-11-23T17:00:00.000Z',
    opened: null,
    accepted: null,
    declined: null,
    started: null,
    notStarted: null,
    completed: null,
    withdrawn: null,
    ...change,
  });

/** The reader who accepted it on Tuesday 17 November 2026. */
export const accepted = {
  at: '2026-11-17T10:00:00.000Z',
  by: IDS.reader,
  byName: 'Idris Vale',
  contactBy: '2026-11-24',
};

/** Somebody who acts, on Wednesday 18 November 2026 at noon unless told otherwise. */
export const acting = (doer: Doer, at = '2026-11-18T12:00:00.000Z'): Acting & { userId: UserId } => ({
  userId: UserId.parse(IDS.reader),
  name: 'Idris Vale',
  doer,
  at,
  nation: 'england',
});
