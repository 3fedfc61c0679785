import * as z from 'zod/mini';
import { Instant } from '../model/dates.ts';
import { OrganizationId } from '../model/ids.ts';
import { HowChecked, WhyReturned } from '../model/registration.ts';
import { endpoint } from './endpoint.ts';
import { GroupPath } from './groups.ts';

const note = z
  .string('Say in a few words what you found')
  .check(z.trim(), z.maxLength(300, 'Use 300 characters or fewer'));

export const groupsToCheck = endpoint({
  id: 'moderation.groups',
  method: 'GET',
  path: '/api/moderation/groups',
  boundary: 'staff',
  summary: 'Groups of my area that wait for a check, longest first',
  roles: ['coordinator'],
  relation: 'own_area',
  reply: z.object({
    rows: z.array(
      z.object({
        id: OrganizationId,
        name: z.string(),
        happens: z.string(),
        when: z.string(),
        outcode: z.string(),
        leadName: z.string(),
        email: z.string(),
        waitsSince: Instant,
        /** A listed group of the same name in the same postcode district. */
        twin: z.nullable(OrganizationId),
      }),
    ),
    now: Instant,
  }),
  rate: 'signed_in',
});

export const groupCheck = endpoint({
  id: 'moderation.group_check',
  method: 'POST',
  path: '/api/moderation/groups/{groupId}/check',
  boundary: 'staff',
  summary: 'Say how I made sure that a group is who it says; from then on people can find it',
  roles: ['coordinator'],
  relation: 'own_area',
  params: GroupPath,
  body: z.strictObject({ how: HowChecked, note }),
  reply: z.object({ id: OrganizationId }),
  refusals: ['not_found', 'not_possible_now', 'changed_meanwhile'],
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
  refusals: ['not_found', 'not_possible_now', 'changed_meanwhile'],
  rate: 'signed_in',
  event: 'organization.returned',
});
