import type { Deps } from '#functions/commands/deps.ts';
import { markOf } from '#functions/commands/mark.ts';
import { type ChangingService, stateCapacity } from '#functions/commands/state-capacity.ts';
import { roomAt } from '#functions/domain/capacity/room.ts';
import { belongsTo } from '#functions/domain/membership.ts';
import { accept, refuse } from '#functions/domain/result.ts';
import { listActivities } from '#functions/store/activities.ts';
import { findOrganization } from '#functions/store/organization.ts';
import * as api from '#shared/api/groups.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { OrganizationId, ServiceId } from '#shared/model/ids.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { App } from './app.ts';
import { mount } from './mount.ts';
import { formFor } from './referral-form.ts';

type Changing = {
  principal: Principal;
  params: { serviceId: ServiceId };
  body: unknown;
  now: Instant;
  idempotencyKey: string;
};
const changing = ({ principal, params, body, now, idempotencyKey }: Changing): ChangingService => ({
  principal,
  serviceId: params.serviceId,
  at: now,
  mark: markOf(idempotencyKey, { body, ...params }),
});

/** The activities of a group with what was last said about their room; `not_found` for who does not lead it. */
async function servicesFor(
  { table }: Deps,
  asked: { principal: Principal; groupId: OrganizationId; now: Instant },
) {
  const { principal, groupId, now } = asked;
  if (!belongsTo(principal, groupId, ['group_lead'])) return refuse('not_found');
  const found = await findOrganization(table, { area: principal.area, id: groupId });
  if (found === undefined) return refuse('not_found');
  const { id, name, safeguarding, services: ids } = found.value;
  const activities = await listActivities(table, principal.area, ids);
  return accept({
    group: { id, name, safeguarding },
    services: activities.map(({ service, capacity }) => ({
      ...{ service, capacity },
      room: roomAt(capacity, now),
    })),
    now,
  });
}

/** Routes of the staff function about groups: their leads' own pages, and what a sender must see. */
export function mountGroups(app: App, deps: Deps): void {
  mount(app, api.groupServices, ({ principal, params, now }) =>
    servicesFor(deps, { principal, groupId: params.groupId, now }),
  );
  mount(app, api.capacityState, async (call) => {
    const said = await stateCapacity(deps, changing(call), call.body);
    return said.ok ? accept({ capacity: said.value, room: roomAt(said.value, call.now) }) : said;
  });
  mount(app, api.referralForm, ({ principal, params, now }) =>
    formFor(deps, { principal, serviceId: params.serviceId, now }),
  );
}
