import type { Result } from '#functions/domain/result.ts';
import { accept, refuse } from '#functions/domain/result.ts';
import { findCapacity, type ServiceCapacity } from '#functions/store/capacity.ts';
import { findOrganization } from '#functions/store/organization.ts';
import type { Freshness } from '#functions/store/reading.ts';
import { findScheme } from '#functions/store/scheme.ts';
import { findService } from '#functions/store/service.ts';
import type { AreaId } from '#shared/model/area.ts';
import type { SchemeId, ServiceId } from '#shared/model/ids.ts';
import type { Organization } from '#shared/model/organization.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { Scheme } from '#shared/model/scheme.ts';
import type { Service } from '#shared/model/service.ts';
import type { Deps } from './deps.ts';

/** Both ends of a referral to be: the team it goes from, the activity and group it goes to, and how they stand. */
export type LoadedEnds = {
  scheme: Scheme;
  service: Service;
  organization: Organization;
  relied: ServiceCapacity;
  /** Beside which activity's room the group's offers are counted, and how many of the team's wait there. */
  countedBeside: ServiceId;
  offers: number;
};

/** The team somebody sends from, or undefined when they belong to none. */
export function schemeOf({ memberships }: Principal): SchemeId | undefined {
  for (const held of memberships) if ('schemeId' in held) return held.schemeId;
  return undefined;
}

/** Loads both ends. Refuses with `not_found` when the area has no such activity, or the sender no team. */
export async function loadEnds(
  { table }: Deps,
  at: { area: AreaId; serviceId: ServiceId; schemeId: SchemeId },
  read: Freshness,
): Promise<Result<LoadedEnds>> {
  const { area } = at;
  const [scheme, service, capacity] = await Promise.all([
    findScheme(table, { area, id: at.schemeId }, read),
    findService(table, { area, id: at.serviceId }, read),
    findCapacity(table, { area, id: at.serviceId }, read),
  ]);
  if (scheme === undefined || service === undefined || capacity === undefined) return refuse('not_found');
  const organization = await findOrganization(table, { area, id: service.value.organizationId }, read);
  if (organization === undefined) return refuse('not_found');
  const countedBeside = organization.value.services[0] ?? at.serviceId;
  const counts =
    countedBeside === at.serviceId ? capacity : await findCapacity(table, { area, id: countedBeside }, read);
  return accept({
    scheme: scheme.value,
    service: service.value,
    organization: organization.value,
    relied: capacity.value,
    countedBeside: counts === undefined ? at.serviceId : countedBeside,
    offers: (counts ?? capacity).offers(at.schemeId),
  });
}
