import { referableUntil } from '#functions/search/referable.ts';
import { getArea } from '#functions/store/area.ts';
import { findCapacity } from '#functions/store/capacity.ts';
import { markDone } from '#functions/store/done.ts';
import { findOrganization } from '#functions/store/organization.ts';
import { findService } from '#functions/store/service.ts';
import { findSupply, type Supply, supplyWrite } from '#functions/store/supply.ts';
import type { Table } from '#functions/store/table.ts';
import type { Envelope } from '#shared/events/envelope.ts';
import type { AreaId, AreaSettings } from '#shared/model/area.ts';
import type { Capacity } from '#shared/model/capacity.ts';
import type { Instant } from '#shared/model/dates.ts';
import { OrganizationId, ServiceId } from '#shared/model/ids.ts';
import type { Organization } from '#shared/model/organization.ts';
import type { Service } from '#shared/model/service.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { type Projecting, untilWon } from './until-won.ts';

export type Counting = Projecting & { now: () => Instant };

/**
 * Keeps what each activity adds to the counts of supply, and what events show to be missing. Nuances: an
 * event only says which activities to
 * look at; what they add is taken from *portal* as it stands, so events may come twice or in any order;
 * what was read first is the counted item, so that of two at once the one with the older view tries again.
 */
export async function reactWithInsight(deps: Counting, event: Envelope): Promise<void> {
  await gatherEvidence(deps.table, event);
  for (const id of await touched(deps.table, event)) {
    await untilWon(deps.backoff, 'What an activity adds', () =>
      countOnce(deps.table, { area: event.area, id }),
    );
  }
  await markDone(deps.table, { consumer: 'insight', eventId: event.id, now: deps.now() });
}

/** The activities an event touches: the one it names, or all of its group. */
async function touched(table: Table, { area, data }: Envelope): Promise<readonly ServiceId[]> {
  const named = ServiceId.safeParse(data['serviceId']);
  if (named.success) return [named.data];
  if (data['organizationId'] === undefined) return [];
  const id = OrganizationId.parse(data['organizationId']);
  return (await findOrganization(table, { area, id }))?.value.services ?? [];
}

async function countOnce(table: Table, at: { area: AreaId; id: ServiceId }): Promise<boolean> {
  const before = await findSupply(table, at);
  const service = await findService(table, at);
  const organization =
    service && (await findOrganization(table, { area: at.area, id: service.value.organizationId }));
  const capacity = await findCapacity(table, at);
  const settings = await getArea(table, at.area);
  const after =
    service &&
    organization &&
    supplyOf(settings, {
      organization: organization.value,
      service: service.value,
      capacity: capacity?.value.capacity ?? null,
    });
  const write = supplyWrite(at, before, after);
  return write === undefined || (await table.write(write)).ok;
}

/** What an activity adds: nothing while its group is not checked, or once it has closed. */
export function supplyOf(
  settings: AreaSettings,
  state: { organization: Organization; service: Service; capacity: Capacity | null },
): Supply | undefined {
  const { organization, service, capacity } = state;
  if (organization.status !== 'checked' || service.status === 'closed') return undefined;
  const { council } = service.place;
  const councilName = settings.councils.find(({ code }) => code === council)?.name ?? council;
  const until = referableUntil(organization, service, { nation: settings.nation, open: true });
  return {
    serviceId: service.id,
    organizationId: organization.id,
    council,
    councilName,
    needs: service.needs,
    referableUntil: until,
    capacity,
  };
}
