import { mayReceive } from '#functions/domain/safeguarding/receive.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { Organization } from '#shared/model/organization.ts';
import type { Service } from '#shared/model/service.ts';
import type { Nation } from '#shared/model/working-days.ts';

/** What an area decides for all its groups: `open` once it has gone live. */
export type AreaRules = { nation: Nation; open: boolean };

/** Before every date: to ask how things stand apart from what runs out. */
const BEFORE_ALL = '0000-01-01T00:00:00.000Z';

/**
 * Until when referrals to an activity can be sent through the portal as things stand: the end of the
 * group's safeguarding basics. Null when they cannot be sent: by the rule of `mayReceive`, or because the
 * area is not open yet, or the activity is for listing only or of a higher tier than the group has
 * confirmed. Judged again at send.
 */
export function referableUntil(
  organization: Organization,
  service: Service,
  { nation, open }: AreaRules,
): Instant | null {
  const { status, safeguarding } = organization;
  const standing = { organization: status, safeguarding, service: service.status };
  const covered = service.tier >= 1 && service.tier <= safeguarding.tier;
  return open && covered && mayReceive(standing, BEFORE_ALL, nation).ok ? safeguarding.validUntil : null;
}

/** Whether a referral can be sent now, by what was projected. */
export const isReferable = (until: Instant | null, now: Instant): boolean => until !== null && until > now;
