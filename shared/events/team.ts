import * as z from 'zod/mini';
import { SchemeId, UserId } from '../model/ids.ts';

/** Events of teams and of who leaves them. `tenant` is the team. */
export const teamEvents = {
  'scheme.added': z.strictObject({ schemeId: SchemeId }),
  /** All their live referrals are a colleague's now; `referrals` says how many this time. */
  'caseload.handed_on': z.strictObject({
    schemeId: SchemeId,
    fromUserId: UserId,
    toUserId: UserId,
    referrals: z.int(),
  }),
} as const;
