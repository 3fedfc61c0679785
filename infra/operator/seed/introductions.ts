import { ReferralRequest } from '#shared/api/referrals.ts';
import { seededId } from './chance.ts';

/** One step of a referral, so many days before the seeding, by a demonstration person. */
export type Step = {
  action: 'open' | 'accept' | 'start' | 'complete' | 'decline' | 'hand_back';
  by: 'reader' | 'reader-2' | 'link-worker';
  daysAgo: number;
};
/** One invented person who is introduced to a group, and how far it has come. */
export type Introduction = {
  name: string;
  /** Days before the seeding, or so many working days and part of one. */
  daysAgo: number | { workingDays: number };
  /** Whether it is news that people are mailed about. */
  isNews?: true;
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

/** The last that is seeded, by name: when it is there and has ended, all are. */
export const LAST = 'went well';

/**
 * A small, lifelike caseload: two that are new, one that a group has not answered for seven working days, one to
 * find somewhere else for, one handed back, one whose first visit is to be confirmed, one that comes, one that
 * went well. All but the silent one are with the group of reader@.
 */
export const introductions = (quiet: string): readonly Introduction[] => [
  {
    name: 'waits since this morning',
    daysAgo: 0.1,
    isNews: true,
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
    daysAgo: 0.4,
    isNews: true,
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
    steps: [],
  },
  {
    name: 'is not answered',
    daysAgo: { workingDays: 7 },
    request: request({
      serviceId: quiet,
      person: { preferredName: 'Edie', phone: '07700 900207', safeContact: ['daytime_only'] },
      more: { label: 'EH 27', origin: 'pharmacy', wouldLike: 'To get out of the house once a week' },
    }),
    steps: [],
  },
  {
    name: 'was accepted',
    daysAgo: 8,
    request: request({
      serviceId: TEA,
      person: { preferredName: 'Farida', phone: '07700 900203' },
      more: { label: 'FS 12', origin: 'housing_association', wouldLike: 'To practise English over tea' },
    }),
    steps: [
      { action: 'open', by: 'reader', daysAgo: 7.5 },
      { action: 'accept', by: 'reader', daysAgo: 7 },
    ],
  },
  {
    name: 'was handed back',
    daysAgo: 16,
    request: request({
      serviceId: TEA,
      person: { preferredName: 'Desmond', phone: '07700 900208', safeContact: ['speak_to_carer_first'] },
      more: { label: 'DK 05', origin: 'self', needs: ['company', 'carers'] },
    }),
    steps: [
      { action: 'open', by: 'reader-2', daysAgo: 15.6 },
      { action: 'accept', by: 'reader-2', daysAgo: 15 },
      { action: 'start', by: 'reader-2', daysAgo: 10 },
      { action: 'hand_back', by: 'reader', daysAgo: 0.9 },
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
