import * as z from 'zod/mini';
import { InviteId, UserId } from '../model/ids.ts';
import { Role } from '../model/roles.ts';

const invite = { inviteId: InviteId, role: Role };

/** Events of invitations. `tenant` is the group or team somebody is invited to, or the area. */
export const inviteEvents = {
  /** `by` hand: the link was shown to an operator once, and no mail goes. */
  'invite.made': z.strictObject({ ...invite, by: z.enum(['mail', 'hand']) }),
  'invite.sent_again': z.strictObject(invite),
  'invite.cancelled': z.strictObject(invite),
  'invite.accepted': z.strictObject({ ...invite, userId: UserId }),
} as const;
