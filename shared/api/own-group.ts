import * as z from 'zod/mini';
import { Instant } from '../model/dates.ts';
import { GroupBlock, GroupCheck, GroupStep, StepState } from '../model/group-steps.ts';
import { OrganizationId } from '../model/ids.ts';
import { Organization } from '../model/organization.ts';
import { WhyReturned } from '../model/registration.ts';
import { endpoint } from './endpoint.ts';
import { GroupPath } from './group-public.ts';

/** How far a group is on its way to its first referral: what is done, what is left, and who helps. */
export const GroupProgress = z.object({
  group: z.object({ id: OrganizationId, name: z.string(), phone: Organization.shape.phone }),
  check: GroupCheck,
  /** Why a coordinator sent the group back; null unless `check` is `returned`. */
  reason: z.nullable(WhyReturned),
  steps: z.array(z.object({ step: GroupStep, state: StepState, isNeeded: z.boolean() })),
  /** How many safeguarding questions are left. */
  questionsLeft: z.int(),
  /** Whether a link worker can send somebody to at least one activity at this moment. */
  receives: z.boolean(),
  /** What the group cannot change by itself. */
  block: z.nullable(GroupBlock),
  helper: z.object({ name: z.string(), phone: z.string() }),
  now: Instant,
});
export type GroupProgress = z.infer<typeof GroupProgress>;

export const groupProgress = endpoint({
  id: 'group.progress',
  method: 'GET',
  path: '/api/groups/{groupId}/progress',
  boundary: 'staff',
  summary: 'What is done and what is left until link workers can send people to my group',
  roles: ['group_lead'],
  relation: 'own_group',
  params: GroupPath,
  reply: GroupProgress,
  refusals: ['not_found'],
  rate: 'signed_in',
});

/** The one phone of a group: when to ring it and who may see it. */
export const GroupPhone = z.strictObject({
  number: z
    .string('Enter a phone number, like 0161 496 0000')
    .check(
      z.trim(),
      z.regex(/^\+?[\d\s().-]{9,20}$/, 'Enter a phone number, like 0161 496 0000 or 07700 900000'),
    ),
  bestTimes: z
    .string('Say when to ring, or leave it out')
    .check(z.trim(), z.maxLength(80, 'Use 80 characters or fewer')),
  shownTo: z.enum(['professionals', 'public'], 'Choose who sees the number'),
});
export type GroupPhone = z.infer<typeof GroupPhone>;

export const groupChange = endpoint({
  id: 'group.change',
  method: 'PATCH',
  path: '/api/groups/{groupId}',
  boundary: 'staff',
  summary: 'Give my group’s phone, when to ring it, and who sees it',
  roles: ['group_lead'],
  relation: 'own_group',
  params: GroupPath,
  body: z.strictObject({ phone: GroupPhone }),
  reply: z.object({ phone: Organization.shape.phone }),
  refusals: ['not_found', 'key_reused', 'changed_meanwhile'],
  rate: 'signed_in',
  event: 'organization.changed',
});

export const groupAskAgain = endpoint({
  id: 'group.ask_again',
  method: 'POST',
  path: '/api/groups/{groupId}/ask-again',
  boundary: 'staff',
  summary: 'Ask the coordinator to look again at a group that was sent back',
  roles: ['group_lead'],
  relation: 'own_group',
  params: GroupPath,
  reply: z.object({ check: z.enum(['waiting', 'checked']) }),
  refusals: ['not_found', 'not_possible_now', 'changed_meanwhile'],
  rate: 'signed_in',
  event: 'organization.asked_again',
});
