import * as z from 'zod/mini';
import { AreaId } from '../model/area.ts';
import { CapacityState } from '../model/capacity.ts';
import { OrganizationId, ServiceId, SuggestionId, UserId } from '../model/ids.ts';
import { ImportId } from '../model/listing-source.ts';
import { WhyKnown } from '../model/organization.ts';
import { HowChecked, WhyReturned } from '../model/registration.ts';
import { Role } from '../model/roles.ts';

/** Events of groups, their activities and their room. `tenant` is the group. */
export const listingEvents = {
  /** Somebody asked for a group to be listed; a link to confirm is mailed. */
  'organization.registered': z.strictObject({ organizationId: OrganizationId }),
  /** The link was used: the group is there, its lead may sign in, and a coordinator has it to check. */
  'organization.confirmed': z.strictObject({ organizationId: OrganizationId, userId: UserId }),
  'organization.checked': z.strictObject({ organizationId: OrganizationId, how: HowChecked }),
  'organization.returned': z.strictObject({ organizationId: OrganizationId, reason: WhyReturned }),
  /** A lead whose group was sent back asked the coordinator to look again. */
  'organization.asked_again': z.strictObject({ organizationId: OrganizationId }),
  /** Somebody of a group was given a role in it, or had one taken. `userId` is theirs. */
  'member.named': z.strictObject({ organizationId: OrganizationId, userId: UserId, role: Role }),
  'member.removed': z.strictObject({ organizationId: OrganizationId, userId: UserId, role: Role }),
  /** A coordinator vouched for a reader who was new there. */
  'member.vouched': z.strictObject({ organizationId: OrganizationId, userId: UserId }),
  /** A coordinator lifted the limit of a group's first thirty days. */
  'organization.known': z.strictObject({ organizationId: OrganizationId, why: WhyKnown }),
  'organization.changed': z.strictObject({ organizationId: OrganizationId }),
  /** A lead listed something people can join. */
  'service.added': z.strictObject({ organizationId: OrganizationId, serviceId: ServiceId }),
  'service.changed': z.strictObject({ organizationId: OrganizationId, serviceId: ServiceId }),
  'capacity.stated': z.strictObject({
    organizationId: OrganizationId,
    serviceId: ServiceId,
    state: CapacityState,
    places: z.nullable(z.int()),
  }),
  /** The week has come to ask a group how much room there is; whoever is asked gets a link by mail. */
  'room.asked': z.strictObject({ organizationId: OrganizationId }),
  /** A statement by a link was taken back: room is as it was before it. */
  'capacity.undone': z.strictObject({ organizationId: OrganizationId, serviceId: ServiceId }),
  'suggestion.made': z.strictObject({ organizationId: OrganizationId, suggestionId: SuggestionId }),
  'suggestion.resolved': z.strictObject({ organizationId: OrganizationId, suggestionId: SuggestionId }),
  /** A group was taken from a directory; seen by nobody until its import is shown. */
  'organization.imported': z.strictObject({ organizationId: OrganizationId, importId: ImportId }),
  'import.begun': z.strictObject({ importId: ImportId, groups: z.int() }),
  /** All groups of the import may be seen, in one moment. */
  'import.shown': z.strictObject({ importId: ImportId, groups: z.int() }),
  'import.undone': z.strictObject({ importId: ImportId, groups: z.int() }),
  'area.changed': z.strictObject({ area: AreaId }),
  /** Everything needed is there and signed: from here on the area takes referrals. */
  'area.went_live': z.strictObject({ area: AreaId }),
} as const;
