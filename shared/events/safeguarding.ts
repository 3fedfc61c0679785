import * as z from 'zod/mini';
import { OrganizationId } from '../model/ids.ts';
import { SafeguardingStatus, Tier } from '../model/safeguarding.ts';

const said = z.strictObject({ organizationId: OrganizationId, status: SafeguardingStatus, tier: Tier });

/** Events of a group's safeguarding. `tenant` is the group; what was answered stays with the answers. */
export const safeguardingEvents = {
  /** The group has said all that its tier asks: from here on it may be sent referrals. */
  'safeguarding.confirmed': said,
  /** Something was answered, and there is something left (or, after a confirmation, again). */
  'safeguarding.answered': said,
} as const;
