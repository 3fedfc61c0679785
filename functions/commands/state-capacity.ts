import { sayRoom } from '#functions/domain/capacity/statement.ts';
import { belongsTo } from '#functions/domain/membership.ts';
import { KEY_REUSED, type RequestMark, recognise, remember } from '#functions/domain/referral/requests.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { capacityChange, findCapacity } from '#functions/store/capacity.ts';
import type { CapacityStatement } from '#shared/api/groups.ts';
import type { Capacity } from '#shared/model/capacity.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { ServiceId } from '#shared/model/ids.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { Deps } from './deps.ts';
import { tell } from './tell.ts';

/** Who changes which activity of their group. */
export type ChangingService = { principal: Principal; serviceId: ServiceId; mark: RequestMark; at: Instant };

/**
 * A lead or reader says how much room there is; it counts from now for 30 days. Refuses with
 * `not_found` for another group's activity, `invalid`, `key_reused` and `changed_meanwhile`.
 */
export async function stateCapacity(
  deps: Deps,
  { principal, serviceId, mark, at }: ChangingService,
  statement: CapacityStatement,
): Promise<Result<Capacity>> {
  const { area } = principal;
  const before = await findCapacity(deps.table, { area, id: serviceId });
  const group = before?.value.organizationId;
  if (before === undefined || group === undefined) return refuse('not_found');
  if (!belongsTo(principal, group, ['group_lead', 'group_reader'])) return refuse('not_found');
  const seen = recognise(before.marks, mark);
  if (seen === 'reused') return refuse(KEY_REUSED);
  if (seen === 'again' && before.value.capacity !== null) return accept(before.value.capacity);
  const said = sayRoom(before.value.capacity, statement, at);
  if (!said.ok) return said;
  const { state, places } = said.value;
  const written = await deps.table.transact([
    capacityChange(area, before, {
      ...before.value,
      capacity: said.value,
      marks: remember(before.marks, mark),
    }),
    tell(
      deps,
      { area, tenant: group, aggregate: `capacity#${serviceId}`, version: before.version + 1 },
      {
        userId: principal.userId,
        at,
        type: 'capacity.stated',
        data: { organizationId: group, serviceId, state, places },
      },
    ),
  ]);
  return written.ok ? said : refuse('changed_meanwhile');
}
