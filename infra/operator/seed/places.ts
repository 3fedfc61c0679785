import { readCovered } from '#infra/place/tables.ts';
import type { AreaId } from '#shared/model/area.ts';
import type { Place } from '#shared/model/service.ts';
import type { Chance } from './chance.ts';
import { STREETS, VENUES } from './words.ts';

/** A postcode a group can be put at. */
export type Spot = Pick<Place, 'postcode' | 'latitude' | 'longitude' | 'ward' | 'wardName' | 'council'>;

/** Every postcode of an area, in order. */
export function spotsOf(area: AreaId): Spot[] {
  return readCovered()
    .filter((shard) => shard.area === area)
    .flatMap(({ outcode, wards, units }) =>
      Object.entries(units).flatMap(([inward, [latitude, longitude, index]]) => {
        const ward = wards[index];
        if (ward === undefined) return [];
        return {
          postcode: `${outcode} ${inward}`,
          latitude,
          longitude,
          ward: ward.code,
          wardName: ward.name,
          council: ward.council,
        };
      }),
    );
}

/** A made-up venue in a made-up street at a real postcode. */
export function placeAt(spot: Spot, draw: Chance, masked: boolean): Place {
  return {
    name: draw.one(VENUES),
    address: `${draw.whole(1, 98)} ${draw.one(STREETS)}`,
    ...spot,
    masked,
  };
}
