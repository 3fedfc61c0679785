import * as z from 'zod/mini';
import { OrganizationId, ReferralId, ServiceId } from '../model/ids.ts';
import { Need } from '../model/need.ts';
import { DeclineReason, NotStartedReason, Outcome, WithdrawReason } from '../model/referral.ts';

const common = { referralId: ReferralId, organizationId: OrganizationId, serviceId: ServiceId };

/** Events of a referral. `tenant` is the sending scheme; `organizationId` says to whom it went. */
export const referralEvents = {
  'referral.sent': z.strictObject({
    ...common,
    need: Need,
    ward: z.string(),
    council: z.string(),
    heldPlace: z.boolean(),
  }),
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
  /** Its own aggregate (`reveal#<new id>`): it takes no version of the referral. */
  'contact.revealed': z.strictObject({ ...common, side: z.enum(['sender', 'reader']) }),
} as const;
