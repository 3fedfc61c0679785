import { readCovered } from '#infra/place/tables.ts';
import type { AreaId } from '#shared/model/area.ts';
import type { Place } from '#shared/model/service.ts';
import { parsePostcode } from '#shared/model/typed-postcode.ts';

/** A postcode we know: where it is and which of our areas serves it, if one does. */
export type Spot = Pick<Place, 'postcode' | 'latitude' | 'longitude' | 'ward' | 'wardName' | 'council'> & {
  area: AreaId | null;
};

/** Where things are, by postcode or by the nearest postcode to a point. */
export type Places = {
  byPostcode: (typed: string) => Spot | undefined;
  nearest: (latitude: number, longitude: number) => Spot | undefined;
};

/** How far a point may be from the nearest postcode of ours, in degrees of latitude: one kilometre. */
const FARTHEST = 0.009;
/** Hundredths of a degree: a square of about 1.1 by 0.7 kilometres. */
const square = (degrees: number): number => Math.round(degrees * 100);
const SQUARES = [-1, 0, 1];

/** The postcodes of all districts we cover, with a map of squares for finding the nearest; some 0.1 s to make. */
export function coveredPlaces(): Places {
  const spots = new Map<string, Spot>();
  const squares = new Map<string, Spot[]>();
  for (const { outcode, area, wards, units } of readCovered()) {
    for (const [inward, [latitude, longitude, index]] of Object.entries(units)) {
      const ward = wards[index];
      if (ward === undefined) continue;
      const postcode = `${outcode} ${inward}`;
      const spot = {
        postcode,
        latitude,
        longitude,
        ward: ward.code,
        wardName: ward.name,
        council: ward.council,
        area,
      };
      spots.set(postcode, spot);
      const key = `${square(latitude)} ${square(longitude)}`;
      squares.set(key, [...(squares.get(key) ?? []), spot]);
    }
  }
  return {
    byPostcode: (typed) => spots.get(parsePostcode(typed)?.formatted ?? ''),
    nearest: (latitude, longitude) => {
      const around = SQUARES.flatMap((north) =>
        SQUARES.flatMap(
          (east) => squares.get(`${square(latitude) + north} ${square(longitude) + east}`) ?? [],
        ),
      );
      const off = (spot: Spot) =>
        Math.hypot(
          spot.latitude - latitude,
          (spot.longitude - longitude) * Math.cos((latitude * Math.PI) / 180),
        );
      const best = around.reduce<Spot | undefined>(
        (nearest, spot) => (nearest === undefined || off(spot) < off(nearest) ? spot : nearest),
        undefined,
      );
      return best !== undefined && off(best) <= FARTHEST ? best : undefined;
    },
  };
}
