import * as z from 'zod/mini';
import { Day, Instant } from './dates.ts';
import { Grant } from './grant.ts';
import { Question } from './grant-answers.ts';

/** You look eligible; something to sort out; something to tell us; not for you. The funder decides, always. */
export const Verdict = z.enum(['fits', 'nearly', 'check', 'doesnt_fit']);
export type Verdict = z.infer<typeof Verdict>;

/** What would put a failing rule right. */
export const FixId = z.enum([
  'form',
  'committee',
  'account',
  'constitution',
  'safeguarding',
  'accounts',
  'equality',
  'insurance',
  'plan',
  'amount',
  'purpose',
  'ask',
]);
export type FixId = z.infer<typeof FixId>;

/** One rule of a fund explained: what came of it, what the group said and when, the rule, and its source. */
export const GrantReason = z.strictObject({
  criterionId: z.string(),
  necessity: z.enum(['must', 'prefer']),
  verdict: z.enum(['pass', 'fail', 'unknown', 'not_applicable']),
  rule: z.string(),
  yours: z.array(z.strictObject({ question: Question, answer: z.string() })),
  toldOn: z.nullable(Day),
  /** The questions whose answers would settle it. */
  asks: z.array(Question),
  /** What would put it right; null where nothing would or nothing is wrong. */
  fix: z.nullable(FixId),
  sourceUrl: z.string(),
  sourceCheckedAt: Instant,
});
export type GrantReason = z.infer<typeof GrantReason>;

export const GrantTime = z.strictObject({
  state: z.enum(['in_time', 'too_late', 'not_open_yet', 'closed', 'not_known']),
  /** The last day to send a bid that the next decision takes in; null where there is none. */
  deadline: z.nullable(Day),
  daysLeft: z.nullable(z.int()),
  decidedOn: z.nullable(Day),
});
export type GrantTime = z.infer<typeof GrantTime>;

/** A fund as anyone may read it, without who checked it. */
export const GrantSummary = z.omit(Grant, { criteria: true, sourceCheckedBy: true });
export type GrantSummary = z.infer<typeof GrantSummary>;

export const GrantMatch = z.strictObject({
  grant: GrantSummary,
  verdict: Verdict,
  reasons: z.array(GrantReason),
  time: GrantTime,
  /** Whether its source was looked at lately enough; else "check before you use this". */
  verified: z.boolean(),
});
export type GrantMatch = z.infer<typeof GrantMatch>;

/** What putting one thing right opens: how many funds, and the most that any one of them gives, in pounds. */
export const Unlock = z.strictObject({ fix: FixId, funds: z.int(), largest: z.int() });
export type Unlock = z.infer<typeof Unlock>;
