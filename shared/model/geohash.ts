/** A point on the map, degrees WGS84. */
export type Point = { latitude: number; longitude: number };
/** The edges of a map square. */
export type Box = { south: number; west: number; north: number; east: number };

const ALPHABET = '0123456789bcdefghjkmnpqrstuvwxyz';
const world = (): Box => ({ south: -90, west: -180, north: 90, east: 180 });

/** Halves a box: bits alternate between east-west and north-south, the first is east-west. */
function halve(box: Box, isEastWest: boolean, isUpper: (middle: number) => boolean): boolean {
  const middle = isEastWest ? (box.west + box.east) / 2 : (box.south + box.north) / 2;
  const upper = isUpper(middle);
  if (isEastWest) box[upper ? 'west' : 'east'] = middle;
  else box[upper ? 'south' : 'north'] = middle;
  return upper;
}

/** The map square (geohash) a point lies in, so many characters deep: 6 is about 1.2 by 0.6 km. */
export function cellOf({ latitude, longitude }: Point, depth: number): string {
  const box = world();
  let cell = '';
  let bits = 0;
  for (let bit = 0; bit < depth * 5; bit += 1) {
    const isEastWest = bit % 2 === 0;
    const upper = halve(box, isEastWest, (middle) => (isEastWest ? longitude : latitude) >= middle);
    bits = bits * 2 + Number(upper);
    if (bit % 5 === 4) {
      cell += ALPHABET.charAt(bits);
      bits = 0;
    }
  }
  return cell;
}

/** The edges of a map square of any depth; the whole world for none. */
export function boxOf(cell: string): Box {
  const box = world();
  let bit = 0;
  for (const letter of cell) {
    const character = ALPHABET.indexOf(letter);
    for (let shift = 4; shift >= 0; shift -= 1) {
      halve(box, bit % 2 === 0, () => ((character >> shift) & 1) === 1);
      bit += 1;
    }
  }
  return box;
}
