import { councilOf, toldInTime } from '#functions/domain/insight/telling.ts';
import { KEY_REUSED } from '#functions/domain/referral/requests.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { eventFromItem, eventWrite } from '#functions/store/event.ts';
import { findOrganization } from '#functions/store/organization.ts';
import { findService } from '#functions/store/service.ts';
import type { Introduction } from '#shared/api/introductions.ts';
import type { AreaId } from '#shared/model/area.ts';
import { dayOf } from '#shared/model/civil-time.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { ServiceId } from '#shared/model/ids.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { Service } from '#shared/model/service.ts';
import type { Deps } from './deps.ts';

export type Introducing = {
  principal: Pick<Principal, 'area'>;
  introduction: Introduction;
  key: string;
  at: Instant;
};

/**
 * Records that somebody was told of a group, or taken there, without a referral: needs, council and day.
 * Neither the person nor the link worker stands in it, and no session: it only counts. The same request again is
 * once. Refuses with `not_found` for an activity that is not listed in the caller's area, `invalid` for a
 * council elsewhere or a day out of reach, and `key_reused`.
 */
export async function makeIntroduction(
  deps: Deps,
  introducing: Introducing,
): Promise<Result<{ recorded: true }>> {
  const { introduction, key, at } = introducing;
  const { area } = introducing.principal;
  const { how, serviceId } = introduction;
  const activity = serviceId && (await listedActivity(deps, area, serviceId));
  if (serviceId !== undefined && activity === undefined) return refuse('not_found');
  const council = councilOf(await deps.areas(area), introduction.council, activity?.place.council);
  if (!council.ok) return council;
  const on = toldInTime(introduction.on, dayOf(at));
  if (!on.ok) return on;
  const needs = [...new Set(introduction.needs)].sort().join();
  const data = { how, needs, council: council.value, on: on.value, ...(serviceId && { serviceId }) };
  const id = deps.ids.created({ tenant: area, user: 'public', route: 'introduction.make', key });
  const written = await deps.table.write(
    eventWrite({
      id: deps.ids.event(),
      area,
      tenant: area,
      aggregate: `introduction#${id}`,
      version: 1,
      at,
      actor: 'system:staff',
      type: 'introduction.made',
      data,
    }),
  );
  if (written.ok) return accept({ recorded: true });
  const [before] = written.conflicts;
  const same = before?.item && JSON.stringify(eventFromItem(before.item).data) === JSON.stringify(data);
  return same ? accept({ recorded: true }) : refuse(KEY_REUSED);
}

/** The activity, when anybody could find it: its group is checked and it has not closed for good. */
async function listedActivity({ table }: Deps, area: AreaId, id: ServiceId): Promise<Service | undefined> {
  const service = await findService(table, { area, id }, 'eventual');
  if (service === undefined || service.value.status === 'closed') return undefined;
  const group = await findOrganization(table, { area, id: service.value.organizationId }, 'eventual');
  return group?.value.status === 'checked' ? service.value : undefined;
}
