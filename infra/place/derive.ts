import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

/**
 * How the tables were made, for whoever refreshes them: `node infra/place/derive.ts FOLDER`, where
 * FOLDER holds the three sources named below. Run by hand; nothing else reads the sources.
 * Coordinates are kept to four decimals (about ten metres), which is finer than a postcode.
 */
const source = process.argv[2] ?? '../shared/data/place';
const tables = join(import.meta.dirname, 'tables');
const COUNCILS = ['E08000003', 'E06000051'];

type Row = Record<string, string>;
const rowsOf = (file: string): Row[] => {
  const [head = '', ...lines] = readFileSync(join(source, file), 'utf8').trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.match(/("[^"]*"|[^,]*)(,|$)/g) ?? [];
    return Object.fromEntries(
      cells.map((cell, index) => [names[index] ?? '', cell.replace(/,$/, '').replaceAll('"', '')]),
    );
  });
};
/** `Bristol, City of` reads `Bristol`. */
const plainCouncil = (name: string): string => name.replace(/, (City|County) of$/, '');
const field = (row: Row, name: string): string => row[name] ?? '';
const place = (degrees: number): number => Math.round(degrees * 10_000);
const base36 = (value: number, width: number): string => value.toString(36).padStart(width, '0');
const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function grouped<T>(items: readonly T[], key: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups].sort(([a], [b]) => byText(a, b));
}

/** `M14 53.4324 -2.2501 E05011353,E05011359` then one line of ten characters a postcode. */
function outcodeLines(outcode: string, rows: Row[], mainCouncil: string): string[] {
  const south = Math.min(...rows.map((row) => place(Number(field(row, 'lat')))));
  const west = Math.min(...rows.map((row) => place(Number(field(row, 'lon')))));
  const wards = [...new Set(rows.map((row) => field(row, 'wd25cd')))].sort(byText);
  const units = rows
    .map((row) => {
      const north = base36(place(Number(field(row, 'lat'))) - south, 3);
      const east = base36(place(Number(field(row, 'lon'))) - west, 3);
      const ward = base36(wards.indexOf(field(row, 'wd25cd')), 1);
      return `${field(row, 'postcode').split(' ')[1]}${north}${east}${ward}`;
    })
    .sort(byText);
  return [`${outcode}\t${south}\t${west}\t${wards.join(',')}\t${mainCouncil}`, units.join('')];
}

const Topology = z.object({
  objects: z.record(
    z.string(),
    z.object({
      geometries: z.array(z.object({ properties: z.object({ code: z.string(), name: z.string() }) })),
    }),
  ),
});

function wardLines(rows: Row[]): string[] {
  const names = new Map<string, string>();
  for (const council of COUNCILS) {
    const topology = Topology.parse(
      JSON.parse(readFileSync(join(source, `wards25-${council}.topojson`), 'utf8')),
    );
    for (const { geometries } of Object.values(topology.objects))
      for (const { properties } of geometries) names.set(properties.code, properties.name);
  }
  return grouped(rows, (row) => field(row, 'wd25cd')).map(([code, inWard]) => {
    const mean = (name: string) =>
      place(inWard.reduce((sum, row) => sum + Number(field(row, name)), 0) / inWard.length);
    return [code, field(inWard[0] ?? {}, 'lad25cd'), mean('lat'), mean('lon'), names.get(code)].join('\t');
  });
}

const postcodes = rowsOf('postcodes-demo-manchester-shropshire.csv');
const outcodes = rowsOf('outcodes-uk.csv');
const councilOf = new Map(
  outcodes.map((row) => [field(row, 'outcode'), plainCouncil(field(row, 'lad25nm'))]),
);
const covered = grouped(postcodes, (row) => field(row, 'postcode').split(' ')[0] ?? '');
const isCovered = new Set(covered.map(([outcode]) => outcode));

const write = (file: string, lines: string[]) => writeFileSync(join(tables, file), `${lines.join('\n')}\n`);
write(
  'postcodes.txt',
  covered.flatMap(([outcode, rows]) => outcodeLines(outcode, rows, councilOf.get(outcode) ?? '')),
);
write('wards.txt', wardLines(postcodes));
write(
  'elsewhere.txt',
  grouped(
    outcodes.filter((row) => !isCovered.has(field(row, 'outcode'))),
    (row) => plainCouncil(field(row, 'lad25nm')),
  ).map(([council, rows]) => `${council}\t${rows.map((row) => field(row, 'outcode')).join(' ')}`),
);
