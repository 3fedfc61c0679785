import * as z from 'zod/mini';
import { GrantId, OrganizationId } from '../model/ids.ts';

const grant = z.strictObject({ grantId: GrantId });

/** Events of funds. `tenant` is the area, whose coordinator keeps them true; of a group’s answers, the group. */
export const grantEvents = {
  'grant.added': grant,
  'grant.changed': grant,
  /** Compared with its source and found to be so. */
  'grant.checked': grant,
  'grant_profile.answered': z.strictObject({ organizationId: OrganizationId }),
} as const;
