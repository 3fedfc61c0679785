import * as z from 'zod/mini';
import { AreaId, CouncilCode, WardCode } from './area.ts';
import { Day, Instant } from './dates.ts';
import { OrganizationId, PersonId, ReferralId, SchemeId, ServiceId, UserId } from './ids.ts';
import { Need } from './need.ts';
import { Reference } from './reference.ts';
import { Called, HandBackKind, OwnerTold, PersonAware } from './referral-care.ts';
import { ReferralState } from './referral-state.ts';

/** Where the referral began; the list is not exhaustive, hence `other`. */
export const OriginAgency = z.enum(
  [
    'general_practice',
    'pharmacy',
    'multi_disciplinary_team',
    'hospital_discharge',
    'allied_health',
    'fire_service',
    'police',
    'job_centre',
    'social_care',
    'housing_association',
    'vcse_group',
    'self',
    'other',
  ],
  'Choose where this began',
);

export const DeclineReason = z.enum(
  [
    'no_capacity',
    'outside_area',
    'outside_age_or_group',
    'need_not_what_we_do',
    'need_beyond_us',
    'cannot_meet_access_need',
    'not_enough_information',
    'duplicate',
    'activity_closed',
    'person_declined',
    'could_not_reach',
    'other',
  ],
  'Choose the main reason',
);
export type DeclineReason = z.infer<typeof DeclineReason>;

export const NotStartedReason = z.enum(
  [
    'could_not_reach',
    'changed_mind',
    'did_not_attend',
    'no_longer_needed',
    'unwell',
    'barrier',
    'group_withdrew_offer',
  ],
  'Choose the main reason',
);
export type NotStartedReason = z.infer<typeof NotStartedReason>;

/** What a person can record; `outcome_unknown` is what a timer writes after 13 weeks of silence. */
export const RecordedOutcome = z.enum(
  ['came_regularly', 'came_some', 'not_for_them', 'moved_on', 'still_coming_loop_closed'],
  'Choose what came of it',
);
export const Outcome = z.enum([...RecordedOutcome.options, 'outcome_unknown']);
export type Outcome = z.infer<typeof Outcome>;

/** What a sender can give; `no_answer_from_referrer` is what a timer writes. */
export const SenderWithdrawReason = z.enum(
  ['person_asked', 'no_longer_needed', 'sent_by_mistake', 'found_elsewhere'],
  'Choose why you are taking it back',
);
export const WithdrawReason = z.enum([...SenderWithdrawReason.options, 'no_answer_from_referrer']);
export type WithdrawReason = z.infer<typeof WithdrawReason>;

export const AccessNeed = z.enum([
  'step_free',
  'hearing_loop',
  'quiet_space',
  'bring_someone',
  'near_bus_stop',
  'interpreter',
]);
export type AccessNeed = z.infer<typeof AccessNeed>;

export const PreferredTime = z.enum(['weekday_mornings', 'weekday_afternoons', 'evenings', 'weekends']);

/**
 * The person's agreement to be introduced: what was explained, how, by whom and when. Counts until
 * acceptance for 90 days. It is confidentiality permission, not the controllers' lawful basis.
 */
export const Agreement = z.strictObject({
  how: z.enum(['face_to_face', 'by_phone', 'in_writing'], 'Choose how the person agreed'),
  givenBy: z.enum(['person', 'carer_with_authority', 'best_interests_decision'], 'Choose who agreed'),
  agreedOn: Day,
  wordingVersion: z.string().check(z.regex(/^[a-z]+-\d+$/, 'Use the version of the wording shown')),
});
export type Agreement = z.infer<typeof Agreement>;

const note = (max: number) => z.string().check(z.trim(), z.maxLength(max, `Use ${max} characters or fewer`));

/** Who acted and when; users are ids, the reader resolves a name where the role may see it. */
const Act = z.strictObject({
  at: Instant,
  by: z.union([UserId, z.literal('system')]),
  byName: z.string(),
});

/** One question of the group and what the link worker answered. */
const Round = z.strictObject({
  asked: z.extend(Act, { text: note(500) }),
  answered: z.nullable(z.extend(Act, { text: note(500) })),
});
/** How many questions a group may ask; after that they ring. */
export const MOST_QUESTIONS = 2;

