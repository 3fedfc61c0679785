import { elsewhereRecord, outcodeRecord } from '#functions/store/directory.ts';
import { directoryKeys } from '#functions/store/keys.ts';
import type { Table } from '#functions/store/table.ts';
import type { AreaId } from '#shared/model/area.ts';
import type { Place } from '#shared/model/service.ts';
import { parsePostcode } from '#shared/model/typed-postcode.ts';

/** Which area a typed postcode is in, or what kind of answer it needs. */
export type PostcodeArea =
  | { kind: 'found'; area: AreaId; outcode: string }
  | { kind: 'not_a_postcode' }
  | { kind: 'not_known' }
  | { kind: 'not_covered'; council: string };

type Elsewhere = Exclude<PostcodeArea, { kind: 'found' }>;

/** The district of a typed postcode with all its units, and the two halves as they are written. */
async function districtOf(table: Table, typed: string) {
  const postcode = parsePostcode(typed);
  if (postcode === undefined) return { kind: 'not_a_postcode' } as const;
  const item = await table.get('directory', directoryKeys.outcode(postcode.outcode), 'eventual');
  if (item === undefined) return await elsewhere(table, postcode.outcode);
  const { area, ...shard } = outcodeRecord.fromItem(item).value;
  if (area === null) return { kind: 'not_covered', council: shard.councilName } as const;
  return { kind: 'found', area, shard, ...postcode } as const;
}

/** Whose a district is that we do not cover. */
async function elsewhere(table: Table, outcode: string): Promise<Elsewhere> {
  const others = await table.get('directory', directoryKeys.elsewhere(), 'eventual');
  const councils = others === undefined ? {} : elsewhereRecord.fromItem(others).value;
  const found = Object.entries(councils).find(([, districts]) => districts.split(' ').includes(outcode));
  return found === undefined ? { kind: 'not_known' } : { kind: 'not_covered', council: found[0] };
}

/** Looks the district of a typed postcode up; the second half is read to see that it is one, and forgotten. */
export async function placeOfPostcode(table: Table, typed: string): Promise<PostcodeArea> {
  const district = await districtOf(table, typed);
  return district.kind === 'found'
    ? { kind: 'found', area: district.area, outcode: district.outcode }
    : district;
}

/** Where a place of a group lies: point, ward and council of its postcode. */
export type PostcodeSpot =
  | {
      kind: 'found';
      area: AreaId;
      spot: Pick<Place, 'postcode' | 'latitude' | 'longitude' | 'ward' | 'wardName' | 'council'>;
    }
  | Elsewhere;

/** Looks up where the postcode of a public place lies. */
export async function spotOfPostcode(table: Table, typed: string): Promise<PostcodeSpot> {
  const district = await districtOf(table, typed);
  if (district.kind !== 'found') return district;
  const { area, shard, inward, formatted: postcode } = district;
  const [latitude, longitude, index] = shard.units[inward] ?? [];
  const ward = index === undefined ? undefined : shard.wards[index];
  if (latitude === undefined || longitude === undefined || ward === undefined) return { kind: 'not_known' };
  const { code, name: wardName, council } = ward;
  return { kind: 'found', area, spot: { postcode, latitude, longitude, ward: code, wardName, council } };
}
