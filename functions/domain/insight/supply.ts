import type { SupplyRow } from '#shared/api/insight.ts';
import type { Capacity } from '#shared/model/capacity.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { Need } from '#shared/model/need.ts';
import { roomAt } from '../capacity/room.ts';

/** What one activity adds to the counts. */
export type Counted = {
  council: string;
  councilName: string;
  needs: readonly Need[];
  referableUntil: Instant | null;
  capacity: Capacity | null;
};

const HAS_ROOM = ['open', 'few'];

/** How one activity counts at a moment: by its dates, not by a job that has yet to run. */
function countAt({ referableUntil, capacity }: Counted, now: Instant) {
  const referable = referableUntil !== null && referableUntil > now;
  const room = roomAt(capacity, now);
  const withRoom = referable && HAS_ROOM.includes(room.state) && room.places !== 0;
  const unknownRoom = referable && capacity !== null && room.state === 'unknown';
  return {
    services: 1,
    referable: Number(referable),
    withRoom: Number(withRoom),
    unknownRoom: Number(unknownRoom),
  };
}

/**
 * Exact counts of activities by council and need: how many there are, take referrals, have room said
 * within its date, and said once but not lately. An activity with three needs counts under each.
 */
export function supplyRows(counted: readonly Counted[], now: Instant): SupplyRow[] {
  const rows = new Map<string, SupplyRow>();
  for (const one of counted) {
    const adds = countAt(one, now);
    for (const need of one.needs) {
      const { council, councilName } = one;
      const key = `${council} ${need}`;
      const row = rows.get(key) ?? {
        council,
        councilName,
        need,
        services: 0,
        referable: 0,
        withRoom: 0,
        unknownRoom: 0,
      };
      row.services += adds.services;
      row.referable += adds.referable;
      row.withRoom += adds.withRoom;
      row.unknownRoom += adds.unknownRoom;
      rows.set(key, row);
    }
  }
  return [...rows.keys()].sort().flatMap((key) => rows.get(key) ?? []);
}
