import { belongsTo } from '#functions/domain/membership.ts';
import { KEY_REUSED, type RequestMark, recognise, remember } from '#functions/domain/referral/requests.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { findOrganizationToChange, organizationItem } from '#functions/store/organization.ts';
import type { GroupPhone } from '#shared/api/own-group.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { OrganizationId } from '#shared/model/ids.ts';
import type { Organization } from '#shared/model/organization.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { Deps } from './deps.ts';
import { tell } from './tell.ts';

/** Who changes which group of theirs. */
export type ChangingGroup = { principal: Principal; groupId: OrganizationId; mark: RequestMark; at: Instant };

/**
 * A lead gives the group's one phone and says who may see it; that also says that the page was looked at
 * today. Refuses with `not_found` for another group, `key_reused` and `changed_meanwhile`.
 */
export async function changePhone(
  deps: Deps,
  { principal, groupId, mark, at }: ChangingGroup,
  phone: GroupPhone,
): Promise<Result<Organization>> {
  const { area, userId } = principal;
  if (!belongsTo(principal, groupId, ['group_lead'])) return refuse('not_found');
  const before = await findOrganizationToChange(deps.table, { area, id: groupId });
  if (before === undefined) return refuse('not_found');
  const seen = recognise(before.marks, mark);
  if (seen === 'reused') return refuse(KEY_REUSED);
  if (seen === 'again') return accept(before.value);
  const after: Organization = { ...before.value, phone, lastReviewedAt: at };
  const version = before.version + 1;
  const item = organizationItem(after, version, remember(before.marks, mark));
  const written = await deps.table.transact([
    { kind: 'put', table: 'portal', item, expected: { version: before.version } },
    tell(
      deps,
      { area, tenant: groupId, aggregate: `organization#${groupId}`, version },
      { userId, at, type: 'organization.changed', data: { organizationId: groupId } },
    ),
  ]);
  return written.ok ? accept(after) : refuse('changed_meanwhile');
}
