import * as z from 'zod/mini';
import { Day, Instant } from '../model/dates.ts';
import { OrganizationId } from '../model/ids.ts';
import { SafeguardingStanding } from '../model/safeguarding.ts';
import { SafeguardingAnswers, SafeguardingQuestion } from '../model/safeguarding-answers.ts';
import { endpoint } from './endpoint.ts';
import { GroupPath } from './group-public.ts';

/** A group's answers, what is left of tier 1, and who helps. */
export const Safeguarding = z.object({
  group: z.object({ id: OrganizationId, name: z.string() }),
  answers: SafeguardingAnswers,
  /** As it stands at this moment. */
  standing: SafeguardingStanding,
  /** What tier 1 still needs, in the order of asking. */
  missing: z.array(SafeguardingQuestion),
  /** How many people are named to read referrals. */
  readers: z.int(),
  /** Where these questions are those of another nation, nothing is confirmed here yet. */
  inEngland: z.boolean(),
  /** The numbers of the councils, to be copied into the answer. */
  councils: z.array(z.object({ name: z.string(), adultSocialCare: z.string(), outOfHours: z.string() })),
  helper: z.object({ name: z.string(), phone: z.string() }),
  now: Instant,
});
export type Safeguarding = z.infer<typeof Safeguarding>;

export const safeguardingRead = endpoint({
  boundary: 'staff',
  path: '/api/groups/{groupId}/safeguarding',
  roles: ['group_lead'],
  relation: 'own_group',
  params: GroupPath,
  reply: Safeguarding,
  rate: 'signed_in',
  id: 'safeguarding.read',
  method: 'GET',
  summary: 'What my group has answered about safeguarding, and what is left',
  refusals: ['not_found'],
});

export const safeguardingAnswer = endpoint({
  boundary: 'staff',
  path: '/api/groups/{groupId}/safeguarding',
  roles: ['group_lead'],
  relation: 'own_group',
  params: GroupPath,
  reply: Safeguarding,
  rate: 'signed_in',
  id: 'safeguarding.answer',
  method: 'PUT',
  summary: 'Answer one or several safeguarding questions; the others stay as they are',
  body: SafeguardingAnswers,
  refusals: ['not_found', 'changed_meanwhile'],
  event: 'safeguarding.confirmed',
});

/** What is said once for all when a year is over: everything still holds, and two dates only the group knows. */
export const Renewal = z.strictObject({
  policyReviewedOn: Day,
  /** When employers’ liability ends; null for a group that employs nobody. */
  insuredUntil: z.nullable(Day),
  stillTrue: z.literal(true, 'Read the answers and tick that they still hold'),
});

export const safeguardingRenew = endpoint({
  boundary: 'staff',
  path: '/api/groups/{groupId}/safeguarding/renew',
  roles: ['group_lead'],
  relation: 'own_group',
  params: GroupPath,
  reply: Safeguarding,
  rate: 'signed_in',
  id: 'safeguarding.renew',
  method: 'POST',
  summary: 'Say that all answers still hold: confirmed for another year',
  body: Renewal,
  refusals: ['not_found', 'not_possible_now', 'changed_meanwhile'],
  event: 'safeguarding.confirmed',
});

export const safeguardingWithdraw = endpoint({
  boundary: 'staff',
  path: '/api/groups/{groupId}/safeguarding/withdraw',
  roles: ['group_lead'],
  relation: 'own_group',
  params: GroupPath,
  reply: Safeguarding,
  rate: 'signed_in',
  id: 'safeguarding.withdraw',
  method: 'POST',
  summary: 'Take our confirmation back: nobody is sent to us from now on',
  refusals: ['not_found', 'not_possible_now', 'changed_meanwhile'],
  event: 'safeguarding.withdrawn',
});
