import * as z from 'zod/mini';
import { Instant } from '../model/dates.ts';
import { SchemeId, UserId } from '../model/ids.ts';
import { Membership } from '../model/roles.ts';
import { Scheme } from '../model/scheme.ts';
import { endpoint } from './endpoint.ts';
import { InviteView } from './invites.ts';

/** Somebody who may sign in, as those see it who look after who may. */
export const StaffPerson = z.object({
  userId: UserId,
  name: z.string(),
  email: z.string(),
  memberships: z.array(Membership),
  lastSignInAt: z.nullable(Instant),
  /** Live referrals that a colleague would have to take on; 36 stands for as many or more. */
  live: z.int(),
  /** Whether the reader may close this account. */
  mayClose: z.boolean(),
});
export type StaffPerson = z.infer<typeof StaffPerson>;

/** Somebody who left a team: to whom their referrals went, and how many still wait to be handed on. */
export const LeaverView = z.object({
  userId: UserId,
  name: z.string(),
  schemeId: SchemeId,
  toName: z.nullable(z.string()),
  at: Instant,
  left: z.int(),
});

export const peopleList = endpoint({
  id: 'people.list',
  method: 'GET',
  path: '/api/people',
  boundary: 'staff',
  summary: 'Who may sign in, in my area or my team, with what they may do, and who is invited',
  roles: ['coordinator', 'lw_manager'],
  relation: 'own_area',
  query: z.strictObject({ cursor: z.optional(z.string().check(z.maxLength(400))) }),
  reply: z.object({
    schemes: z.array(z.object({ id: SchemeId, name: z.string() })),
    /** The people of the area itself, then of one team after another; somebody in two teams may come twice. */
    rows: z.array(StaffPerson),
    next: z.nullable(z.string()),
    /** Not told again on later pages, like who has left. */
    invites: z.array(InviteView),
    leavers: z.array(LeaverView),
    now: Instant,
  }),
  refusals: ['malformed'],
  rate: 'signed_in',
});

export const personClose = endpoint({
  id: 'people.close',
  method: 'POST',
  path: '/api/people/{userId}/close',
  boundary: 'staff',
  summary: 'Close somebody who leaves: at once, with their live referrals handed on to a colleague',
  roles: ['coordinator', 'lw_manager'],
  relation: 'own_area',
  params: z.strictObject({ userId: UserId }),
  body: z.strictObject({ to: z.nullable(UserId) }),
  reply: z.object({ userId: UserId }),
  refusals: ['not_found', 'own_account', 'changed_meanwhile'],
  rate: 'signed_in',
  event: 'access.changed',
});

export const schemeCreate = endpoint({
  id: 'scheme.create',
  method: 'POST',
  path: '/api/schemes',
  boundary: 'staff',
  status: 201,
  summary: 'Add a team of link workers to my area',
  roles: ['coordinator'],
  relation: 'own_area',
  body: z.pick(Scheme, { name: true }),
  reply: z.object({ id: SchemeId, name: z.string() }),
  refusals: ['key_reused', 'too_many_teams'],
  rate: 'signed_in',
  event: 'scheme.added',
});
