import * as z from 'zod/mini';
import { AreaId } from './area.ts';
import { Instant } from './dates.ts';
import { InviteId, UserId } from './ids.ts';
import { Membership } from './roles.ts';

/** `cancelled` is taken back by whoever may invite; one that ran out stays `waiting`, past its `endsAt`. */
export const InviteState = z.enum(['waiting', 'accepted', 'cancelled']);

/**
 * That somebody was asked to take a role: bound to one email address, one role and the group, team or
 * area it holds for. Nobody can sign in by it until the link that was sent has been used.
 */
export const Invite = z.strictObject({
  id: InviteId,
  area: AreaId,
  email: z.email(),
  membership: Membership,
  state: InviteState,
  invitedBy: z.union([UserId, z.literal('operator')]),
  invitedAt: Instant,
  /** When the newest link was asked for, and until when it works. */
  sentAt: Instant,
  endsAt: Instant,
  /** How many links were asked for, the first included. */
  sent: z.int(),
  acceptedBy: z.nullable(UserId),
  /** The request that made it. */
  made: z.string(),
});
export type Invite = z.infer<typeof Invite>;
