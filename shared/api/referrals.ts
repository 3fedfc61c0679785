import * as z from 'zod/mini';
import { CouncilCode, WardCode } from '../model/area.ts';
import { Day, Instant } from '../model/dates.ts';
import { ReferralId, ServiceId } from '../model/ids.ts';
import { Need } from '../model/need.ts';
import { PersonDetails } from '../model/person.ts';
import { Reference } from '../model/reference.ts';
import {
  AccessNeed,
  Agreement,
  DeclineReason,
  NotStartedReason,
  OriginAgency,
  Outcome,
  PreferredTime,
  Referral,
} from '../model/referral.ts';
import { Called, HandBackKind, PersonAware, WaitsFor } from '../model/referral-care.ts';
import { ReferralAction } from '../model/referral-state.ts';
import { endpoint } from './endpoint.ts';

export const ReferralPath = z.strictObject({ referralId: ReferralId });

const note = (max: number) => z.string().check(z.trim(), z.maxLength(max, `Use ${max} characters or fewer`));

/** One screen and a check page: everything needed to introduce a person. */
export const ReferralRequest = z.strictObject({
  serviceId: ServiceId,
  needs: z
    .array(Need)
    .check(z.minLength(1, 'Choose what the person wants help with'), z.maxLength(6, 'Choose at most six')),
  ward: WardCode,
  wardName: z.string().check(z.maxLength(80)),
  council: CouncilCode,
  origin: OriginAgency,
  priority: z.enum(['routine', 'time_sensitive']),
  accessNeeds: z.array(AccessNeed).check(z.maxLength(6)),
  times: z.array(PreferredTime).check(z.maxLength(4)),
  wouldLike: z.nullable(note(300)),
  speakToSenderFirst: z.boolean(),
  label: z.nullable(note(20)),
  person: PersonDetails,
  agreement: Agreement,
  /** The stop-panel was read and nothing on it applies. */
  stopPanelPassed: z.literal(true, 'Read the panel and confirm that nobody is in danger now'),
  /** What the group cannot support was read and none of it applies. */
  exclusionsRead: z.literal(true, 'Read what the group cannot support and confirm it does not apply'),
});
export type ReferralRequest = z.infer<typeof ReferralRequest>;

const ofThePage = z.unknown();
/** What somebody types, or may forget, of a referral; the rest stands on the page and is judged by the API alone. */
const ReferralForm = z.extend(ReferralRequest, {
  serviceId: ofThePage,
  needs: z.array(ofThePage).check(z.minLength(1, 'Choose what the person wants help with')),
  ward: z.string().check(z.minLength(1, 'Choose the ward')),
  wardName: ofThePage,
  council: ofThePage,
  origin: z.string('Choose where this began'),
  priority: ofThePage,
  accessNeeds: ofThePage,
  times: ofThePage,
  speakToSenderFirst: ofThePage,
  person: z.extend(PersonDetails, {
    surname: z.nullable(note(60)),
    safeContact: ofThePage,
    safeContactNote: z.nullable(note(200)),
  }),
  agreement: z.extend(Agreement, {
    how: z.string('Tick that they agreed by phone, or say how they agreed'),
    givenBy: z.string('Choose who agreed'),
    agreedOn: z.string().check(z.minLength(1, 'Enter the day they agreed, like 20 11 2026')),
    wordingVersion: ofThePage,
  }),
});

