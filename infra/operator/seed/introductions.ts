import { seededId } from './chance.ts';
import { type Introduction, request } from './introduction.ts';

const TEA = seededId('service demo tea');
const GARDEN = seededId('service demo garden');

/** The last that is seeded, by name: when it is there, all are. */
export const LAST = 'waits since this morning';

/**
 * A small, lifelike caseload: one that a group has not answered for seven working days, one to find somewhere
 * else for, one handed back, one whose first visit is to be confirmed, one that comes, one that nobody answered,
 * one that went well, and two that are new. A colleague has two with a group that is lost and one handed back that
 * nobody has taken over: a coordinator rings.
 */
export const introductions = (quiet: { silent: string; lost: string }): readonly Introduction[] => [
  {
    name: 'is not answered',
    daysAgo: { workingDays: 7 },
    request: request({
      serviceId: quiet.silent,
      person: { preferredName: 'Edie', phone: '07700 900207', safeContact: ['daytime_only'] },
      more: { label: 'EH 27', origin: 'pharmacy', wouldLike: 'To get out of the house once a week' },
    }),
    steps: [],
  },
  {
    name: 'ends unless somebody rings',
    by: 'colleague',
    daysAgo: { workingDays: 9 },
    request: request({
      serviceId: quiet.lost,
      person: { preferredName: 'Nora', phone: '07700 900209' },
      more: { label: 'NB 16', origin: 'multi_disciplinary_team', times: ['weekday_mornings'] },
    }),
    steps: [{ action: 'open', by: 'lost-reader', daysAgo: { workingDays: 8 } }],
  },
  {
    name: 'was lost sight of',
    by: 'colleague',
    daysAgo: 385,
    request: request({
      serviceId: quiet.lost,
      person: { preferredName: 'Aled', phone: '07700 900210' },
      more: { label: 'AV 03', origin: 'general_practice' },
    }),
    steps: [
      { action: 'open', by: 'lost-reader', daysAgo: 384.5 },
      { action: 'accept', by: 'lost-reader', daysAgo: 384 },
    ],
  },
  {
    name: 'was never answered',
    daysAgo: { workingDays: 15 },
    runsOut: true,
    request: request({
      serviceId: quiet.lost,
      person: { preferredName: 'Bridget', phone: '07700 900211' },
      more: { label: 'BC 21', origin: 'general_practice' },
    }),
    steps: [
      { action: 'ring', by: 'coordinator', daysAgo: { workingDays: 5 } },
      { action: 'put_aside', by: 'link-worker', daysAgo: { workingDays: 3 } },
    ],
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
    name: 'has nobody yet',
    by: 'colleague',
    daysAgo: 27,
    request: request({
      serviceId: TEA,
      person: { preferredName: 'Maud', phone: '07700 900212', safeContact: ['speak_to_carer_first'] },
      more: { label: 'MT 29', origin: 'hospital_discharge' },
    }),
    steps: [
      { action: 'open', by: 'reader-2', daysAgo: 26.4 },
      { action: 'accept', by: 'reader-2', daysAgo: 26 },
      { action: 'start', by: 'reader-2', daysAgo: 20 },
      { action: 'hand_back', by: 'reader-2', daysAgo: { workingDays: 2 } },
    ],
  },
  {
    name: 'was handed back',
    daysAgo: 23,
    request: request({
      serviceId: TEA,
      person: { preferredName: 'Desmond', phone: '07700 900208', safeContact: ['speak_to_carer_first'] },
      more: { label: 'DK 05', origin: 'self', needs: ['company', 'carers'] },
    }),
    steps: [
      { action: 'open', by: 'reader-2', daysAgo: 22.6 },
      { action: 'accept', by: 'reader-2', daysAgo: 22 },
      { action: 'start', by: 'reader-2', daysAgo: 17 },
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
];
