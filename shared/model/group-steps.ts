import * as z from 'zod/mini';

/** The steps of a group to its first referral, in the order they are shown. */
export const GroupStep = z.enum(['check', 'basics', 'phone', 'activity', 'room', 'reader']);
export type GroupStep = z.infer<typeof GroupStep>;

/** `waiting`: somebody else has it. */
export const StepState = z.enum(['done', 'to_do', 'waiting']);
export type StepState = z.infer<typeof StepState>;

/** Where the coordinator's check of a group is; `stopped` once a group was suspended or has closed. */
export const GroupCheck = z.enum(['waiting', 'checked', 'returned', 'stopped']);
export type GroupCheck = z.infer<typeof GroupCheck>;

/** What keeps referrals away that no answer of the group can change. */
export const GroupBlock = z.enum(['paused', 'higher_tier', 'not_england', 'not_live', 'stopped']);
export type GroupBlock = z.infer<typeof GroupBlock>;
