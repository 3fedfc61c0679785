import { isCoordinator } from '#functions/domain/membership.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { Scheme } from '#shared/model/scheme.ts';
import { findScheme, pageOfSchemes } from './scheme.ts';
import type { Table } from './table.ts';

/** More teams than any area has. */
export const MOST_TEAMS = 40;

/** The teams somebody looks after: a coordinator all of the area, a manager the own ones; by name. */
export async function schemesOfStaff(
  table: Table,
  staff: Pick<Principal, 'area' | 'memberships'>,
): Promise<Scheme[]> {
  const { area, memberships } = staff;
  if (isCoordinator(staff)) {
    const { rows } = await pageOfSchemes(table, area, { limit: MOST_TEAMS });
    return rows.map(({ value }) => value).toSorted((a, b) => a.name.localeCompare(b.name));
  }
  const ids = new Set(memberships.flatMap((held) => (held.role === 'lw_manager' ? [held.schemeId] : [])));
  const found = await Promise.all([...ids].map((id) => findScheme(table, { area, id })));
  return found.flatMap((stored) => (stored === undefined ? [] : [stored.value]));
}
