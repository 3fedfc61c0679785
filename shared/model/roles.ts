import * as z from 'zod/mini';
import { AreaId } from './area.ts';
import { Instant } from './dates.ts';
import { OrganizationId, SchemeId, UserId } from './ids.ts';

/**
 * What a person may come to do. `group_lead` does not imply `group_reader`: someone can keep a
 * listing right without ever seeing who was referred.
 */
export const Role = z.enum([
  'group_lead',
  'group_reader',
  'link_worker',
  'lw_manager',
  'coordinator',
  'commissioner',
]);
export type Role = z.infer<typeof Role>;

/** One role of one person, bound to the group or scheme it holds for. */
export const Membership = z.discriminatedUnion('role', [
  z.strictObject({ role: z.enum(['group_lead', 'group_reader']), organizationId: OrganizationId }),
  z.strictObject({ role: z.enum(['link_worker', 'lw_manager']), schemeId: SchemeId }),
  z.strictObject({ role: z.enum(['coordinator', 'commissioner']) }),
]);
export type Membership = z.infer<typeof Membership>;

/** The signed-in person a rule judges: looked up on each request, never taken from the caller. */
export const Principal = z.strictObject({
  userId: UserId,
  name: z.string(),
  email: z.email(),
  phone: z.nullable(z.string()),
  area: AreaId,
  memberships: z.array(Membership),
  /** From when somebody who is new as a reader may open contact details, by group; absent where at once. */
  readsFrom: z.optional(z.record(z.string(), Instant)),
});
export type Principal = z.infer<typeof Principal>;
