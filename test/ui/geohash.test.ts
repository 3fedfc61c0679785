import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxOf, cellOf } from '#shared/model/geohash.ts';

const point = fc.record({
  latitude: fc.double({ min: 49.8, max: 60.9, noNaN: true }),
  longitude: fc.double({ min: -8.7, max: 1.8, noNaN: true }),
});

describe('a map square', () => {
  it('is the geohash that other programs compute', () => {
    expect(cellOf({ latitude: 57.64911, longitude: 10.40744 }, 11)).toBe('u4pruydqqvj');
    expect(cellOf({ latitude: 51.5007, longitude: -0.1246 }, 6)).toBe('gcpuvp');
  });

  it('holds the point it was made from, at every depth', () => {
    fc.assert(
      fc.property(point, fc.integer({ min: 1, max: 9 }), (where, depth) => {
        const cell = cellOf(where, depth);
        const { south, north, west, east } = boxOf(cell);
        expect(cell).toHaveLength(depth);
        expect(where.latitude >= south && where.latitude <= north).toBe(true);
        expect(where.longitude >= west && where.longitude <= east).toBe(true);
      }),
    );
  });

  it('of six characters is about 1.2 by 0.6 km', () => {
    const { south, north, west, east } = boxOf('gcw2j3');
    expect((north - south) * 111.2).toBeCloseTo(0.61, 1);
    expect((east - west) * 111.2 * Math.cos((53.44 * Math.PI) / 180)).toBeCloseTo(0.73, 1);
  });
});
