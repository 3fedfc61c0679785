import type { AreaId } from '#shared/model/area.ts';
import type { SchemeId } from '#shared/model/ids.ts';
import { Scheme } from '#shared/model/scheme.ts';
import { portalKeys } from './keys.ts';
import { type Freshness, findOne } from './reading.ts';
import { record } from './record.ts';
import type { Item, Table } from './table.ts';

export const schemeRecord = record('scheme', Scheme);

/** A team of link workers as an item of *portal*. */
export const schemeItem = (scheme: Scheme, version = 1): Item =>
  schemeRecord.toItem(portalKeys.scheme(scheme.area, scheme.id), scheme, version);

/** The team, or undefined when the area has none of that id. */
export const findScheme = (table: Table, at: { area: AreaId; id: SchemeId }, read?: Freshness) =>
  findOne(table, portalKeys.scheme(at.area, at.id), { reader: schemeRecord, read });
