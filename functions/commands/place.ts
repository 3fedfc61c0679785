import { lacksOf } from '#functions/domain/place/lacks.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { areaItem, findArea } from '#functions/store/area.ts';
import { goLiveItem } from '#functions/store/go-live.ts';
import { type Stored, unchangedSince } from '#functions/store/record.ts';
import type { Write } from '#functions/store/table.ts';
import type { PlaceChange } from '#shared/api/place.ts';
import type { AreaId, AreaSettings } from '#shared/model/area.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { Signatures } from '#shared/model/go-live.ts';
import type { UserId } from '#shared/model/ids.ts';
import { place as words } from '#shared/text/en/place.ts';
import type { Deps } from './deps.ts';
import { tell } from './tell.ts';

export type Placing = { area: AreaId; userId: UserId | 'operator'; at: Instant };

/** The write of an area's settings with its event; version 0 before an area that is new. */
export function areaChange(
  deps: Pick<Deps, 'ids'>,
  { settings, before }: { settings: AreaSettings; before: number },
  { userId, at, type }: Omit<Placing, 'area'> & { type: 'area.changed' | 'area.went_live' },
): Write[] {
  const { area } = settings;
  const version = before + 1;
  const expected = unchangedSince(before);
  return [
    { kind: 'put', table: 'portal', item: areaItem(settings, version), expected },
    tell(
      deps,
      { area, tenant: area, aggregate: `area#${area}`, version },
      { userId, at, type, data: { area } },
    ),
  ];
}

/** A field's id in the form of the place page. */
const fieldOf = (settings: AreaSettings, council: string, what: string) =>
  `councils-${settings.councils.findIndex(({ code }) => code === council)}-${what}`;

/**
 * Says whom to ring in an area. The same again changes nothing. Refuses `changed_meanwhile` when it was
 * made from another version, and `invalid` where an area that takes referrals would lack a number.
 */
export async function changePlace(
  deps: Deps,
  { area, userId, at }: Placing,
  change: PlaceChange,
): Promise<Result<Stored<AreaSettings>>> {
  const before = await findArea(deps.table, area);
  if (before === undefined) return refuse('not_found');
  const councils = before.value.councils.map((council) => ({
    ...council,
    ...change.councils.find(({ code }) => code === council.code),
  }));
  const settings: AreaSettings = { ...before.value, councils, coordinator: change.coordinator };
  if (JSON.stringify(settings) === JSON.stringify(before.value)) return accept(before);
  if (change.version !== before.version) return refuse('changed_meanwhile');
  const lacks = settings.goneLive === null ? [] : lacksOf(settings);
  if (lacks.length > 0) {
    const fields = lacks.map(({ council, what }) => ({
      id: fieldOf(settings, council, what),
      text: words.keep[what],
    }));
    return refuse({ code: 'invalid', fields });
  }
  const telling = { userId, at, type: 'area.changed' } as const;
  const written = await deps.table.transact(areaChange(deps, { settings, before: before.version }, telling));
  return written.ok ? accept({ value: settings, version: before.version + 1 }) : refuse('changed_meanwhile');
}

/**
 * Opens an area for referrals, on the word of whoever signed each row of the go-live list. Once; again
 * changes nothing. Refuses `not_possible_now` while a number is missing, and `changed_meanwhile`.
 */
export async function goLive(
  deps: Pick<Deps, 'table' | 'ids'>,
  { area, userId, at }: Placing,
  signed: Signatures,
): Promise<Result<AreaSettings>> {
  const before = await findArea(deps.table, area);
  if (before === undefined) return refuse('not_found');
  if (before.value.goneLive !== null) return accept(before.value);
  if (lacksOf(before.value).length > 0) return refuse('not_possible_now');
  const settings: AreaSettings = { ...before.value, goneLive: at };
  const telling = { userId, at, type: 'area.went_live' } as const;
  const written = await deps.table.transact([
    ...areaChange(deps, { settings, before: before.version }, telling),
    { kind: 'put', table: 'portal', item: goLiveItem(area, { at, signed }), expected: 'absent' },
  ]);
  return written.ok ? accept(settings) : refuse('changed_meanwhile');
}
