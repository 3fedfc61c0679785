import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { capacityChange, findCapacity } from '#functions/store/capacity.ts';
import { findOrganization, organizationItem } from '#functions/store/organization.ts';
import type { Stored } from '#functions/store/record.ts';
import { groupNameItem } from '#functions/store/registration.ts';
import { findService, serviceItem } from '#functions/store/service.ts';
import type { Write } from '#functions/store/table.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { ServiceId } from '#shared/model/ids.ts';
import { isUnclaimed, type Organization } from '#shared/model/organization.ts';
import type { Registration } from '#shared/model/registration.ts';
import type { Principal } from '#shared/model/roles.ts';
import { groupChecks as words } from '#shared/text/en/group-checks.ts';
import type { Deps } from './deps.ts';
import { tell } from './tell.ts';

/** What comes to a group with the unclaimed listing that was its own all along. */
export type TakenOver = { fields: Partial<Organization>; writes: Write[] };

export type TakingOver = {
  principal: Principal;
  registration: Registration;
  /** Whether the coordinator says that the two are the same group; undefined: not answered. */
  isSame: boolean | undefined;
  at: Instant;
};

/** So many activities can change hands in one transaction. */
const MOST = 45;

/** The unclaimed listing of the same name and district, while there is one. */
export async function unclaimedTwin(
  { table }: Pick<Deps, 'table'>,
  { area, twin }: Pick<Registration, 'area' | 'twin'>,
): Promise<Stored<Organization> | undefined> {
  const found = twin === null ? undefined : await findOrganization(table, { area, id: twin });
  return found !== undefined && isUnclaimed(found.value) ? found : undefined;
}

/**
 * The writes by which a group that is being checked takes over the listing a directory had of it: its
 * activities, number and addresses become the group's, who may change them from then on; no later import
 * does. The old page closes. Nothing when the coordinator says they are two groups. Refuses `invalid` until
 * that is answered, `not_possible_now` when there are too many activities for one change.
 */
export async function takeOver(
  deps: Deps,
  group: Organization,
  { principal, registration, isSame, at }: TakingOver,
): Promise<Result<TakenOver>> {
  const twin = await unclaimedTwin(deps, registration);
  if (twin === undefined) return accept({ fields: {}, writes: [] });
  if (isSame === undefined)
    return refuse({ code: 'invalid', fields: [{ id: 'isSame', text: words.sameProblem }] });
  if (!isSame) return accept({ fields: {}, writes: [] });
  const { value: old, version } = twin;
  const services = [...group.services, ...old.services];
  if (services.length > MOST) return refuse('not_possible_now');
  const { area, userId } = principal;
  const moved = await Promise.all(old.services.map((id) => movedService(deps, { group, id })));
  const closed: Organization = { ...old, status: 'closed', services: [] };
  const { website, phone, email, charityNumber, legalForm } = old;
  const name = groupNameItem(registration, group.id);
  return accept({
    fields: { services, website, phone, email, charityNumber, legalForm },
    writes: [
      { kind: 'put', table: 'portal', item: organizationItem(closed, version + 1), expected: { version } },
      { kind: 'put', table: 'portal', item: name, expected: 'any' },
      ...moved.flat(),
      tell(
        deps,
        { area, tenant: old.id, aggregate: `organization#${old.id}`, version: version + 1 },
        { userId, at, type: 'organization.changed', data: { organizationId: old.id } },
      ),
    ],
  });
}

/** An activity with what senders rely on of it, under the group it now belongs to. */
async function movedService(
  { table }: Deps,
  { group, id }: { group: Organization; id: ServiceId },
): Promise<Write[]> {
  const at = { area: group.area, id };
  const [service, room] = await Promise.all([findService(table, at), findCapacity(table, at)]);
  if (service === undefined || room === undefined) return [];
  const item = serviceItem(group.area, { ...service.value, organizationId: group.id }, service.version + 1);
  const { status: organization, safeguarding } = group;
  const standing = { ...room.value.standing, organization, safeguarding };
  return [
    { kind: 'put', table: 'portal', item, expected: { version: service.version } },
    capacityChange(group.area, room, { ...room.value, organizationId: group.id, standing }),
  ];
}
