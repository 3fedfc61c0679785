import { mayWaitUntil } from '#functions/domain/moderation/waiting.ts';
import { listOrganizations } from '#functions/store/organization.ts';
import type { Table } from '#functions/store/table.ts';
import type { Ring } from '#shared/api/queue.ts';
import type { AreaSettings } from '#shared/model/area.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { OrganizationId } from '#shared/model/ids.ts';
import type { Organization } from '#shared/model/organization.ts';
import type { QueueKind } from '#shared/model/task.ts';

/** What rows are made with: the table, the area as it is set up, and the moment of the request. */
export type Making = { table: Table; settings: AreaSettings; now: Instant };

/** A group's own number, with the times it asks for. */
export const ringOf = ({ name, phone }: Organization): Ring => ({
  name,
  phone: phone.number,
  times: phone.bestTimes,
});

/** Since when something waits and until when it may. */
export const waits = (kind: QueueKind, since: Instant, { settings }: Pick<Making, 'settings'>) => ({
  since,
  waitUntil: mayWaitUntil(kind, since, settings.nation),
});

/** Groups by id, each read once. */
export async function groupsById(
  { table, settings }: Pick<Making, 'table' | 'settings'>,
  ids: readonly OrganizationId[],
): Promise<Map<string, Organization>> {
  const { rows } = await listOrganizations(table, settings.area, [...new Set(ids)]);
  return new Map(rows.map(({ value }) => [value.id, value]));
}
