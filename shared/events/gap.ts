import * as z from 'zod/mini';
import { CouncilCode } from '../model/area.ts';
import { Cause } from '../model/evidence.ts';
import { Quarter } from '../model/quarter.ts';

/** Events of what is missing. `tenant` is the area and `actor` the function: nobody is named, not even a team. */
export const gapEvents = {
  /** Something was missing for these needs (codes with commas), found by a search or said by a link worker. */
  'gap.noted': z.strictObject({
    kind: z.enum(['unmet', 'noted']),
    needs: z.string().check(z.regex(/^[a-z]+(,[a-z]+){0,5}$/)),
    council: CouncilCode,
    cause: Cause,
  }),
  /** A closed quarter was counted once; the digest is of what may be shown of it. */
  'quarter.frozen': z.strictObject({ quarter: Quarter, rule: z.string(), digest: z.string() }),
} as const;
