import { elsewhereRecord, outcodeRecord } from '#functions/store/directory.ts';
import { directoryKeys } from '#functions/store/keys.ts';
import type { Table } from '#functions/store/table.ts';
import type { AreaId } from '#shared/model/area.ts';
import { parsePostcode } from '#shared/model/typed-postcode.ts';

/** Which area a typed postcode is in, or what kind of answer it needs. */
export type PostcodeArea =
  | { kind: 'found'; area: AreaId; outcode: string }
  | { kind: 'not_a_postcode' }
  | { kind: 'not_known' }
  | { kind: 'not_covered'; council: string };

/** Looks the district of a typed postcode up; the second half is read to see that it is one, and forgotten. */
export async function placeOfPostcode(table: Table, typed: string): Promise<PostcodeArea> {
  const postcode = parsePostcode(typed);
  if (postcode === undefined) return { kind: 'not_a_postcode' };
  const { outcode } = postcode;
  const item = await table.get('directory', directoryKeys.outcode(outcode), 'eventual');
  if (item !== undefined) {
    const { area, councilName: council } = outcodeRecord.fromItem(item).value;
    return area === null ? { kind: 'not_covered', council } : { kind: 'found', area, outcode };
  }
  const others = await table.get('directory', directoryKeys.elsewhere(), 'eventual');
  const councils = others === undefined ? {} : elsewhereRecord.fromItem(others).value;
  const found = Object.entries(councils).find(([, districts]) => districts.split(' ').includes(outcode));
  return found === undefined ? { kind: 'not_known' } : { kind: 'not_covered', council: found[0] };
}
