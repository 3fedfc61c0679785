import * as z from 'zod/mini';
import { OrganizationId, ReferralId, ServiceId, UserId } from '../model/ids.ts';
import { Need } from '../model/need.ts';
import { DeclineReason, NotStartedReason, Outcome, WithdrawReason } from '../model/referral.ts';
import { NudgeCode } from '../model/referral-care.ts';

const common = { referralId: ReferralId, organizationId: OrganizationId, serviceId: ServiceId };

/** Events of a referral. `tenant` is the sending scheme; `organizationId` says to whom it went. */
export const referralEvents = {
  'referral.sent': z.strictObject({
    ...common,
    need: Need,
    ward: z.string(),
    council: z.string(),
    heldPlace: z.boolean(),
    /** The referral it is sent instead of, which from now on points here. */
    previousReferralId: z.optional(ReferralId),
  }),
  /** Nobody looks for another group any more. */
  'referral.put_aside': z.strictObject(common),
  /** The first look, its own aggregate (`opening#<referral id>`): it takes no version of the referral. */
  'referral.opened': z.strictObject(common),
  'referral.accepted': z.strictObject(common),
  'referral.declined': z.strictObject({
    ...common,
    need: Need,
    ward: z.string(),
    council: z.string(),
    reason: DeclineReason,
    declinedBy: z.enum(['group', 'person']),
  }),
  'referral.started': z.strictObject(common),
  'referral.not_started': z.strictObject({ ...common, reason: NotStartedReason }),
  'referral.completed': z.strictObject({ ...common, outcome: Outcome }),
  'referral.withdrawn': z.strictObject({
    ...common,
    reason: WithdrawReason,
    agreementWithdrawn: z.boolean(),
  }),
  /** Somebody was told that somebody is late. Its own aggregate (`nudge#<referral id>`); the version says what and of which day: told once. */
  'referral.nudged': z.strictObject({ ...common, code: NudgeCode }),
  /** Nobody answered in time: the place is free and what the group says of its room counts no longer. */
  'referral.expired': z.strictObject({ ...common, need: Need, ward: z.string(), council: z.string() }),
  'referral.asked': z.strictObject(common),
  'referral.answered': z.strictObject(common),
  'referral.wait_listed': z.strictObject(common),
  /** The sending team says that the person still waits. */
  'referral.kept_waiting': z.strictObject(common),
  /** More than the group can safely support. What kind of need stands on the referral alone. */
  'referral.handed_back': z.strictObject({ ...common, immediateDanger: z.boolean() }),
  'referral.owner_recorded': z.strictObject({ ...common, accepted: z.boolean() }),
  /** One side says that it is in scope after all; `both` when the other had said so. */
  'referral.returned': z.strictObject({ ...common, both: z.boolean() }),
  /** Its sender has left; a colleague of the team looks after it now. */
  'referral.handed_on': z.strictObject({ ...common, fromUserId: UserId, toUserId: UserId }),
  /** Its time was over: what is destroyed, each once. */
  'referral.purged': z.strictObject({ ...common, what: z.enum(['copy', 'original', 'referral']) }),
  /** Its own aggregate (`reveal#<referral id>`, by the second): it takes no version of the referral. */
  'contact.revealed': z.strictObject({ ...common, side: z.enum(['sender', 'reader']) }),
} as const;
