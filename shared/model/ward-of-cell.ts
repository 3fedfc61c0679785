import { cellOf } from './geohash.ts';
import type { OutcodeShard } from './postcode.ts';

/** The ward most postcodes of a map square lie in; undefined when the district has none there. */
export function wardOfCell(
  { units, wards }: Pick<OutcodeShard, 'units' | 'wards'>,
  cell: string,
): OutcodeShard['wards'][number] | undefined {
  const counts = new Map<number, number>();
  for (const [latitude, longitude, ward] of Object.values(units)) {
    if (cellOf({ latitude, longitude }, 6) === cell) counts.set(ward, (counts.get(ward) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most === undefined ? undefined : wards[most[0]];
}
