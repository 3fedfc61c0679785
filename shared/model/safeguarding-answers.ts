import * as z from 'zod/mini';
import { Day } from './dates.ts';
import type { Tier } from './safeguarding.ts';

const line = (max: number, empty: string) =>
  z.string().check(z.trim(), z.minLength(1, empty), z.maxLength(max, `Use ${max} characters or fewer`));

/** What a group does (questions C1-C10), and the tier that follows from it. `always_two` supports tier 1. */
export const DOINGS = {
  children: 3,
  adults_at_risk: 2,
  one_to_one: 2,
  homes: 3,
  personal_care: 3,
  money: 3,
  driving: 3,
  health_care: 3,
  always_two: 1,
  advice: 1,
} as const satisfies Record<string, Tier>;
export type Doing = keyof typeof DOINGS;
const codes = <Code extends string>(table: Readonly<Record<Code, unknown>>): [Code, ...Code[]] =>
  // An enum needs one member at least; every table here has several.
  Object.keys(table) as [Code, ...Code[]];
export const Doing = z.enum(codes(DOINGS));

/** S3: who to tell, how, where it is written down, when police or social services are told. */
export const PROCEDURE = ['whom', 'how', 'record', 'others'] as const;
/** S4: what everybody at the group knows. */
export const KNOWN = ['danger', 'council', 'out_of_hours'] as const;
/** S5: how a new helper is checked; never a certificate. */
export const CHECKS = ['references', 'trial', 'two_of_us', 'known', 'other'] as const;
/** S15: how referrals are kept safe. */
export const KEEPING = ['own_login', 'phone_lock', 'no_shared_inbox', 'deleted'] as const;

const ticked = <const T extends readonly [string, ...string[]]>(list: T, nothing: string) =>
  z.array(z.enum(list)).check(z.minLength(1, nothing), z.maxLength(list.length));

/** The answers of a group to what tier 1 asks. A question that is not there has not been answered. */
export const SafeguardingAnswers = z.strictObject({
  /** C1-C10; an empty list says that nothing of it applies. */
  does: z.optional(z.array(Doing).check(z.maxLength(10))),
  /** C10: the number of the authorization to advise on debt or immigration; null: we only show people the way. */
  advice: z.optional(z.strictObject({ number: z.nullable(line(40, 'Enter the number')) })),
  /** S1. A work contact, never public. */
  lead: z.optional(
    z.strictObject({
      name: line(80, 'Enter the name of the person people tell'),
      role: line(80, 'Enter what they do in the group'),
      contact: line(80, 'Enter a phone number or an email address'),
      deputy: z.nullable(line(80, 'Enter who stands in')),
    }),
  ),
  /** S2: a policy of its own, or the page made from S1, S3 and S4, and when the committee last looked at it. */
  policy: z.optional(
    z.strictObject({
      kind: z.enum(['own', 'portal'], 'Choose which policy you have'),
      reviewedOn: Day,
    }),
  ),
  /** S3 */
  procedure: z.optional(ticked(PROCEDURE, 'Tick what your policy or poster says')),
  /** S4, with the numbers as the group writes them up. */
  numbers: z.optional(
    z.strictObject({
      known: ticked(KNOWN, 'Tick what everybody knows'),
      adultSocialCare: line(30, 'Enter the council’s number'),
      outOfHours: line(30, 'Enter the out-of-hours number'),
    }),
  ),
  /** S5 */
  checks: z.optional(ticked(CHECKS, 'Tick how you check a new helper')),
  /** S14: nobody, or until when employers’ liability runs. */
  employs: z.optional(
    z.strictObject({ anybody: z.boolean('Choose yes or no'), insuredUntil: z.nullable(Day) }),
  ),
  /** S15; that somebody is named to read is looked up, not asked. */
  keeping: z.optional(ticked(KEEPING, 'Tick how you keep referrals safe')),
  /** S17: about the activity, never a kind of person. Shown before sending. */
  limits: z.optional(
    z
      .array(line(200, 'Say what you cannot safely support'))
      .check(z.minLength(1, 'Enter at least one limit'), z.maxLength(8, 'Enter 8 lines or fewer')),
  ),
});
export type SafeguardingAnswers = z.infer<typeof SafeguardingAnswers>;

/** The questions in the order they are asked; `id` is the question's number in the set. */
export const SAFEGUARDING_QUESTIONS = {
  does: 'C1-C10',
  advice: 'C10',
  lead: 'S1',
  procedure: 'S3',
  numbers: 'S4',
  policy: 'S2',
  checks: 'S5',
  employs: 'S14',
  keeping: 'S15',
  limits: 'S17',
} as const satisfies Record<keyof SafeguardingAnswers, string>;
export type SafeguardingQuestion = keyof typeof SAFEGUARDING_QUESTIONS;
export const SafeguardingQuestion = z.enum(codes(SAFEGUARDING_QUESTIONS));
