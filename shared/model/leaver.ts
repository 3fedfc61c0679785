import * as z from 'zod/mini';
import { AreaId } from './area.ts';
import { Instant } from './dates.ts';
import { SchemeId, UserId } from './ids.ts';

/** That somebody left a team, and which colleague their live referrals went to. Null: there was none to hand on. */
export const Leaver = z.strictObject({
  area: AreaId,
  schemeId: SchemeId,
  userId: UserId,
  name: z.string(),
  to: z.nullable(UserId),
  by: UserId,
  at: Instant,
});
export type Leaver = z.infer<typeof Leaver>;
