import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AreaId } from '#shared/model/area.ts';
import { OutcodeShard } from '#shared/model/postcode.ts';

/** The councils of the demonstration and the area that serves each. */
export const AREA_OF_COUNCIL: Readonly<Record<string, AreaId>> = {
  E08000003: AreaId.parse('manchester'),
  E06000051: AreaId.parse('shropshire'),
};

/** A ward with the middle of its postcodes: where a masked place is shown. Degrees, WGS84. */
export type Ward = { code: string; council: string; name: string; latitude: number; longitude: number };

const UNIT = 10;
const linesOf = (file: string): string[] =>
  readFileSync(join(import.meta.dirname, 'tables', file), 'utf8')
    .trim()
    .split('\n');
const degrees = (tenThousandths: number): number => tenThousandths / 10_000;

/** Every ward of the covered councils. */
export function readWards(): Ward[] {
  return linesOf('wards.txt').map((line) => {
    const [code = '', council = '', lat = '', lon = '', name = ''] = line.split('\t');
    return { code, council, name, latitude: degrees(Number(lat)), longitude: degrees(Number(lon)) };
  });
}

/** The postcode districts outside our areas, each with the council most of it lies in. */
export function readElsewhere(): Map<string, string> {
  return new Map(
    linesOf('elsewhere.txt').flatMap((line) => {
      const [council = '', outcodes = ''] = line.split('\t');
      return outcodes.split(' ').map((outcode) => [outcode, council] as const);
    }),
  );
}

/** Unpacks the fixed-width units of a district: inward code, north, east, ward; base 36. */
function unpack(units: string, south: number, west: number): OutcodeShard['units'] {
  const records = Array.from({ length: units.length / UNIT }, (_, index) =>
    units.slice(index * UNIT, (index + 1) * UNIT),
  );
  return Object.fromEntries(
    records.map((record) => [
      record.slice(0, 3),
      [
        degrees(south + Number.parseInt(record.slice(3, 6), 36)),
        degrees(west + Number.parseInt(record.slice(6, 9), 36)),
        Number.parseInt(record.slice(9), 36),
      ],
    ]),
  );
}

let covered: readonly OutcodeShard[] | undefined;

/** The postcode districts we cover, whole or in part, with every postcode we know of in them. Read once. */
export function readCovered(): readonly OutcodeShard[] {
  covered ??= unpackAll();
  return covered;
}

function unpackAll(): OutcodeShard[] {
  const wards = new Map(readWards().map((ward) => [ward.code, ward]));
  const lines = linesOf('postcodes.txt');
  return Array.from({ length: lines.length / 2 }, (_, index) => {
    const [outcode, south, west, codes = '', councilName] = (lines[index * 2] ?? '').split('\t');
    const inShard = codes.split(',').map((code) => {
      const ward = wards.get(code);
      if (ward === undefined) throw new Error(`Ward ${code} of ${outcode} is not in wards.txt`);
      return { code, name: ward.name, council: ward.council };
    });
    return OutcodeShard.parse({
      outcode,
      area: AREA_OF_COUNCIL[inShard[0]?.council ?? ''] ?? null,
      councilName,
      wards: inShard,
      units: unpack(lines[index * 2 + 1] ?? '', Number(south), Number(west)),
    });
  });
}

/** The councils we know postcodes of, by code, each by the name most of its postcode districts say. */
export function readCouncils(): Map<string, string> {
  const said = new Map<string, string[]>();
  for (const { wards, councilName } of readCovered())
    for (const { council } of wards) said.set(council, [...(said.get(council) ?? []), councilName]);
  const most = (names: readonly string[]) =>
    [...Map.groupBy(names, (name) => name)].sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? '';
  return new Map([...said].map(([code, names]) => [code, most(names)]));
}
