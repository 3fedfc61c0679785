import { ReferralRequest } from '#shared/api/referrals.ts';
import { seededId } from './chance.ts';

/** One step of a referral, so many days before the seeding, by a demonstration person. */
export type Step = {
  action: 'open' | 'accept' | 'start' | 'complete' | 'decline';
  by: 'reader' | 'reader-2' | 'link-worker';
  daysAgo: number;
};
/** One invented person who is introduced to the demonstration group, and how far it has come. */
export type Introduction = {
  name: string;
  daysAgo: number;
  request: ReferralRequest;
  steps: readonly Step[];
};

const TEA = seededId('service demo tea');
const GARDEN = seededId('service demo garden');

/** Numbers are from the range kept for drama; nobody of these names is meant. */
function request(given: {
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

/** A small, lifelike caseload: two that wait, one under way, one that came, one that could not, one that went well. */
export const INTRODUCTIONS: readonly Introduction[] = [
  {
    name: 'waits since this morning',
    daysAgo: 0.1,
    request: request({
      serviceId: TEA,
      person: { preferredName: 'Winnie', phone: '07700 900201', safeContact: ['no_voicemail'] },
      more: {
        label: 'WB 31',
        wouldLike: 'To sit with people her own age, near the door the first time',
        accessNeeds: ['step_free', 'bring_someone'],
        times: ['weekday_afternoons'],
      },
    }),
    steps: [],
  },
  {
    name: 'cannot wait long',
    daysAgo: 1,
    request: request({
      serviceId: TEA,
      person: { preferredName: 'Marek', phone: '07700 900202', safeContact: ['daytime_only'] },
      more: {
        label: 'MK 08',
        needs: ['company', 'grief'],
        origin: 'hospital_discharge',
        priority: 'time_sensitive',
        speakToSenderFirst: true,
      },
    }),
    steps: [{ action: 'open', by: 'reader', daysAgo: 0.5 }],
  },
  {
    name: 'was accepted',
    daysAgo: 4,
    request: request({
      serviceId: TEA,
      person: { preferredName: 'Farida', phone: '07700 900203' },
      more: { label: 'FS 12', origin: 'housing_association', wouldLike: 'To practise English over tea' },
    }),
    steps: [
      { action: 'open', by: 'reader', daysAgo: 3.5 },
      { action: 'accept', by: 'reader', daysAgo: 3 },
    ],
  },
  {
    name: 'comes to the garden',
    daysAgo: 20,
    request: request({
      serviceId: GARDEN,
      person: { preferredName: 'Joseph', phone: '07700 900204' },
      more: { label: 'JA 02', needs: ['moving', 'purpose'], origin: 'allied_health', times: ['weekends'] },
    }),
    steps: [
      { action: 'open', by: 'reader-2', daysAgo: 19 },
      { action: 'accept', by: 'reader-2', daysAgo: 18.5 },
      { action: 'start', by: 'link-worker', daysAgo: 12 },
    ],
  },
  {
    name: 'could not be met',
    daysAgo: 9,
    request: request({
      serviceId: GARDEN,
      person: { preferredName: 'Pearl', phone: '07700 900205' },
      more: { label: 'PG 19', needs: ['moving'], origin: 'social_care', accessNeeds: ['step_free'] },
    }),
    steps: [
      { action: 'open', by: 'reader', daysAgo: 8.2 },
      { action: 'decline', by: 'reader', daysAgo: 8 },
    ],
  },
  {
    name: 'went well',
    daysAgo: 80,
    request: request({
      serviceId: TEA,
      person: { preferredName: 'Stan', phone: '07700 900206' },
      more: { label: 'SP 44', origin: 'pharmacy' },
    }),
    steps: [
      { action: 'open', by: 'reader', daysAgo: 79.5 },
      { action: 'accept', by: 'reader', daysAgo: 79 },
      { action: 'start', by: 'reader', daysAgo: 72 },
      { action: 'complete', by: 'reader', daysAgo: 15 },
    ],
  },
];
