import * as z from 'zod/mini';
import { ServiceId } from '../model/ids.ts';
import { Reference } from '../model/reference.ts';
import { Agreement, Referral } from '../model/referral.ts';
import { ReferralState } from '../model/referral-state.ts';
import { endpoint } from './endpoint.ts';
import { ReferralPath, referralCreate } from './referrals.ts';

/** Sends the same person elsewhere. Who they are is not said again: the team's sealed original is used. */
export const referralResend = endpoint({
  id: 'referral.resend',
  method: 'POST',
  path: '/api/referrals/{referralId}/resend',
  boundary: 'sealed',
  status: 201,
  summary:
    'Send a declined or expired referral, or one that is late or on a waiting list, to another group, once the person has agreed to that one too',
  roles: ['link_worker', 'lw_manager'],
  relation: 'sending_team',
  states: ['declined', 'expired', 'sent', 'waitlisted'],
  params: ReferralPath,
  body: z.strictObject({
    serviceId: ServiceId,
    /** How the person said yes to the new group, today. */
    how: Agreement.shape.how,
    /** Nobody is in danger, and what the group cannot support was read. */
    checked: z.literal(true, 'Read what the group cannot support and confirm it does not apply'),
  }),
  reply: referralCreate.reply,
  refusals: [...referralCreate.refusals, 'not_possible_now', 'details_gone'],
  rate: 'referral_create',
  event: 'referral.sent',
});

/** Takes a declined or expired referral off the caseload: somebody has seen to the person in another way. */
export const referralPutAside = endpoint({
  id: 'referral.put_aside',
  method: 'POST',
  path: '/api/referrals/{referralId}/put-aside',
  boundary: 'staff',
  summary: 'Stop looking for another group; takes the referral off the caseload',
  roles: ['link_worker', 'lw_manager'],
  relation: 'sending_team',
  states: ['declined', 'expired'],
  params: ReferralPath,
  reply: z.object({ state: ReferralState, id: Referral.shape.id, reference: Reference }),
  refusals: ['not_found', 'not_possible_now', 'changed_meanwhile', 'key_reused'],
  rate: 'signed_in',
  event: 'referral.put_aside',
});
