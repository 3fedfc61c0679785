import * as z from 'zod/mini';
import { Instant } from '../model/dates.ts';
import { OrganizationId, UserId } from '../model/ids.ts';
import { endpoint } from './endpoint.ts';
import { GroupPath } from './group-public.ts';
import { InviteView } from './invites.ts';

/** What somebody may do in a group. A lead reads no referrals unless named a reader too. */
export const GroupRole = z.enum(['group_lead', 'group_reader'], 'Choose what they come to do');
export type GroupRole = z.infer<typeof GroupRole>;

/** Who looks after a group, and who has been asked to. */
export const GroupMembers = z.object({
  group: z.object({ id: OrganizationId, name: z.string() }),
  members: z.array(
    z.object({
      userId: UserId,
      name: z.string(),
      email: z.string(),
      roles: z.array(GroupRole),
      /** From when a new reader opens contact details; null for everybody else. */
      opensFrom: z.nullable(Instant),
      /** Whether it is whoever asks. */
      isMe: z.boolean(),
    }),
  ),
  invites: z.array(InviteView),
  now: Instant,
});
export type GroupMembers = z.infer<typeof GroupMembers>;

export const membersRead = endpoint({
  id: 'members.read',
  method: 'GET',
  path: '/api/groups/{groupId}/members',
  boundary: 'staff',
  summary: 'Who leads my group and who reads its referrals, with the invitations that wait',
  roles: ['group_lead'],
  relation: 'own_group',
  params: GroupPath,
  reply: GroupMembers,
  refusals: ['not_found'],
  rate: 'signed_in',
});

export const memberName = endpoint({
  id: 'members.name',
  method: 'POST',
  path: '/api/groups/{groupId}/members',
  boundary: 'staff',
  summary: 'Give somebody of my group, or myself, one more role in it',
  roles: ['group_lead'],
  relation: 'own_group',
  params: GroupPath,
  body: z.strictObject({ userId: UserId, role: GroupRole }),
  reply: GroupMembers,
  refusals: ['not_found', 'changed_meanwhile'],
  rate: 'signed_in',
  event: 'member.named',
});

export const memberRemove = endpoint({
  id: 'members.remove',
  method: 'DELETE',
  path: '/api/groups/{groupId}/members/{userId}/{role}',
  boundary: 'staff',
  summary: 'Take a role in my group from somebody; wherever they are signed in, they are signed out',
  roles: ['group_lead'],
  relation: 'own_group',
  params: z.strictObject({ groupId: OrganizationId, userId: UserId, role: GroupRole }),
  reply: z.object({ readers: z.int() }),
  refusals: ['not_found', 'last_lead', 'changed_meanwhile'],
  rate: 'signed_in',
  event: 'member.removed',
});
