import { findArea } from '#functions/store/area.ts';
import { areasItem, areasRecord, type PublicArea } from '#functions/store/directory.ts';
import { directoryKeys } from '#functions/store/keys.ts';
import { unchangedSince } from '#functions/store/record.ts';
import type { Table } from '#functions/store/table.ts';
import type { AreaId } from '#shared/model/area.ts';
import { type Projecting, untilWon } from './until-won.ts';

/** Copies the public settings of an area (names and numbers to ring) from *portal* to *directory*. */
export const projectArea = ({ table, backoff }: Projecting, area: AreaId): Promise<void> =>
  untilWon(backoff, 'The list of areas', () => copyOnce(table, area));

async function copyOnce(table: Table, area: AreaId): Promise<boolean> {
  const item = await table.get('directory', directoryKeys.areas());
  const standing = item === undefined ? { value: [], version: 0 } : areasRecord.fromItem(item);
  const shown = await publicSettings(table, area);
  const areas = [...standing.value.filter((other) => other.area !== area), ...shown].sort((a, b) =>
    a.area < b.area ? -1 : 1,
  );
  const next = areasItem(areas, standing.version + 1);
  if (item?.['body'] === next['body']) return true;
  const expected = unchangedSince(standing.version);
  return (await table.write({ kind: 'put', table: 'directory', item: next, expected })).ok;
}

async function publicSettings(table: Table, area: AreaId): Promise<PublicArea[]> {
  const settings = await findArea(table, area);
  if (settings === undefined) return [];
  const { mailFrom: _mailFrom, ...shown } = settings.value;
  return [shown];
}
