import { wardsRecord } from '#functions/store/directory.ts';
import { directoryKeys } from '#functions/store/keys.ts';
import type { Instant } from '#shared/model/dates.ts';
import { cellOf } from '#shared/model/geohash.ts';
import { Cell } from '#shared/model/postcode.ts';
import type { Searching } from './search.ts';

/** The map square in the middle of a ward of ours; undefined for any other ward. */
export async function cellOfWard(
  { index, table }: Searching,
  ward: string,
  now: Instant,
): Promise<Cell | undefined> {
  const keys = (await index.areas(now)).map(({ area }) => directoryKeys.wards(area));
  const items = keys.length === 0 ? [] : await table.getMany('directory', keys, 'eventual');
  const [middle] = items.flatMap((item) => {
    const found = wardsRecord.fromItem(item).value[ward];
    return found === undefined ? [] : [found];
  });
  if (middle === undefined) return undefined;
  return Cell.parse(cellOf({ latitude: middle[0], longitude: middle[1] }, 6));
}
