import * as z from 'zod/mini';
import { Instant } from '../model/dates.ts';
import { ReferralAction, ReferralState } from '../model/referral-state.ts';

/**
 * The closed list of refusals: the code is the contract, the words may change. `title` says what
 * happened and what to do next, in the words of the person who reads it. There is no 403: another
 * tenant's object is not found.
 */
export const REFUSALS = {
  malformed: { status: 400, title: 'We could not read that request. Go back and try again.' },
  cross_site: {
    status: 400,
    title: 'That request did not come from this site. Open the portal and try again.',
  },
  key_missing: { status: 400, title: 'That request has no idempotency key. Reload the page and try again.' },
  not_signed_in: {
    status: 401,
    title: 'You are not signed in. Sign in and try again; what you typed is kept on this page.',
  },
  not_found: { status: 404, title: 'We could not find that. Check the address or go back to your list.' },
  not_possible_now: {
    status: 409,
    title: 'That can no longer be done. Look at what has happened and choose again.',
  },
  details_gone: {
    status: 409,
    title: 'The contact details are no longer kept. Search for a group and send a new referral.',
  },
  changed_meanwhile: {
    status: 409,
    title: 'Somebody else changed this first. Look at it again before you go on.',
  },
  done_already: {
    status: 409,
    title: 'A colleague dealt with this before you. Go on with the next one.',
  },
  live_referral_exists: {
    status: 409,
    title: 'Your team already has a referral under way for this person and activity. Open that one instead.',
  },
  no_room: { status: 409, title: 'The group has said it has no room. Choose another group or ring to ask.' },
  not_referable: {
    status: 409,
    title: 'This activity takes no referrals here just now. You can still tell the person about it.',
  },
  safeguarding_lapsed: {
    status: 409,
    title: 'The group’s safeguarding basics are out of date. Ring the coordinator, who helps them confirm.',
  },
  group_is_new: {
    status: 409,
    title:
      'This group is new here and has three referrals already. Ring it, or choose another group for now.',
  },
  offers_waiting: {
    status: 409,
    title:
      'Ten referrals of your team wait for this group’s answer. Ring it, or choose another group for now.',
  },
  reader_is_new: {
    status: 409,
    title:
      'You are new here as a reader, so contact details do not open for you yet. Ring the link worker, or your coordinator.',
  },
  list_full: {
    status: 409,
    title: 'The list holds 100 funds, the most it can. Withdraw one that has closed, then add this one.',
  },
  too_many_teams: {
    status: 409,
    title: 'The area has forty teams, the most it can. Invite people to one of them.',
  },
  own_account: {
    status: 409,
    title: 'Nobody closes their own account. Ask a coordinator, or make somebody else one first.',
  },
  area_not_live: {
    status: 409,
    title:
      'Your area takes no referrals here yet. Its coordinator says when; until then ring the group yourself.',
  },
  last_lead: {
    status: 409,
    title: 'A group needs a lead. Invite another first, or ring your coordinator.',
  },
  group_full: {
    status: 409,
    title: 'A group lists 45 activities at most. End one that is over, then add this one.',
  },
  already_member: {
    status: 409,
    title: 'Somebody with that address has this role already. Look at the list.',
  },
  already_invited: {
    status: 409,
    title: 'That address has an invitation that still works. Send that one again.',
  },
  too_many_invites: {
    status: 409,
    title: 'Too many invitations wait. Take back one nobody will use, then try again.',
  },
  not_agreed: { status: 422, title: 'The person has to agree first. Ask them, then send.' },
  too_large: { status: 413, title: 'That is more than we can take at once. Shorten it and try again.' },
  invalid: { status: 422, title: 'Some answers need another look.' },
  key_reused: {
    status: 422,
    title: 'That key was used for a different request. Reload the page and try again.',
  },
  too_many: {
    status: 429,
    title: 'That is more than we allow in a short time. Wait a little and try again.',
  },
  failed: {
    status: 500,
    title: 'Something went wrong on our side. It may have been saved: look before you try again.',
  },
  unavailable: {
    status: 503,
    title: 'Part of the portal is not answering. Nothing is lost: try again in a minute.',
  },
} as const satisfies Record<string, { status: number; title: string }>;

export type RefusalCode = keyof typeof REFUSALS;
export const RefusalCode = z.enum(Object.keys(REFUSALS) as [RefusalCode, ...RefusalCode[]]);

/** One answer that needs another look: `id` is the field's id in the form, `text` what to do. */
export const FieldProblem = z.strictObject({ id: z.string(), text: z.string() });
export type FieldProblem = z.infer<typeof FieldProblem>;

/** Where the thing stands now: told to the one who lost a race or came too late. */
export const CurrentState = z.strictObject({
  state: ReferralState,
  by: z.nullable(z.string()),
  at: z.nullable(Instant),
});

/** An RFC 9457 problem. `legal` lists what can be done instead; `current` says who was first. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: RefusalCode,
  detail: z.optional(z.string()),
  fields: z.optional(z.array(FieldProblem)),
  legal: z.optional(z.array(ReferralAction)),
  current: z.optional(CurrentState),
  referralId: z.optional(z.string()),
  retryAfter: z.optional(z.int()),
  requestId: z.string(),
});
export type Problem = z.infer<typeof Problem>;

/** A refusal as a value: the code and whatever the reader needs to go on. */
export type Refusal = { code: RefusalCode } & Partial<
  Pick<Problem, 'detail' | 'fields' | 'legal' | 'current' | 'referralId' | 'retryAfter'>
>;