/** One thing that happened, for the timeline: who as a name the viewer may see. */
export const TimelineEntry = z.object({
  type: z.string(),
  at: Instant,
  by: z.string(),
  code: z.nullable(z.string()),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/**
 * A referral as either side may read it: never who the person is. `label` is null for the group;
 * `actions` are the moves this viewer may make now.
 */
export const ReferralView = z.object({
  ...z.pick(Referral, {
    id: true,
    reference: true,
    state: true,
    priority: true,
    schemeName: true,
    organizationId: true,
    organizationName: true,
    serviceId: true,
    serviceName: true,
    needs: true,
    ward: true,
    wardName: true,
    council: true,
    accessNeeds: true,
    times: true,
    wouldLike: true,
    speakToSenderFirst: true,
    label: true,
    sentAt: true,
    dueAt: true,
  }).shape,
  side: z.enum(['sender', 'reader']),
  senderName: z.string(),
  /** The link worker's work number, as a call button. */
  senderPhone: z.string(),
  /** The group's number, for the sending team while it lives; null where the group keeps it back. */
  groupPhone: z.nullable(z.object({ number: z.string(), bestTimes: z.string() })),
  agreement: z.object({ agreedOn: Day, how: z.nullable(z.string()) }),
  declined: z.nullable(z.object({ reason: DeclineReason, comment: z.nullable(z.string()) })),
  contactBy: z.nullable(Day),
  /** While it can be accepted: the day offered for making contact. */
  usualContactBy: z.optional(Day),
  startedOn: z.nullable(Day),
  outcome: z.nullable(Outcome),
  notStartedReason: z.nullable(NotStartedReason),
  /** What the group asked and what it was answered. */
  questions: z.optional(z.array(z.object({ text: z.string(), answer: z.nullable(z.string()) }))),
  /** The month from which a waiting list may have room. */
  waitingFor: z.optional(z.string()),
  /** The sending team alone reads why; the group that it was handed back, and who thinks it may go on. */
  handedBack: z.optional(
    z.object({
      kind: z.nullable(HandBackKind),
      called: z.nullable(Called),
      personAware: z.nullable(PersonAware),
      note: z.nullable(z.string()),
      returning: z.nullable(z.object({ byName: z.string(), note: z.string() })),
    }),
  ),
  newOwner: z.optional(
    z.object({ who: z.string(), organization: z.string(), on: Day, accepted: z.boolean() }),
  ),
  /** Whom to ring in danger, where the person lives; while it can be handed back, and until somebody has taken over. */
  numbers: z.optional(
    z.object({
      council: z.string(),
      adultSocialCare: z.string(),
      outOfHours: z.string(),
      crisis: z.string(),
    }),
  ),
  /** For the sender: somewhere else has still to be found; what was before, and what came instead. */
  seeksElsewhere: z.boolean(),
  /** The group may still answer, but is late or keeps the person waiting: sending elsewhere takes this one back. */
  mayTryElsewhere: z.boolean(),
  previousReferralId: z.nullable(ReferralId),
  resentAs: z.nullable(ReferralId),
  actions: z.array(z.enum([...ReferralAction.options, 'reveal'])),
  /** For a reader who is new there: from when contact details open for them, and who can let them sooner. */
  held: z.optional(z.object({ until: Instant, coordinator: z.string(), coordinatorPhone: z.string() })),
  timeline: z.array(TimelineEntry),
  now: Instant,
});
export type ReferralView = z.infer<typeof ReferralView>;

/** A row of a caseload or an inbox: reference, need, ward, group and date, and what is due. */
export const ReferralRow = z.object({
  ...z.pick(Referral, {
    id: true,
    reference: true,
    state: true,
    priority: true,
    organizationName: true,
    serviceName: true,
    needs: true,
    wardName: true,
    council: true,
    label: true,
    sentAt: true,
    dueAt: true,
  }).shape,
  senderName: z.string(),
  openedAt: z.nullable(Instant),
  /** What the viewer's side has to do now; null when it waits for nobody here. */
  waitsFor: z.nullable(WaitsFor),
  /** When it ends by itself if nobody does anything. */
  endsAt: z.nullable(Instant),
});
export type ReferralRow = z.infer<typeof ReferralRow>;

export const referralCreate = endpoint({
  id: 'referral.create',
  method: 'POST',
  path: '/api/referrals',
  boundary: 'sealed',
  status: 201,
  summary: 'Send a referral: seals who the person is, holds a place and tells the group that something waits',
  roles: ['link_worker', 'lw_manager'],
  relation: 'own_area',
  body: ReferralRequest,
  form: ReferralForm,
  reply: z.object({ id: ReferralId, reference: Reference }),
  refusals: [
    'not_found',
    'live_referral_exists',
    'no_room',
    'not_referable',
    'area_not_live',
    'safeguarding_lapsed',
    'group_is_new',
    'offers_waiting',
    'key_reused',
    'changed_meanwhile',
  ],
  rate: 'referral_create',
  event: 'referral.sent',
});

export const referralList = endpoint({
  id: 'referral.list',
  method: 'GET',
  path: '/api/referrals',
  boundary: 'staff',
  summary:
    'My caseload, my team’s, or my group’s inbox; what needs action first, over all pages (of the 1,000 newest of a list)',
  roles: ['link_worker', 'lw_manager', 'group_reader'],
  query: z.strictObject({
    view: z.enum(['caseload', 'team', 'inbox']),
    closed: z.optional(z.literal('1')),
    cursor: z.optional(z.string().check(z.maxLength(400))),
  }),
  reply: z.object({ rows: z.array(ReferralRow), next: z.nullable(z.string()), now: Instant }),
  refusals: ['not_found'],
  rate: 'signed_in',
});

export const referralRead = endpoint({
  id: 'referral.read',
  method: 'GET',
  path: '/api/referrals/{referralId}',
  boundary: 'staff',
  summary: 'One referral with its timeline and what I may do now',
  roles: ['link_worker', 'lw_manager', 'group_reader'],
  relation: 'either_side',
  params: ReferralPath,
  reply: ReferralView,
  refusals: ['not_found'],
  rate: 'signed_in',
});
