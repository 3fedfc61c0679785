import type { AreaId } from '#shared/model/area.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { SchemeId } from '#shared/model/ids.ts';
import { Leaver } from '#shared/model/leaver.ts';
import { ttlAfter } from './expiry.ts';
import { portalKeys } from './keys.ts';
import { record } from './record.ts';
import type { Item, Table } from './table.ts';

export const leaverRecord = record('leaver', Leaver);

/** How long a team sees who left it: late enough for whatever was on its way when they did. */
export const LEAVER_KEPT_DAYS = 90;

/** That somebody left a team, as an item of *portal* beside the team. */
export const leaverItem = (leaver: Leaver, now: Instant): Item =>
  leaverRecord.toItem(portalKeys.leaver(leaver.area, leaver.schemeId, leaver.userId), leaver, 1, {
    ttl: ttlAfter(now, LEAVER_KEPT_DAYS),
  });

/** Who left a team in the last 90 days, at most 50. */
export async function listLeavers(table: Table, area: AreaId, id: SchemeId): Promise<Leaver[]> {
  const { items } = await table.query({
    table: 'portal',
    partition: { value: portalKeys.teamMembers(area, id) },
    sort: { beginsWith: 'leaver#' },
    limit: 50,
    consistent: true,
  });
  return items.map((item) => leaverRecord.fromItem(item).value);
}
