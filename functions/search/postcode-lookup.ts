import { elsewhereRecord, outcodeRecord } from '#functions/store/directory.ts';
import { directoryKeys } from '#functions/store/keys.ts';
import type { Table } from '#functions/store/table.ts';
import { cellOf } from '#shared/model/geohash.ts';
import { parsePostcode } from '#shared/model/typed-postcode.ts';

/** Where a typed postcode is, or what kind of answer it needs. */
export type Looked =
  | { kind: 'found'; cell: string; near: string }
  /** Not a full postcode. */
  | { kind: 'not_a_postcode' }
  /** A full postcode that nobody has told us of. */
  | { kind: 'not_known' }
  /** Real, but in a council where there are no groups of ours. */
  | { kind: 'not_covered'; council: string };

/**
 * Looks a postcode up for a browser without script. The postcode is read from the form, used here and
 * forgotten: only the square and the district go on. The browser's own look-up answers the same.
 */
export async function lookUpPostcode(table: Table, typed: string): Promise<Looked> {
  const postcode = parsePostcode(typed);
  if (postcode === undefined) return { kind: 'not_a_postcode' };
  const { outcode, inward } = postcode;
  const item = await table.get('directory', directoryKeys.outcode(outcode), 'eventual');
  if (item === undefined) return elsewhere(table, outcode);
  const unit = outcodeRecord.fromItem(item).value.units[inward];
  if (unit === undefined) return { kind: 'not_known' };
  const [latitude, longitude] = unit;
  return { kind: 'found', cell: cellOf({ latitude, longitude }, 6), near: outcode };
}

async function elsewhere(table: Table, outcode: string): Promise<Looked> {
  const item = await table.get('directory', directoryKeys.elsewhere(), 'eventual');
  const councils = item === undefined ? {} : elsewhereRecord.fromItem(item).value;
  const found = Object.entries(councils).find(([, districts]) => districts.split(' ').includes(outcode));
  return found === undefined ? { kind: 'not_known' } : { kind: 'not_covered', council: found[0] };
}
