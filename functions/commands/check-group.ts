import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { handledWrite } from '#functions/store/handled.ts';
import { findOrganization } from '#functions/store/organization.ts';
import { findRegistration, registrationItem } from '#functions/store/registration.ts';
import type { Write } from '#functions/store/table.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { OrganizationId } from '#shared/model/ids.ts';
import type { HowChecked, Registration, WhyReturned } from '#shared/model/registration.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { Deps } from './deps.ts';
import { doneAlreadyBy } from './done-by.ts';
import { groupChange } from './group-change.ts';
import { takeOver } from './take-over.ts';
import { tell } from './tell.ts';

type Deciding = { principal: Principal; groupId: OrganizationId; note: string; at: Instant };

/** A group that waits in the coordinator's own area; refuses `not_found`, or `not_possible_now` when it was decided. */
async function waiting({ table }: Deps, { principal: { area }, groupId: id }: Deciding) {
  const registration = await findRegistration(table, { area, id });
  if (registration === undefined || registration.value.state === 'mailed') return refuse('not_found');
  const group = await findOrganization(table, { area, id });
  return group === undefined ? refuse('not_found') : accept({ registration, group });
}

const item = (after: Registration, before: number, at: Instant): Write => ({
  kind: 'put',
  table: 'portal',
  item: registrationItem(after, before + 1, at),
  expected: { version: before },
});

/** What came of a check, where a colleague was first or the list is behind; the same said twice is once. */
async function decided(
  { table }: Deps,
  { principal: { area, userId }, groupId: id }: Deciding,
  isSame: (registration: Registration) => boolean,
): Promise<Result<OrganizationId>> {
  const value = (await findRegistration(table, { area, id }))?.value;
  const act = value?.state === 'checked' ? value.checked : value?.returned;
  if (value === undefined || !act) return refuse('changed_meanwhile');
  return act.by === userId && isSame(value) ? accept(id) : doneAlreadyBy(table, act);
}

/** The line of the history. */
const line = (
  { principal: { area, name: byName }, groupId, at }: Deciding,
  about: string,
  outcome: string,
): Write => handledWrite(area, groupId, { at, byName, kind: 'check', about, outcome, taskId: null });

/**
 * One coordinator has made sure that a group is who it says: it can be found, and sent referrals once it
 * has confirmed its basics. Saying the same twice is once. Refuses with `not_found` elsewhere,
 * `done_already` with who did when it was decided otherwise, `changed_meanwhile`, and as `takeOver` does: an
 * unclaimed listing of the same group comes to it here.
 */
export async function checkGroup(
  deps: Deps,
  deciding: Deciding & { how: HowChecked; isSame?: boolean | undefined },
): Promise<Result<OrganizationId>> {
  const { principal, groupId: id, how, note, at } = deciding;
  const found = await waiting(deps, deciding);
  if (!found.ok) return found;
  const { registration, group } = found.value;
  const { value } = registration;
  const isSame = ({ checked }: Registration) => checked?.how === how;
  if (value.state !== 'confirmed') return decided(deps, deciding, isSame);
  const { area, userId } = principal;
  const checked: Registration = { ...value, state: 'checked', checked: { at, by: userId, note, how } };
  const listed = { ...group.value, status: 'checked' as const, checkedAt: at, lastReviewedAt: at };
  const own = await takeOver(deps, listed, { principal, registration: value, isSame: deciding.isSame, at });
  if (!own.ok) return own;
  const after = { ...listed, ...own.value.fields };
  const written = await deps.table.transact([
    item(checked, registration.version, at),
    ...(await groupChange(deps.table, group, after)),
    ...own.value.writes,
    tell(
      deps,
      { area, tenant: id, aggregate: `registration#${id}`, version: registration.version + 1 },
      { userId, at, type: 'organization.checked', data: { organizationId: id, how } },
    ),
    line(deciding, value.name, how),
  ]);
  return written.ok ? accept(id) : decided(deps, deciding, isSame);
}

/** A coordinator sends a group back with a reason: nobody can find it. Refuses as `checkGroup` does. */
export async function returnGroup(
  deps: Deps,
  deciding: Deciding & { reason: WhyReturned },
): Promise<Result<OrganizationId>> {
  const { principal, groupId: id, reason, note, at } = deciding;
  const found = await waiting(deps, deciding);
  if (!found.ok) return found;
  const { version, value } = found.value.registration;
  const isSame = ({ returned }: Registration) => returned?.reason === reason;
  if (value.state !== 'confirmed') return decided(deps, deciding, isSame);
  const { area, userId } = principal;
  const returned: Registration = { ...value, state: 'returned', returned: { at, by: userId, note, reason } };
  const written = await deps.table.transact([
    item(returned, version, at),
    tell(
      deps,
      { area, tenant: id, aggregate: `registration#${id}`, version: version + 1 },
      { userId, at, type: 'organization.returned', data: { organizationId: id, reason } },
    ),
    line(deciding, value.name, reason),
  ]);
  return written.ok ? accept(id) : decided(deps, deciding, isSame);
}
