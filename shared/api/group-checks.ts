import * as z from 'zod/mini';
import { OrganizationId } from '../model/ids.ts';
import { HowChecked, WhyReturned } from '../model/registration.ts';
import { endpoint } from './endpoint.ts';
import { GroupPath } from './group-public.ts';

const note = z
  .string('Say in a few words what you found')
  .check(z.trim(), z.maxLength(300, 'Use 300 characters or fewer'));

export const groupCheck = endpoint({
  id: 'moderation.group_check',
  method: 'POST',
  path: '/api/moderation/groups/{groupId}/check',
  boundary: 'staff',
  summary: 'Say how I made sure that a group is who it says; from then on people can find it',
  roles: ['coordinator'],
  relation: 'own_area',
  params: GroupPath,
  /** `isSame`: whether an unclaimed listing of this name is this group; asked where there is one. */
  body: z.strictObject({ how: HowChecked, note, isSame: z.optional(z.boolean()) }),
  reply: z.object({ id: OrganizationId }),
  refusals: ['not_found', 'done_already', 'changed_meanwhile', 'not_possible_now'],
  rate: 'signed_in',
  event: 'organization.checked',
});

export const groupReturn = endpoint({
  id: 'moderation.group_return',
  method: 'POST',
  path: '/api/moderation/groups/{groupId}/return',
  boundary: 'staff',
  summary: 'Send a group back with a reason: it is not listed',
  roles: ['coordinator'],
  relation: 'own_area',
  params: GroupPath,
  body: z.strictObject({ reason: WhyReturned, note }),
  reply: z.object({ id: OrganizationId }),
  refusals: ['not_found', 'done_already', 'changed_meanwhile'],
  rate: 'signed_in',
  event: 'organization.returned',
});
