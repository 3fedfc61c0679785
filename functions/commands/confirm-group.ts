import { newGroup, newLead } from '#functions/domain/registration/new-group.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { type LiveLink, linkUsed } from '#functions/store/link-token.ts';
import { organizationItem } from '#functions/store/organization.ts';
import { findByName, findRegistration, nameTaken, registrationItem } from '#functions/store/registration.ts';
import type { Write } from '#functions/store/table.ts';
import { findInvited } from '#functions/store/user.ts';
import type { Instant } from '#shared/model/dates.ts';
import { OrganizationId, UserId } from '#shared/model/ids.ts';
import type { Registration } from '#shared/model/registration.ts';
import { admitted } from './admit.ts';
import type { Deps } from './deps.ts';
import { tell } from './tell.ts';

export type Confirming = { link: LiveLink; name: string; at: Instant };

/** The registration a link was mailed for, while it waits to be confirmed. */
export async function registrationOf({ table }: Pick<Deps, 'table'>, { area, subject }: LiveLink) {
  const found = await findRegistration(table, { area, id: OrganizationId.parse(subject) });
  return found?.value.state === 'mailed' ? found : undefined;
}

/**
 * Uses a confirm link up: the group is made, unseen by all, its lead may sign in with the address the
 * link went to, and the coordinator has it to check. A name that is taken in the district is noted for
 * the coordinator alone. Refuses with `not_found`, and `changed_meanwhile` when the link was used twice
 * at once.
 */
export async function confirmGroup(
  deps: Deps,
  { link, name, at }: Confirming,
): Promise<Result<Registration>> {
  const before = await registrationOf(deps, link);
  if (before === undefined) return refuse('not_found');
  const { area, id } = before.value;
  const named = { tenant: id, user: 'public' as const, route: 'confirm.press', key: 'lead' };
  const newcomer = newLead(before.value, { userId: UserId.parse(deps.ids.created(named)), name });
  const known = await findInvited(deps.table, newcomer.email);
  const { userId, writes: entering } = admitted(known, newcomer);
  const twin = (await findByName(deps.table, before.value)) ?? null;
  const lead = { userId, name, confirmedAt: at };
  const registration: Registration = { ...before.value, state: 'confirmed', lead, twin };
  const item = registrationItem(registration, before.version + 1, at);
  const writes: Write[] = [
    linkUsed(link, at),
    { kind: 'put', table: 'portal', item, expected: { version: before.version } },
    { kind: 'put', table: 'portal', item: organizationItem(newGroup(registration, at)), expected: 'absent' },
    ...entering,
    ...(twin === null ? [nameTaken(registration, id)] : []),
    tell(
      deps,
      { area, tenant: id, aggregate: `organization#${id}`, version: 1 },
      { userId: 'link', at, type: 'organization.confirmed', data: { organizationId: id, userId } },
    ),
  ];
  const written = await deps.table.transact(writes);
  return written.ok ? accept(registration) : refuse('changed_meanwhile');
}
