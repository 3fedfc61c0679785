import * as z from 'zod/mini';
import { Instant } from '../model/dates.ts';
import { InviteId } from '../model/ids.ts';
import { InviteState } from '../model/invite.ts';
import { Membership } from '../model/roles.ts';
import { endpoint, Nothing } from './endpoint.ts';
import { LinkPath } from './links.ts';

/** An address, and what is asked of whoever reads mail there. */
export const InviteRequest = z.strictObject({
  email: z
    .string('Enter the email address')
    .check(
      z.trim(),
      z.maxLength(254, 'Use 254 characters or fewer'),
      z.email('Enter an email address, like name@example.org'),
    ),
  membership: Membership,
});
export type InviteRequest = z.infer<typeof InviteRequest>;

/** An invitation as those see it who may make it. */
export const InviteView = z.object({
  id: InviteId,
  email: z.string(),
  membership: Membership,
  state: InviteState,
  sentAt: Instant,
  endsAt: Instant,
});
export type InviteView = z.infer<typeof InviteView>;

export const InvitePath = z.strictObject({ inviteId: InviteId });

export const inviteCreate = endpoint({
  id: 'invite.create',
  method: 'POST',
  path: '/api/invites',
  boundary: 'staff',
  status: 201,
  summary: 'Ask somebody to take a role in my area, team or group; a link goes to their address',
  roles: ['coordinator', 'lw_manager', 'group_lead'],
  body: InviteRequest,
  reply: InviteView,
  refusals: [
    'not_found',
    'already_member',
    'already_invited',
    'too_many_invites',
    'key_reused',
    'changed_meanwhile',
  ],
  rate: 'signed_in',
  event: 'invite.made',
});

export const inviteResend = endpoint({
  id: 'invite.resend',
  method: 'POST',
  path: '/api/invites/{inviteId}/resend',
  boundary: 'staff',
  summary: 'Send another link for an invitation; the one before works no longer',
  roles: ['coordinator', 'lw_manager', 'group_lead'],
  params: InvitePath,
  reply: InviteView,
  refusals: ['not_found', 'not_possible_now', 'too_many_invites', 'changed_meanwhile'],
  rate: 'signed_in',
  event: 'invite.sent_again',
});

export const inviteCancel = endpoint({
  id: 'invite.cancel',
  method: 'POST',
  path: '/api/invites/{inviteId}/cancel',
  boundary: 'staff',
  summary: 'Take an invitation back: its link lets nobody in',
  roles: ['coordinator', 'lw_manager', 'group_lead'],
  params: InvitePath,
  reply: InviteView,
  refusals: ['not_found', 'not_possible_now', 'changed_meanwhile'],
  rate: 'signed_in',
  event: 'invite.cancelled',
});

/** Reading the page changes nothing, however often a mail scanner follows the link. */
export const invitePage = endpoint({
  id: 'invite.page',
  method: 'GET',
  path: '/invite/{token}',
  boundary: 'joining',
  kind: 'page',
  summary: 'The page of a mailed link: what somebody is asked to do, and where',
  roles: 'anyone',
  params: LinkPath,
  reply: Nothing,
  refusals: ['not_found'],
  rate: 'public',
});

/** `phone` is asked of link workers and managers alone, whom groups ring. */
export const InvitePress = z.strictObject({
  name: z
    .string('Enter your name')
    .check(z.trim(), z.minLength(1, 'Enter your name'), z.maxLength(80, 'Use 80 characters or fewer')),
  phone: z.optional(
    z.string().check(z.trim(), z.regex(/^\+?[\d\s().-]{9,20}$/, 'Enter a phone number, like 0161 496 0000')),
  ),
});
export type InvitePress = z.infer<typeof InvitePress>;

export const invitePress = endpoint({
  id: 'invite.press',
  method: 'POST',
  path: '/invite/{token}',
  boundary: 'joining',
  kind: 'page',
  summary: 'Accept an invitation by its link; its address may sign in from then on',
  roles: 'anyone',
  params: LinkPath,
  body: InvitePress,
  reply: Nothing,
  refusals: ['not_found', 'changed_meanwhile'],
  rate: 'public',
  event: 'invite.accepted',
});
