import { type Box, boxOf, type Point } from '#shared/model/geohash.ts';

const MILES_A_DEGREE = 69.093;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The middle of a map square: where a search measures from. */
export function centreOf(cell: string): Point {
  const { south, west, north, east } = boxOf(cell);
  return { latitude: (south + north) / 2, longitude: (west + east) / 2 };
}

/** Miles as the crow flies, on a flat map around `from`: within one part in a thousand at 20 miles. */
export function milesBetween(from: Point, to: Point): number {
  const north = to.latitude - from.latitude;
  const east = (to.longitude - from.longitude) * Math.cos(radians(from.latitude));
  return Math.hypot(north, east) * MILES_A_DEGREE;
}

/** Miles from a point to the nearest edge of a square; 0 inside it. Never more than to anything in the square. */
export function milesToBox(from: Point, { south, west, north, east }: Box): number {
  const latitude = Math.min(Math.max(from.latitude, south), north);
  const longitude = Math.min(Math.max(from.longitude, west), east);
  return milesBetween(from, { latitude, longitude });
}