const HandedBack = z.extend(Act, {
  /** In which state it was: it goes back to a group only where the group had said yes. */
  from: ReferralState,
  kind: HandBackKind,
  immediateDanger: z.boolean(),
  called: z.nullable(Called),
  personAware: PersonAware,
  note: z.nullable(note(300)),
  /** The first side that says it is in scope after all; the other side has to say so too. */
  returning: z.optional(z.extend(Act, { side: z.enum(['sender', 'reader']), note: note(300) })),
});
const NewOwner = z.extend(Act, {
  who: z.string().check(z.trim(), z.minLength(1, 'Enter a name or a team'), z.maxLength(120)),
  organization: z.string().check(z.trim(), z.minLength(1, 'Enter the organisation'), z.maxLength(120)),
  how: OwnerTold,
  on: Day,
  accepted: z.boolean(),
});

/**
 * A referral as stored in *portal*: everything but who the person is. `personId` names the sealed
 * record. `label` is the sending team's own short label and is shown to that team alone.
 */
export const Referral = z.strictObject({
  id: ReferralId,
  area: AreaId,
  reference: Reference,
  state: ReferralState,
  priority: z.enum(['routine', 'time_sensitive']),
  schemeId: SchemeId,
  schemeName: z.string(),
  sender: z.strictObject({ userId: UserId, name: z.string(), phone: z.string() }),
  organizationId: OrganizationId,
  organizationName: z.string(),
  serviceId: ServiceId,
  serviceName: z.string(),
  personId: PersonId,
  needs: z.array(Need).check(z.minLength(1), z.maxLength(6)),
  ward: WardCode,
  wardName: z.string(),
  council: CouncilCode,
  origin: OriginAgency,
  accessNeeds: z.array(AccessNeed).check(z.maxLength(6)),
  times: z.array(PreferredTime).check(z.maxLength(4)),
  wouldLike: z.nullable(note(300)),
  speakToSenderFirst: z.boolean(),
  label: z.nullable(note(20)),
  /** Sent elsewhere: the referral before this one, and the one after it. */
  previousReferralId: z.optional(ReferralId),
  resentAs: z.optional(ReferralId),
  /** The sending team looks no further after a no, or no answer. */
  putAside: z.optional(Act),
  agreement: Agreement,
  /** Whether a numbered place is held (sent) or used (accepted, started). */
  holdsPlace: z.boolean(),
  /** Beside which activity's room it was counted as one the group has to answer; absent where it never was. */
  countedBeside: z.optional(ServiceId),
  sentAt: Instant,
  /** When somebody must have acted; the lists put the soonest first. Null when nothing is due. */
  dueAt: z.nullable(Instant),
  opened: z.nullable(Act),
  accepted: z.nullable(z.extend(Act, { contactBy: Day })),
  declined: z.nullable(
    z.extend(Act, {
      reason: DeclineReason,
      declinedBy: z.enum(['group', 'person']),
      comment: z.nullable(note(300)),
    }),
  ),
  started: z.nullable(z.extend(Act, { on: Day })),
  notStarted: z.nullable(z.extend(Act, { reason: NotStartedReason })),
  completed: z.nullable(z.extend(Act, { outcome: Outcome, words: z.nullable(note(300)) })),
  withdrawn: z.nullable(z.extend(Act, { reason: WithdrawReason, agreementWithdrawn: z.boolean() })),
  /** What few referrals have is left out of the rest, which keeps an item small. */
  questions: z.optional(z.array(Round).check(z.maxLength(MOST_QUESTIONS))),
  /** Since when it waits, by whoever said so last: the group, or the link worker who asked the person again. */
  waiting: z.optional(z.extend(Act, { month: z.string().check(z.regex(/^\d{4}-\d{2}$/, 'Choose a month')) })),
  handedBack: z.optional(HandedBack),
  newOwner: z.optional(NewOwner),
  expired: z.optional(z.strictObject({ at: Instant })),
  /** What was destroyed when its time was over: the group's copy and list entry, then the original and all free words. */
  gone: z.optional(z.strictObject({ copy: Instant, original: z.nullable(Instant) })),
});
export type Referral = z.infer<typeof Referral>;
