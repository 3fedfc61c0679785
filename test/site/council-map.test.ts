import { describe, expect, it } from 'vitest';
import { councilShapes } from '#infra/build/council-shapes.ts';
import { CouncilShape } from '#shared/model/council-shape.ts';
import { Quarter } from '#shared/model/quarter.ts';
import type { Snapshot, SnapshotRow } from '#shared/model/snapshot.ts';
import { findingsOf, quarterCsv } from '../../site/src/islands/gaps/quarter-words.ts';
import { drawCouncils } from '../../site/src/lib/council-shape.ts';

const square = (north: number, east: number, size: number): CouncilShape => ({
  tiles: Array.from({ length: size * size }, (_, at): [number, number] => [
    north + Math.floor(at / size),
    east + (at % size),
  ]),
});

describe('the map of councils', () => {
  it('lays them as they lie, north at the top and east on the right', () => {
    const map = drawCouncils([
      { council: 'south-west', shape: square(0, 0, 2) },
      { council: 'north-east', shape: square(2, 2, 2) },
    ]);
    expect([map?.width, map?.height]).toEqual([4, 4]);
    const middle = (code: string) => map?.councils.find(({ council }) => council === code)?.middle;
    expect(middle('south-west')).toEqual({ x: 1, y: 3 });
    expect(middle('north-east')).toEqual({ x: 3, y: 1 });
  });

  it('draws a wide county with fewer, larger squares, and gives a shared one to who has most of it', () => {
    const map = drawCouncils([
      { council: 'wide', shape: square(0, 0, 60) },
      { council: 'sliver', shape: { tiles: [[0, 60]] } },
    ]);
    expect(map?.width).toBeLessThanOrEqual(28);
    const squares = (code: string) =>
      map?.councils.find(({ council }) => council === code)?.path.match(/M/g)?.length ?? 0;
    expect(squares('wide')).toBe(20 * 20);
    expect(squares('sliver')).toBe(1);
  });

  it('draws nothing where no shape is known', () => {
    expect(drawCouncils([])).toBeNull();
  });

  it('is made for every council we know postcodes of, from a few kilobytes', () => {
    const shapes = councilShapes();
    expect([...shapes.keys()].toSorted()).toEqual(['E06000051', 'E08000003']);
    for (const shape of shapes.values()) {
      expect(CouncilShape.safeParse(shape).success).toBe(true);
      expect(JSON.stringify(shape).length).toBeLessThan(40_000);
      expect(drawCouncils([{ council: 'one', shape }])?.councils).toHaveLength(1);
    }
  });
});

describe('what is said first of a quarter', () => {
  const row = (need: SnapshotRow['need'], total: SnapshotRow['total'], more = {}): SnapshotRow => ({
    ...{ kind: 'unmet', need, council: 'E08000003', councilName: 'Manchester', total, causes: [] },
    ...more,
  });
  const quarter = (rows: SnapshotRow[]): Snapshot => ({
    quarter: Quarter.parse('2026-07'),
    rule: 'small-numbers-1',
    frozenAt: '2026-10-03T01:00:00.000Z',
    rows,
  });

  it('is the three largest needs that can be read, with how each moved', () => {
    const before = quarter([row('carers', 25), row('digital', 30), row('company', '*')]);
    const shown = quarter([
      row('company', 10),
      row('grief', '*'),
      row('food', 5),
      row('carers', 45),
      row('digital', 30),
      row('moving', 90, { kind: 'introduced' }),
    ]);
    expect(findingsOf(shown, before)).toEqual([
      'Caring for somebody: about 45 people searched and nothing fitted, 20 more than the quarter before.',
      'Phones and computers: about 30 people searched and nothing fitted, as many as in the quarter before.',
      'Company and friendship: about 10 people searched and nothing fitted.',
    ]);
  });

  it('counts from nobody where the quarter before had others of the council, and never of what is sensitive', () => {
    const shown = quarter([row('carers', 45), row('safety', 20, { council: null })]);
    const lines = quarterCsv(shown, { before: quarter([row('food', 10)]), supply: [] }).split('\r\n');
    expect(lines[1]).toContain(',45,0,45 more,');
    expect(lines[2]).toContain(',20,*,not known,');
    const elsewhere = quarter([row('food', 10, { council: 'E06000051' })]);
    expect(quarterCsv(shown, { before: elsewhere, supply: [] })).toContain(',45,*,not known,');
  });

  it('names the council where there are several', () => {
    const shown = quarter([
      row('carers', 45),
      row('food', 10, { council: 'E06000051', councilName: 'Shropshire' }),
    ]);
    expect(findingsOf(shown, null)[1]).toContain('Food and cooking in Shropshire: about 10');
  });
});

describe('the table of a quarter', () => {
  const row = (council: string, councilName: string): SnapshotRow => ({
    ...{ kind: 'unmet', need: 'carers', council, councilName, total: 45, causes: [] },
  });
  const quarter = (rows: SnapshotRow[]): Snapshot => ({
    quarter: Quarter.parse('2026-07'),
    rule: 'small-numbers-2',
    frozenAt: '2026-10-03T01:00:00.000Z',
    rows,
  });
  const beside = { before: null, supply: [] };

  it('names the one council of an area above the lines, and each of several in its line', () => {
    const one = quarterCsv(quarter([row('E08000003', 'Manchester')]), beside).split('\r\n');
    expect(one.slice(0, 2).join(' ')).not.toMatch(/Council|Manchester/);
    expect(one.join(' ')).toContain('What was missing in Manchester');
    const two = quarterCsv(
      quarter([row('E08000003', 'Manchester'), row('E06000051', 'Shropshire')]),
      beside,
    ).split('\r\n');
    expect(two[0]).toContain('Council');
    expect(two[2]).toMatch(/^Shropshire,Caring for somebody,/);
  });
});
