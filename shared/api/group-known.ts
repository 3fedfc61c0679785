import * as z from 'zod/mini';
import { OrganizationId, UserId } from '../model/ids.ts';
import { WhyKnown } from '../model/organization.ts';
import { endpoint } from './endpoint.ts';
import { GroupStanding } from './group-pause.ts';
import { GroupPath } from './group-public.ts';

export const groupKnow = endpoint({
  boundary: 'staff',
  roles: ['coordinator'],
  relation: 'own_area',
  params: GroupPath,
  reply: GroupStanding,
  rate: 'signed_in',
  id: 'moderation.know',
  method: 'POST',
  path: '/api/moderation/safeguarding/{groupId}/known',
  summary: 'Lift the limit of three open referrals of a group’s first thirty days, with a reason',
  body: z.strictObject({ why: WhyKnown }),
  refusals: ['not_found', 'not_possible_now', 'changed_meanwhile'],
  event: 'organization.known',
});

export const readerVouch = endpoint({
  boundary: 'staff',
  roles: ['coordinator'],
  relation: 'own_area',
  params: z.strictObject({ groupId: OrganizationId, userId: UserId }),
  reply: GroupStanding,
  rate: 'signed_in',
  id: 'moderation.vouch',
  method: 'POST',
  path: '/api/moderation/safeguarding/{groupId}/readers/{userId}/vouch',
  summary: 'Let a new reader of a group open contact details from now on, after a call',
  refusals: ['not_found', 'changed_meanwhile'],
  event: 'member.vouched',
});
