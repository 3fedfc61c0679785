import * as z from 'zod/mini';
import { CouncilCode } from '../model/area.ts';
import { Day } from '../model/dates.ts';
import { Introduced } from '../model/evidence.ts';
import { ServiceId } from '../model/ids.ts';
import { Need } from '../model/need.ts';
import { endpoint } from './endpoint.ts';

/** That somebody was told of a group, or taken there. Nothing here can say who: there is no field for it. */
export const Introduction = z.strictObject({
  how: Introduced,
  needs: z
    .array(Need)
    .check(z.minLength(1, 'Choose what it was for'), z.maxLength(6, 'Choose six needs or fewer')),
  /** Today, or one of the three days before. */
  on: Day,
  serviceId: z.optional(ServiceId),
  /** Where the person lives. Without it: where the activity is, or the only council of the area. */
  council: z.optional(CouncilCode),
});
export type Introduction = z.infer<typeof Introduction>;

export const introductionMake = endpoint({
  id: 'introduction.make',
  method: 'POST',
  path: '/api/introductions',
  boundary: 'staff',
  status: 201,
  summary: 'Say that somebody was told of a group or taken there without a referral; nobody is named',
  roles: ['link_worker', 'lw_manager'],
  relation: 'own_area',
  body: Introduction,
  reply: z.object({ recorded: z.literal(true) }),
  refusals: ['not_found', 'invalid', 'key_reused'],
  rate: 'signed_in',
  event: 'introduction.made',
});
