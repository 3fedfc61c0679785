import * as z from 'zod/mini';
import { Instant } from './dates.ts';

/**
 * The tier of an activity, derived from what the group does (questions C1-C10), never from a person.
 * 0 listing only; 1 open group; 2 adults at risk or one to one; 3 home, care, money, driving, children.
 */
export const Tier = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);
export type Tier = z.infer<typeof Tier>;

/** Where a group's answers stand. Only `confirmed`, `confirmed_with_actions` and `due_soon` take new referrals. */
export const SafeguardingStatus = z.enum([
  'not_started',
  'answering',
  'confirmed',
  'confirmed_with_actions',
  'due_soon',
  'out_of_date',
  'paused_by_coordinator',
  'withdrawn_by_group',
]);
export type SafeguardingStatus = z.infer<typeof SafeguardingStatus>;

/** Why a coordinator stops referrals to a group. A code: what was said about whom is told by phone, not written here. */
export const PauseReason = z.enum(
  ['concern_raised', 'nobody_to_tell', 'cannot_be_reached', 'group_asked'],
  'Choose why referrals stop',
);
export type PauseReason = z.infer<typeof PauseReason>;

/** What others may read of a group's safeguarding: a tier, a date and who said it. Never "approved" or "safe". */
export const SafeguardingStanding = z.strictObject({
  status: SafeguardingStatus,
  tier: Tier,
  confirmedAt: z.nullable(Instant),
  validUntil: z.nullable(Instant),
});
export type SafeguardingStanding = z.infer<typeof SafeguardingStanding>;
