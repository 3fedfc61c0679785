import * as z from 'zod/mini';
import { AreaId } from './area.ts';
import { Instant } from './dates.ts';
import { OrganizationId, UserId } from './ids.ts';
import { Outcode } from './postcode.ts';

/** How a coordinator made sure that a group is who it says: never by the number that was typed in. */
export const HowChecked = z.enum(
  ['rang_register_number', 'visited', 'venue_rung', 'voucher'],
  'Choose how you checked the group',
);
export type HowChecked = z.infer<typeof HowChecked>;

export const WhyReturned = z.enum(
  ['not_reached', 'listed_already', 'not_a_group', 'not_here', 'not_who_they_say'],
  'Choose why the group goes back',
);
export type WhyReturned = z.infer<typeof WhyReturned>;

export const RegistrationState = z.enum(['mailed', 'confirmed', 'checked', 'returned']);
export type RegistrationState = z.infer<typeof RegistrationState>;

const decided = { at: Instant, by: UserId, note: z.string() };

/**
 * A group that asked to be listed: its three answers, and how far it came. The group itself is made when
 * the link in the mail is used, under the same id.
 */
export const Registration = z.strictObject({
  id: OrganizationId,
  area: AreaId,
  state: RegistrationState,
  name: z.string(),
  happens: z.string(),
  when: z.string(),
  outcode: Outcode,
  email: z.email(),
  at: Instant,
  /** Hash of the request that made it: the same key with other words is refused. */
  made: z.string(),
  lead: z.nullable(z.strictObject({ userId: UserId, name: z.string(), confirmedAt: Instant })),
  /** A group of the same name in the same postcode district that came before. Only a coordinator is told. */
  twin: z.nullable(OrganizationId),
  checked: z.nullable(z.strictObject({ ...decided, how: HowChecked })),
  returned: z.nullable(z.strictObject({ ...decided, reason: WhyReturned })),
});
export type Registration = z.infer<typeof Registration>;
