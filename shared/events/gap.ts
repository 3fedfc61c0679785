import * as z from 'zod/mini';
import { CouncilCode } from '../model/area.ts';
import { Day } from '../model/dates.ts';
import { Cause, Introduced } from '../model/evidence.ts';
import { ServiceId } from '../model/ids.ts';
import { Quarter } from '../model/quarter.ts';

/** Codes of needs with commas. */
const needs = z.string().check(z.regex(/^[a-z]+(,[a-z]+){0,5}$/));

/** Events of what is missing. `tenant` is the area and `actor` the function: nobody is named, not even a team. */
export const gapEvents = {
  /** Something was missing for this need, found by a search or said by a link worker. */
  'gap.noted': z.strictObject({
    kind: z.enum(['unmet', 'noted']),
    needs,
    council: CouncilCode,
    cause: Cause,
  }),
  /** Somebody, nobody knows who, was told of a group or taken there without a referral. */
  'introduction.made': z.strictObject({
    how: Introduced,
    needs,
    council: CouncilCode,
    on: Day,
    serviceId: z.optional(ServiceId),
  }),
  /** A closed quarter was counted once; the digest is of what may be shown of it. */
  'quarter.frozen': z.strictObject({ quarter: Quarter, rule: z.string(), digest: z.string() }),
} as const;
