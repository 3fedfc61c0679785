import { belongsTo } from '#functions/domain/membership.ts';
import { KEY_REUSED, type RequestMark, recognise, remember } from '#functions/domain/referral/requests.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { type AnsweredProfile, findGrantProfile, grantProfileItem } from '#functions/store/grant-profile.ts';
import { findOrganization } from '#functions/store/organization.ts';
import { unchangedSince } from '#functions/store/record.ts';
import type { GrantProfile } from '#shared/api/grants.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { OrganizationId } from '#shared/model/ids.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { Deps } from './deps.ts';
import { tell } from './tell.ts';

export type Answering = { principal: Principal; groupId: OrganizationId; mark: RequestMark; at: Instant };

/**
 * A lead answers what funds ask about the group. Refuses with `not_found` for another group, `key_reused`
 * and `changed_meanwhile`.
 */
export async function answerGrantProfile(
  deps: Deps,
  { principal, groupId, mark, at }: Answering,
  said: GrantProfile,
): Promise<Result<AnsweredProfile>> {
  const { area, userId } = principal;
  if (!belongsTo(principal, groupId, ['group_lead'])) return refuse('not_found');
  if ((await findOrganization(deps.table, { area, id: groupId }, 'eventual')) === undefined)
    return refuse('not_found');
  const before = await findGrantProfile(deps.table, { area, id: groupId });
  const seen = recognise(before?.marks ?? [], mark);
  if (seen === 'reused') return refuse(KEY_REUSED);
  if (seen === 'again' && before !== undefined) return accept(before.value);
  const version = (before?.version ?? 0) + 1;
  const profile = { organizationId: groupId, ...said, answeredAt: at };
  const item = grantProfileItem(area, profile, { version, marks: remember(before?.marks ?? [], mark) });
  const expected = unchangedSince(before?.version);
  const written = await deps.table.transact([
    { kind: 'put', table: 'portal', item, expected },
    tell(
      deps,
      { area, tenant: groupId, aggregate: `grant_profile#${groupId}`, version },
      { userId, at, type: 'grant_profile.answered', data: { organizationId: groupId } },
    ),
  ]);
  return written.ok ? accept(profile) : refuse('changed_meanwhile');
}
