import type { Logger } from '#functions/runtime/logger.ts';
import { markDone } from '#functions/store/done.ts';
import { groupsOfImport } from '#functions/store/import.ts';
import type { Envelope } from '#shared/events/envelope.ts';
import type { AreaId } from '#shared/model/area.ts';
import type { Instant } from '#shared/model/dates.ts';
import { GrantId, OrganizationId } from '#shared/model/ids.ts';
import { ImportId } from '#shared/model/listing-source.ts';
import { type BatchAnswer, eachOf, type Part } from './batch.ts';
import { concerns } from './consumers.ts';
import { projectArea } from './project-area.ts';
import { projectGrants } from './project-grant.ts';
import { projectGroups } from './project-listing.ts';
import type { Projecting } from './until-won.ts';

export type Listing = Projecting & { now: () => Instant; log: Logger };

/** Brings the public directory in line with one event, and leaves the mark. Doing it again changes nothing. */
export async function reactWithListing(deps: Omit<Listing, 'log'>, event: Envelope): Promise<void> {
  await project(deps, event.area, [event]);
  await markDone(deps.table, { consumer: 'listing', eventId: event.id, now: deps.now() });
}

/**
 * The batch of the window, all groups of an area in one go, so that many changes of one map square are one
 * write of its block. Nuances: when the batch as a whole fails, its events are taken one by one, so that
 * one that can never succeed is named alone. An event says which group to look at, never what is true of
 * it: *portal* is read again, so the order of events does not matter.
 */
export async function projectBatch(deps: Listing, parts: readonly Part<Envelope>[]): Promise<BatchAnswer> {
  const events: Envelope[] = [];
  const read = await eachOf(parts, deps.log, async (event) => {
    if (concerns('listing', event)) events.push(event);
  });
  const byArea = Map.groupBy(events, ({ area }) => area);
  const together = await Promise.allSettled([...byArea].map(([area, some]) => project(deps, area, some)));
  const done = together.every(({ status }) => status === 'fulfilled');
  const rest = done ? [] : events;
  if (done)
    await Promise.all(
      events.map(({ id }) => markDone(deps.table, { consumer: 'listing', eventId: id, now: deps.now() })),
    );
  const ids = new Set(rest.map(({ id }) => id));
  const alone = await eachOf(
    parts.filter((part) => isAmong(part, ids)),
    deps.log,
    (event) => reactWithListing(deps, event),
  );
  return { batchItemFailures: [...read.batchItemFailures, ...alone.batchItemFailures] };
}

/** Whether a part is one of some events; one that cannot be read is none. */
function isAmong({ read }: Part<Envelope>, ids: ReadonlySet<string>): boolean {
  try {
    return ids.size > 0 && ids.has(read().id);
  } catch {
    return false;
  }
}

async function project(deps: Projecting, area: AreaId, events: readonly Envelope[]): Promise<void> {
  if (events.some(({ type }) => type.startsWith('area.'))) await projectArea(deps, area);
  const named = events.flatMap(({ data }) => {
    const id = OrganizationId.safeParse(data['organizationId']);
    return id.success ? [id.data] : [];
  });
  const imports = events.flatMap(({ data }) => {
    const id = ImportId.safeParse(data['importId']);
    return id.success ? [id.data] : [];
  });
  const imported = await Promise.all(imports.map((id) => groupsOfImport(deps.table, area, id)));
  const groups = [...named, ...imported.flat()];
  if (groups.length > 0) await projectGroups(deps, area, groups);
  const grants = events.flatMap(({ data }) => {
    const id = GrantId.safeParse(data['grantId']);
    return id.success ? [id.data] : [];
  });
  if (grants.length > 0) await projectGrants(deps, area, grants);
}
