import { namedReader, opensFrom } from '#functions/domain/group/new-reader.ts';
import { belongsTo } from '#functions/domain/membership.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { findUser, type User, userItem } from '#functions/store/user.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { OrganizationId, UserId } from '#shared/model/ids.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { Deps } from './deps.ts';
import { tell } from './tell.ts';

/** A coordinator, and a reader of a group of their own area. */
export type Vouching = { principal: Principal; groupId: OrganizationId; userId: UserId; at: Instant };

/**
 * A coordinator has rung and made sure of a new reader, who opens contact details from that moment,
 * wherever they are signed in. Saying it twice is once. Refuses `not_found` for whoever does not read
 * there, and `changed_meanwhile`.
 */
export async function vouchForReader(deps: Deps, vouching: Vouching): Promise<Result<undefined>> {
  const { principal, groupId: id, userId, at } = vouching;
  const { area } = principal;
  const found = await findUser(deps.table, userId);
  if (found === undefined) return refuse('not_found');
  const { value: before, version } = found;
  const reads = before.active && before.area === area && belongsTo(before, id, ['group_reader']);
  if (!reads) return refuse('not_found');
  if (opensFrom(before, id, at) === null) return accept(undefined);
  const after: User = namedReader(before, { id, at, isCovered: true });
  const written = await deps.table.transact([
    { kind: 'put', table: 'portal', item: userItem(after, version + 1), expected: { version } },
    tell(
      deps,
      { area, tenant: id, aggregate: `user#${userId}`, version: version + 1 },
      { userId: principal.userId, at, type: 'member.vouched', data: { organizationId: id, userId } },
    ),
  ]);
  return written.ok ? accept(undefined) : refuse('changed_meanwhile');
}
