import * as z from 'zod/mini';
import { Instant } from '../model/dates.ts';
import { OrganizationId, UserId } from '../model/ids.ts';
import { OrganizationStatus } from '../model/organization.ts';
import { PauseReason, SafeguardingStanding } from '../model/safeguarding.ts';
import { SafeguardingQuestion } from '../model/safeguarding-answers.ts';
import { endpoint } from './endpoint.ts';
import { GroupPath } from './group-public.ts';

/** How a group stands with its safeguarding basics, as its coordinator has to know before ringing. */
export const GroupStanding = z.object({
  group: z.object({ id: OrganizationId, name: z.string(), status: OrganizationStatus }),
  phone: z.nullable(z.object({ number: z.string(), bestTimes: z.string() })),
  standing: SafeguardingStanding,
  missing: z.array(SafeguardingQuestion),
  readers: z.int(),
  /** While the group is new: until when it has three open referrals at most, and whether it has them. */
  firstDays: z.nullable(z.object({ until: Instant, isFull: z.boolean() })),
  /** Readers who do not open contact details yet, and from when they do. */
  newReaders: z.array(z.object({ userId: UserId, name: z.string(), from: Instant })),
  now: Instant,
});
export type GroupStanding = z.infer<typeof GroupStanding>;

export const groupStanding = endpoint({
  boundary: 'staff',
  roles: ['coordinator'],
  relation: 'own_area',
  params: GroupPath,
  reply: GroupStanding,
  rate: 'signed_in',
  id: 'moderation.safeguarding',
  method: 'GET',
  path: '/api/moderation/safeguarding/{groupId}',
  summary: 'How a group of my area stands with its safeguarding basics',
  refusals: ['not_found'],
});

export const groupPause = endpoint({
  boundary: 'staff',
  roles: ['coordinator'],
  relation: 'own_area',
  params: GroupPath,
  reply: GroupStanding,
  rate: 'signed_in',
  id: 'moderation.pause',
  method: 'POST',
  path: '/api/moderation/safeguarding/{groupId}/pause',
  summary: 'Stop referrals to a group at once, and the opening of contact details there',
  body: z.strictObject({ reason: PauseReason }),
  refusals: ['not_found', 'not_possible_now', 'changed_meanwhile'],
  event: 'safeguarding.paused',
});

export const groupResume = endpoint({
  boundary: 'staff',
  roles: ['coordinator'],
  relation: 'own_area',
  params: GroupPath,
  reply: GroupStanding,
  rate: 'signed_in',
  id: 'moderation.resume',
  method: 'POST',
  path: '/api/moderation/safeguarding/{groupId}/resume',
  summary: 'End a pause: the group stands again as its answers say',
  refusals: ['not_found', 'not_possible_now', 'changed_meanwhile'],
  event: 'safeguarding.resumed',
});
