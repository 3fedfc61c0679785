import { belongsTo } from '#functions/domain/membership.ts';
import { KEY_REUSED, type RequestMark, recognise, remember } from '#functions/domain/referral/requests.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { capacityItem } from '#functions/store/capacity.ts';
import { marksBeside } from '#functions/store/marks.ts';
import { findOrganizationToChange, organizationItem } from '#functions/store/organization.ts';
import { findAnswers } from '#functions/store/safeguarding.ts';
import { findServiceToChange, listServices, serviceItem } from '#functions/store/service.ts';
import type { Table } from '#functions/store/table.ts';
import type { ServiceOutline } from '#shared/api/activities.ts';
import type { Instant } from '#shared/model/dates.ts';
import { type OrganizationId, ServiceId } from '#shared/model/ids.ts';
import type { Organization } from '#shared/model/organization.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { Place, Service } from '#shared/model/service.ts';
import type { Deps } from './deps.ts';
import { tell } from './tell.ts';

/** Who adds what to which group. `place` is the written one with where it lies. */
export type Adding = {
  principal: Principal;
  groupId: OrganizationId;
  outline: Omit<ServiceOutline, 'place'> & { place: Place };
  key: string;
  mark: RequestMark;
  at: Instant;
};

/** As many as one transaction can change with the group and what senders rely on. */
export const MOST_SERVICES = 45;

/** Nothing said is not the same as no. */
const UNSAID = {
  stepFree: null,
  hearingLoop: null,
  quietSpace: null,
  bringSomeone: null,
  nearBusStop: null,
  toilets: null,
  languages: [],
};

/** The activities a group lists with one more; one that has ended makes room. Refuses `group_full`. */
async function withOneMore(
  table: Table,
  { area, services }: Organization,
  id: ServiceId,
): Promise<Result<ServiceId[]>> {
  if (services.length < MOST_SERVICES) return accept([...services, id]);
  const { rows } = await listServices(table, area, services);
  const over = rows.find(({ value }) => value.status === 'closed')?.value.id;
  return over === undefined
    ? refuse('group_full')
    : accept([...services.filter((other) => other !== over), id]);
}

/**
 * A lead lists something people can join. It takes the tier of what the group does and, as limits, those
 * the group has given; room is not known until somebody says it. People find it as soon as the group is
 * checked. The same request again does nothing. Refuses `not_found` for another group, `group_full`,
 * `key_reused` and `changed_meanwhile`.
 */
export async function addService(deps: Deps, adding: Adding): Promise<Result<Service>> {
  const { principal, groupId, outline, key, mark, at } = adding;
  const { area, userId } = principal;
  if (!belongsTo(principal, groupId, ['group_lead'])) return refuse('not_found');
  const of = { area, id: groupId };
  const group = await findOrganizationToChange(deps.table, of);
  if (group === undefined) return refuse('not_found');
  const named = { tenant: groupId, user: userId, route: 'service.add', key };
  const id = ServiceId.parse(deps.ids.created(named));
  const before = await findServiceToChange(deps.table, { area, id });
  if (before !== undefined)
    return recognise(before.marks, mark) === 'again' ? accept(before.value) : refuse(KEY_REUSED);
  const services = await withOneMore(deps.table, group.value, id);
  if (!services.ok) return services;
  const { answers } = (await findAnswers(deps.table, of)).value;
  const { status, safeguarding } = group.value;
  const service: Service = {
    ...outline,
    ...{ id, organizationId: groupId, access: UNSAID, status: 'active', tier: safeguarding.tier },
    eligibility: { minimumAge: null, maximumAge: null, onlyFor: [] },
    exclusions: answers.limits ?? [],
  };
  const standing = { organization: status, safeguarding, service: 'active' as const };
  const room = capacityItem(area, { serviceId: id, organizationId: groupId, standing, capacity: null });
  const listed = organizationItem(
    { ...group.value, services: services.value, lastReviewedAt: at },
    group.version + 1,
    group.marks,
  );
  const item = { ...serviceItem(area, service), ...marksBeside(remember([], mark)) };
  const written = await deps.table.transact([
    { kind: 'put', table: 'portal', item, expected: 'absent' },
    { kind: 'put', table: 'portal', item: room, expected: 'absent' },
    { kind: 'put', table: 'portal', item: listed, expected: { version: group.version } },
    tell(
      deps,
      { area, tenant: groupId, aggregate: `service#${id}`, version: 1 },
      { userId, at, type: 'service.added', data: { organizationId: groupId, serviceId: id } },
    ),
  ]);
  return written.ok ? accept(service) : refuse('changed_meanwhile');
}
