import { belongsTo } from '#functions/domain/membership.ts';
import { KEY_REUSED, recognise, remember } from '#functions/domain/referral/requests.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { capacityChange, findCapacity } from '#functions/store/capacity.ts';
import { marksBeside } from '#functions/store/marks.ts';
import { findOrganizationToChange, organizationItem } from '#functions/store/organization.ts';
import { findServiceToChange, serviceItem } from '#functions/store/service.ts';
import type { Write } from '#functions/store/table.ts';
import type { ServiceChange } from '#shared/api/activities.ts';
import type { AreaId } from '#shared/model/area.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { OrganizationId } from '#shared/model/ids.ts';
import type { Place, Service } from '#shared/model/service.ts';
import type { Deps } from './deps.ts';
import type { ChangingService } from './state-capacity.ts';
import { tell } from './tell.ts';

/** What is changed, each part by itself; a place with where it lies. */
export type ChangedService = Omit<ServiceChange, 'place'> & { place?: Place | undefined };

/** What is given replaces what was there; what is left out stays. */
const changed = (before: Service, change: ChangedService): Service => ({
  ...before,
  ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)),
});

/**
 * A lead changes what people read about an activity, or closes it for a while; that also says that the
 * page was looked at today. Whether it runs is copied beside its room in the same transaction, where
 * senders rely on it. Refuses with `not_found`
 * for another group's activity, `key_reused` and `changed_meanwhile`.
 */
export async function changeService(
  deps: Deps,
  { principal, serviceId, mark, at }: ChangingService,
  change: ChangedService,
): Promise<Result<Service>> {
  const { area } = principal;
  const before = await findServiceToChange(deps.table, { area, id: serviceId });
  if (before === undefined) return refuse('not_found');
  const { organizationId } = before.value;
  if (!belongsTo(principal, organizationId, ['group_lead'])) return refuse('not_found');
  const seen = recognise(before.marks, mark);
  if (seen === 'reused') return refuse(KEY_REUSED);
  if (seen === 'again') return accept(before.value);
  const service = changed(before.value, change);
  const version = before.version + 1;
  const marks = marksBeside(remember(before.marks, mark));
  const item = { ...serviceItem(area, service, version), ...marks };
  const listed = await lookedAt(deps, { area, id: organizationId }, at);
  if (listed === undefined) return refuse('not_found');
  const written = await deps.table.transact([
    { kind: 'put', table: 'portal', item, expected: { version: before.version } },
    tell(
      deps,
      { area, tenant: organizationId, aggregate: `service#${serviceId}`, version },
      { userId: principal.userId, at, type: 'service.changed', data: { organizationId, serviceId } },
    ),
    listed,
    ...(await standingInStep(deps, area, service)),
  ]);
  return written.ok ? accept(service) : refuse('changed_meanwhile');
}

/** The write that says the group looked at its page now. */
async function lookedAt(
  { table }: Deps,
  of: { area: AreaId; id: OrganizationId },
  at: Instant,
): Promise<Write | undefined> {
  const group = await findOrganizationToChange(table, of);
  if (group === undefined) return undefined;
  const { value, version, marks } = group;
  const item = organizationItem({ ...value, lastReviewedAt: at }, version + 1, marks);
  return { kind: 'put', table: 'portal', item, expected: { version } };
}

/** The write that keeps the copy of an activity's status beside its room in step; none when it is. */
async function standingInStep(
  { table }: Deps,
  area: ChangingService['principal']['area'],
  { id, status }: Service,
): Promise<Write[]> {
  const beside = await findCapacity(table, { area, id });
  if (beside === undefined || beside.value.standing.service === status) return [];
  const standing = { ...beside.value.standing, service: status };
  return [capacityChange(area, beside, { ...beside.value, standing })];
}
