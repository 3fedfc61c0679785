import { ReferralRequest } from '#shared/api/referrals.ts';

/** Days before the seeding, or so many working days and part of one. */
export type Ago = number | { workingDays: number };
/** Somebody of the demonstration: who signs in, a link worker of the same team, the reader of a group that is lost. */
export type Someone =
  | 'group-lead'
  | 'reader'
  | 'reader-2'
  | 'link-worker'
  | 'coordinator'
  | 'colleague'
  | 'lost-reader';
/** One step of a referral: of it, or of the coordinator's task about its silence. */
export type Step = {
  action: 'open' | 'accept' | 'start' | 'complete' | 'decline' | 'hand_back' | 'ring' | 'put_aside';
  by: Someone;
  daysAgo: Ago;
};
/** One invented person who is introduced to a group, and how far it has come. */
export type Introduction = {
  name: string;
  /** Who introduces them; the link worker unless said. */
  by?: 'colleague';
  daysAgo: Ago;
  /** Whether it ran out before its last step: nobody answered for ten working days. */
  runsOut?: true;
  /** Whether it is news that people are mailed about. */
  isNews?: true;
  request: ReferralRequest;
  steps: readonly Step[];
};

/** Numbers are from the range kept for drama; nobody of these names is meant. */
export function request(given: {
  serviceId: string;
  person: { preferredName: string; phone: string; safeContact?: string[] };
  more: Partial<Record<keyof ReferralRequest, unknown>>;
}): ReferralRequest {
  const { preferredName, phone, safeContact = [] } = given.person;
  return ReferralRequest.parse({
    serviceId: given.serviceId,
    needs: ['company'],
    ward: 'E05011361',
    wardName: 'Fallowfield',
    council: 'E08000003',
    origin: 'general_practice',
    priority: 'routine',
    accessNeeds: [],
    times: [],
    wouldLike: null,
    speakToSenderFirst: false,
    label: null,
    person: {
      preferredName,
      surname: null,
      channel: { kind: 'phone', phone },
      safeContact,
      safeContactNote: null,
    },
    agreement: {
      how: 'face_to_face',
      givenBy: 'person',
      agreedOn: '2020-01-01',
      wordingVersion: 'introduction-1',
    },
    stopPanelPassed: true,
    exclusionsRead: true,
    ...given.more,
  });
}
