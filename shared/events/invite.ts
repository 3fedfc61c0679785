import * as z from 'zod/mini';
import { InviteId, UserId } from '../model/ids.ts';
import { Role } from '../model/roles.ts';

const invite = { inviteId: InviteId, role: Role };
/** `by` hand: the link was shown to an operator once, and no mail goes. */
const sent = z.strictObject({ ...invite, by: z.enum(['mail', 'hand']) });

/** Events of invitations. `tenant` is the group or team somebody is invited to, or the area. */
export const inviteEvents = {
  'invite.made': sent,
  'invite.sent_again': sent,
  'invite.cancelled': z.strictObject(invite),
  'invite.accepted': z.strictObject({ ...invite, userId: UserId }),
} as const;
