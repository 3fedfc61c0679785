import * as z from 'zod/mini';
import { Day } from '../model/dates.ts';
import { OrganizationId } from '../model/ids.ts';
import { PauseReason, SafeguardingStatus, Tier } from '../model/safeguarding.ts';

const said = z.strictObject({ organizationId: OrganizationId, status: SafeguardingStatus, tier: Tier });

/** Events of a group's safeguarding. `tenant` is the group; what was answered stays with the answers. */
export const safeguardingEvents = {
  /** The group has said all that its tier asks: from here on it may be sent referrals. */
  'safeguarding.confirmed': said,
  /** Something was answered, and there is something left (or, after a confirmation, again). */
  'safeguarding.answered': said,
  /** The group took its confirmation back: nobody is sent from here on, until it renews. */
  'safeguarding.withdrawn': said,
  /** A coordinator stopped referrals, and nobody at the group opens contact details until this is ended. */
  'safeguarding.paused': z.strictObject({ organizationId: OrganizationId, reason: PauseReason }),
  'safeguarding.resumed': said,
  /**
   * So many days are left until answers run out (0: they have). Its own aggregate, named by group, last
   * day and step, so that each is told once.
   */
  'safeguarding.due': z.strictObject({ organizationId: OrganizationId, daysLeft: z.int(), endsOn: Day }),
} as const;
