import type { AreaId } from '#shared/model/area.ts';
import type { Place } from '#shared/model/service.ts';
import { parsePostcode } from '#shared/model/typed-postcode.ts';
import { type Faults, listOf, type Node, numberOf, textOf } from './node.ts';
import type { Places, Spot } from './places.ts';
import { plainText, shortened } from './plain-text.ts';

/** A place with the area that serves it, or why there is none. */
export type ReadPlace =
  | { ok: true; place: Place; area: AreaId }
  | { ok: false; reason: 'no_place' | 'online' | 'postcode_unknown' | 'elsewhere'; detail: string };

const IN_TEXT = /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/i;
const WITHHELD = /undisclosed|not disclosed|confidential|withheld|not published/i;

function postcodeOf(address: Node | undefined, lines: readonly string[], faults: Faults): string | null {
  const given = address && (textOf(address, 'postal_code', faults) ?? textOf(address, 'postcode', faults));
  return given ?? IN_TEXT.exec(lines.join(' '))?.[0] ?? null;
}

const refused = (reason: 'no_place' | 'online' | 'postcode_unknown' | 'elsewhere', detail = '') =>
  ({ ok: false, reason, detail }) as const;

type Found = { spot: Spot | undefined; postcode: string | null; isPoint: boolean };

/**
 * Our own postcode table first: it is right more often than a directory's points. A whole postcode that is
 * not in it lies outside our areas, wherever the point is; without one the point decides.
 */
function spotOf(location: Node, postcode: string | null, places: Places, faults: Faults): Found {
  const known = postcode === null ? undefined : places.byPostcode(postcode);
  const isWhole = postcode !== null && parsePostcode(postcode) !== undefined;
  if (known !== undefined || isWhole) return { spot: known, postcode, isPoint: false };
  const latitude = numberOf(location, 'latitude', faults);
  const longitude = numberOf(location, 'longitude', faults);
  const isPoint = latitude !== null && longitude !== null && Math.abs(latitude) > 0.1;
  return { spot: isPoint ? places.nearest(latitude, longitude) : undefined, postcode, isPoint };
}

type Said = { name: string; lines: readonly string[]; description: string; masked: boolean; isBare: boolean };

/** The place in the directory's words, at the spot we know. `isBare`: by a point alone, so its postcode is not told. */
function placeAt(where: Omit<Spot, 'area'>, { name, lines, description, masked, isBare }: Said): Place {
  const withheld = WITHHELD.test([name, description, ...lines].join(' '));
  const street = lines.filter((line) => line !== name).join(', ');
  return {
    ...where,
    name: shortened(name || lines[0] || where.postcode, 120),
    address: shortened(street || name || where.wardName, 200),
    postcode: isBare ? '' : where.postcode,
    masked: masked || withheld,
  };
}

/**
 * Reads a location: by its postcode, else by its point, which takes the ward of the nearest postcode. A
 * place that must stay private (`masked`, or said to be withheld) shows its ward alone.
 */
export function readPlace(
  location: Node,
  given: { places: Places; masked: boolean },
  faults: Faults,
): ReadPlace {
  const [address] = listOf(location, 'addresses', faults);
  const text = (node: Node | undefined, name: string) => (node && textOf(node, name, faults)) ?? '';
  const lines = ['address_1', 'address_2', 'city']
    .map((name) => plainText(text(address, name)))
    .filter(Boolean);
  const name = plainText(text(location, 'name'));
  const postcode = postcodeOf(address, [...lines, name], faults);
  const { spot, isPoint } = spotOf(location, postcode, given.places, faults);
  if (spot === undefined) {
    if (/virtual/i.test(text(location, 'location_type'))) return refused('online');
    if (postcode !== null) return refused('postcode_unknown', postcode.slice(0, 12).toUpperCase());
    return refused(isPoint ? 'elsewhere' : 'no_place');
  }
  const { area, ...where } = spot;
  if (area === null) return refused('elsewhere', spot.postcode);
  return {
    ok: true,
    area,
    place: placeAt(where, {
      name,
      lines,
      description: text(location, 'description'),
      masked: given.masked,
      isBare: isPoint,
    }),
  };
}
