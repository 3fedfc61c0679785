import type { SupplyRow } from '#shared/api/insight.ts';
import type { Capacity } from '#shared/model/capacity.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { OrganizationId } from '#shared/model/ids.ts';
import type { Need } from '#shared/model/need.ts';
import { roomAt } from '../capacity/room.ts';

/** What one activity adds to the counts. */
export type Counted = {
  organizationId: OrganizationId;
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

/** One line while it is counted: which groups are in it, so that a group with two activities counts once. */
type Line = { row: SupplyRow; groups: Set<OrganizationId> };

const empty = (at: Pick<SupplyRow, 'council' | 'councilName' | 'need'>): Line => ({
  row: { ...at, groups: 0, services: 0, referable: 0, withRoom: 0, unknownRoom: 0 },
  groups: new Set(),
});

/**
 * Exact counts by council and need, and by need for the whole area (council null): groups, activities, those that
 * take referrals, have room said within its date, and said once but not lately. An activity with three needs
 * counts under each.
 */
export function supplyRows(counted: readonly Counted[], now: Instant): SupplyRow[] {
  const lines = new Map<string, Line>();
  for (const one of counted) {
    const adds = countAt(one, now);
    const { council, councilName } = one;
    for (const need of one.needs) {
      for (const at of [
        { council, councilName, need },
        { council: null, councilName: '', need },
      ]) {
        const key = `${at.council ?? '~'} ${need}`;
        const line = lines.get(key) ?? empty(at);
        line.groups.add(one.organizationId);
        line.row.groups = line.groups.size;
        line.row.services += adds.services;
        line.row.referable += adds.referable;
        line.row.withRoom += adds.withRoom;
        line.row.unknownRoom += adds.unknownRoom;
        lines.set(key, line);
      }
    }
  }
  return [...lines.keys()].sort().flatMap((key) => lines.get(key)?.row ?? []);
}
