import * as z from 'zod/mini';
import { AreaId } from './area.ts';
import { SchemeId } from './ids.ts';

/** A team of link workers, such as those of a primary care network: what a referral is sent from. */
export const Scheme = z.strictObject({
  id: SchemeId,
  area: AreaId,
  name: z.string().check(z.trim(), z.minLength(1, 'Enter the name of the team'), z.maxLength(120)),
});
export type Scheme = z.infer<typeof Scheme>;
