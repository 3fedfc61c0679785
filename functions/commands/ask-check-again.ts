import { belongsTo } from '#functions/domain/membership.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { findOrganization } from '#functions/store/organization.ts';
import { findRegistration, registrationItem } from '#functions/store/registration.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { OrganizationId } from '#shared/model/ids.ts';
import type { Registration } from '#shared/model/registration.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { Deps } from './deps.ts';
import { tell } from './tell.ts';

/**
 * A lead whose group was sent back asks the coordinator to look again: it waits for a check once more, at
 * the end of the list. Asking twice, or once it has been checked, does nothing. Refuses with `not_found` for another group,
 * `not_possible_now` for one that was not sent back, `changed_meanwhile`.
 */
export async function askCheckAgain(
  deps: Deps,
  asking: { principal: Principal; groupId: OrganizationId; at: Instant },
): Promise<Result<'waiting' | 'checked'>> {
  const { principal, groupId: id, at } = asking;
  const { area, userId } = principal;
  if (!belongsTo(principal, id, ['group_lead'])) return refuse('not_found');
  const before = await findRegistration(deps.table, { area, id });
  if (before?.value.state === 'confirmed') return accept('waiting');
  const group = await findOrganization(deps.table, { area, id });
  if (group?.value.status === 'checked') return accept('checked');
  if (before?.value.state !== 'returned' || before.value.lead === null) return refuse('not_possible_now');
  const lead = { ...before.value.lead, confirmedAt: at };
  const after: Registration = { ...before.value, state: 'confirmed', lead };
  const version = before.version + 1;
  const item = registrationItem(after, version, at);
  const written = await deps.table.transact([
    { kind: 'put', table: 'portal', item, expected: { version: before.version } },
    tell(
      deps,
      { area, tenant: id, aggregate: `registration#${id}`, version },
      { userId, at, type: 'organization.asked_again', data: { organizationId: id } },
    ),
  ]);
  return written.ok ? accept('waiting') : refuse('changed_meanwhile');
}
