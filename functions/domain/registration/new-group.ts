import type { Instant } from '#shared/model/dates.ts';
import type { UserId } from '#shared/model/ids.ts';
import type { Organization } from '#shared/model/organization.ts';
import type { Registration } from '#shared/model/registration.ts';

/**
 * The group as it begins when its lead confirms: nobody can find it, nothing is known but what was
 * answered, and its number is shown to nobody until the group says otherwise.
 */
export const newGroup = ({ id, area, name, happens }: Registration, now: Instant): Organization => ({
  id,
  area,
  name,
  description: happens,
  legalForm: 'unconstituted_group',
  charityNumber: null,
  website: null,
  phone: { number: '', bestTimes: '', shownTo: 'nobody' },
  email: null,
  status: 'unverified',
  checkedAt: null,
  lastReviewedAt: now,
  safeguarding: { status: 'not_started', tier: 0, confirmedAt: null, validUntil: null },
  services: [],
});

/** Whoever used the link leads the group. They read no referrals until they are named a reader. */
export const newLead = (
  { id, area, email }: Registration,
  { userId, name }: { userId: UserId; name: string },
) => ({
  userId,
  name,
  email,
  phone: null,
  area,
  memberships: [{ role: 'group_lead' as const, organizationId: id }],
  active: true,
  mail: 'instant' as const,
});
