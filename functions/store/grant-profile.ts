import * as z from 'zod/mini';
import { GrantProfile } from '#shared/api/grants.ts';
import type { AreaId } from '#shared/model/area.ts';
import { Instant } from '#shared/model/dates.ts';
import { OrganizationId } from '#shared/model/ids.ts';
import { ttlAfter } from './expiry.ts';
import { portalKeys } from './keys.ts';
import { marksBeside, marksOf } from './marks.ts';
import { record, type Stored } from './record.ts';
import type { Item, Table } from './table.ts';

/** What a group answered about itself, and when. Gone two years after it last answered. */
export const AnsweredProfile = z.strictObject({
  organizationId: OrganizationId,
  ...GrantProfile.shape,
  answeredAt: Instant,
});
export type AnsweredProfile = z.infer<typeof AnsweredProfile>;

export const PROFILE_KEPT_DAYS = 730;

export const grantProfileRecord = record('grant profile', AnsweredProfile);

export const grantProfileItem = (
  area: AreaId,
  profile: AnsweredProfile,
  { version = 1, marks = [] }: { version?: number; marks?: readonly string[] } = {},
): Item => ({
  ...grantProfileRecord.toItem(
    portalKeys.grantProfile(area, profile.organizationId),
    profile,
    version,
    marksBeside(marks),
  ),
  ttl: ttlAfter(profile.answeredAt, PROFILE_KEPT_DAYS),
});

/** What a group last answered, with the requests that changed it; undefined when it never did. */
export async function findGrantProfile(
  table: Table,
  at: { area: AreaId; id: OrganizationId },
): Promise<(Stored<AnsweredProfile> & { marks: string[] }) | undefined> {
  const item = await table.get('portal', portalKeys.grantProfile(at.area, at.id));
  return item === undefined ? undefined : { ...grantProfileRecord.fromItem(item), marks: marksOf(item) };
}
