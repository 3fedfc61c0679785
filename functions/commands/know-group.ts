import { isNew } from '#functions/domain/referral/newcomer.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { findOrganization } from '#functions/store/organization.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { OrganizationId } from '#shared/model/ids.ts';
import type { WhyKnown } from '#shared/model/organization.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { Deps } from './deps.ts';
import { groupChange } from './group-change.ts';
import { tell } from './tell.ts';

/** A coordinator, and a new group of their own area that they know. */
export type Knowing = { principal: Principal; groupId: OrganizationId; why: WhyKnown; at: Instant };

/**
 * A coordinator lifts the limit of a group's first thirty days and says why: from that moment it is sent as
 * many people as it has room for. Saying it twice is once. Refuses `not_found`, `not_possible_now` for a
 * group that is not new, and `changed_meanwhile`.
 */
export async function knowGroup(deps: Deps, knowing: Knowing): Promise<Result<undefined>> {
  const { principal, groupId: id, why, at } = knowing;
  const { area, userId } = principal;
  const group = await findOrganization(deps.table, { area, id });
  if (group === undefined) return refuse('not_found');
  if (group.value.known !== undefined) return accept(undefined);
  if (group.value.status !== 'checked' || !isNew(group.value, at)) return refuse('not_possible_now');
  const after = { ...group.value, known: { at, by: userId, why } };
  const written = await deps.table.transact([
    ...(await groupChange(deps.table, group, after)),
    tell(
      deps,
      { area, tenant: id, aggregate: `organization#${id}`, version: group.version + 1 },
      { userId, at, type: 'organization.known', data: { organizationId: id, why } },
    ),
  ]);
  return written.ok ? accept(undefined) : refuse('changed_meanwhile');
}
