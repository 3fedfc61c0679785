import type { AreaId } from '#shared/model/area.ts';
import type { SchemeId } from '#shared/model/ids.ts';
import { portalKeys } from './keys.ts';
import type { Table } from './table.ts';
import { memberRecord, type User, userRecord } from './user.ts';

/** Where a list of members goes on: a team, or null for the area's own staff, and the last one seen there. */
export type MemberPlace = { team: SchemeId | null; after: string | null };

/** So many of a team or of an area's staff after a place; `next` is the last one seen where there are more. */
async function someMembers(
  table: Table,
  area: AreaId,
  { team, after, limit }: MemberPlace & { limit: number },
): Promise<{ users: User[]; seen: number; next: string | null }> {
  const value = team === null ? portalKeys.staff(area) : portalKeys.teamMembers(area, team);
  const { items, next } = await table.query({
    table: 'portal',
    partition: { value },
    sort: { beginsWith: 'member#' },
    limit,
    consistent: true,
    ...(after === null ? {} : { after: { pk: value, sk: after } }),
  });
  const keys = items.map((item) => portalKeys.user(memberRecord.fromItem(item).value.userId));
  const users = await table.getMany('portal', keys);
  return {
    users: users.map((item) => userRecord.fromItem(item).value),
    seen: items.length,
    next: next === undefined ? null : (items.at(-1)?.sk ?? null),
  };
}

/**
 * A page of the people of several teams, one team after another, each person once; `next` is where the rest
 * begins, null where there is none.
 */
export async function pageOfMembers(
  table: Table,
  area: AreaId,
  of: { teams: readonly (SchemeId | null)[]; from: MemberPlace; most: number },
): Promise<{ users: User[]; next: MemberPlace | null }> {
  const found = new Map<string, User>();
  let left = of.most;
  let { after } = of.from;
  for (const team of of.teams.slice(of.teams.indexOf(of.from.team))) {
    if (left === 0) return { users: [...found.values()], next: { team, after: null } };
    const some = await someMembers(table, area, { team, after, limit: left });
    for (const user of some.users) found.set(user.userId, user);
    left -= some.seen;
    if (some.next !== null) return { users: [...found.values()], next: { team, after: some.next } };
    after = null;
  }
  return { users: [...found.values()], next: null };
}
