import { type AreaId, AreaSettings } from '#shared/model/area.ts';
import type { Instant } from '#shared/model/dates.ts';
import { portalKeys } from './keys.ts';
import { type Freshness, findOne } from './reading.ts';
import { record } from './record.ts';
import type { Item, Table } from './table.ts';

/** Before shape 2 every area took referrals, and nobody asked how to reach link workers. */
export const openedBefore = (body: Record<string, unknown>) => ({
  goneLive: '2026-01-01T00:00:00.000Z',
  ...body,
  councils: (Array.isArray(body['councils']) ? body['councils'] : []).map((council: object) => ({
    linkWorkers: null,
    ...council,
  })),
});
export const areaRecord = record('area', AreaSettings, [openedBefore]);

/** The settings of an area as an item of *portal*. */
export const areaItem = (settings: AreaSettings, version = 1): Item =>
  areaRecord.toItem(portalKeys.area(settings.area), settings, version);

/** The settings of an area, or undefined when this deployment has no such area. */
export const findArea = (table: Table, area: AreaId, read?: Freshness) =>
  findOne(table, portalKeys.area(area), { reader: areaRecord, read });

/** The settings of an area every account is bound to: it must exist. */
export async function getArea(table: Table, area: AreaId, read?: Freshness): Promise<AreaSettings> {
  const found = await findArea(table, area, read);
  if (found === undefined) throw new Error(`There are no settings for the area ${area}`);
  return found.value;
}

/** How long a function goes on with settings it has read. */
const FRESH_FOR = 5 * 60_000;

export type AreaLookup = (area: AreaId) => Promise<AreaSettings>;

/** Looks settings up and keeps them for five minutes: they change a few times a year and every request needs them. */
export function areaLookup(table: Table, now: () => Instant): AreaLookup {
  const kept = new Map<AreaId, { at: number; settings: AreaSettings }>();
  return async (area) => {
    const at = Date.parse(now());
    const found = kept.get(area);
    if (found !== undefined && Math.abs(at - found.at) < FRESH_FOR) return found.settings;
    const settings = await getArea(table, area, 'eventual');
    kept.set(area, { at, settings });
    return settings;
  };
}
