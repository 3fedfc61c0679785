import { capacityChange, capacityItem, findCapacity } from '#functions/store/capacity.ts';
import { type DirectoryReading, readingWrite } from '#functions/store/directory-reading.ts';
import { eventWrite, type NewEvent } from '#functions/store/event.ts';
import { organizationItem } from '#functions/store/organization.ts';
import { unchangedSince } from '#functions/store/record.ts';
import { nameTaken } from '#functions/store/registration.ts';
import { serviceItem } from '#functions/store/service.ts';
import type { Table, Write } from '#functions/store/table.ts';
import type { EventType } from '#shared/events/index.ts';
import type { AreaId } from '#shared/model/area.ts';
import type { Instant } from '#shared/model/dates.ts';
import { EventId, OrganizationId, ServiceId } from '#shared/model/ids.ts';
import type { ImportId, ListingSource } from '#shared/model/listing-source.ts';
import type { Organization } from '#shared/model/organization.ts';
import type { Service } from '#shared/model/service.ts';
import type { ServiceCandidate } from './candidate.ts';
import type { Change } from './change.ts';
import { marksOf } from './merge.ts';
import type { Creation } from './plan.ts';

/** What every write of an import needs. `newId` makes a UUID v7. */
export type Writing = {
  area: AreaId;
  directory: Pick<ListingSource, 'name' | 'url' | 'licence'>;
  importId: ImportId;
  fetchedAt: Instant;
  now: Instant;
  newId: () => string;
};

/** The event of an import or of a group in it. */
export const told = <T extends EventType>(
  { area, now, newId }: Pick<Writing, 'area' | 'now' | 'newId'>,
  event: Pick<NewEvent<T>, 'tenant' | 'aggregate' | 'version' | 'type' | 'data'>,
): Write => eventWrite<T>({ ...event, id: EventId.parse(newId()), area, at: now, actor: 'system:importer' });

const put = (item: ReturnType<typeof serviceItem>, before: number): Write => ({
  kind: 'put',
  table: 'portal',
  item,
  expected: unchangedSince(before),
});

const NOT_CONFIRMED = { status: 'not_started', tier: 0, confirmedAt: null, validUntil: null } as const;

/** An activity that begins here: for listing only, so that nobody can be sent to it. */
function newService(writing: Writing, group: Organization, { content }: ServiceCandidate): Service {
  const id = ServiceId.parse(writing.newId());
  return { id, organizationId: group.id, firstVisit: '', tier: 0, exclusions: [], ...content };
}

function serviceWrites(area: AreaId, { status, safeguarding, id }: Organization, service: Service): Write[] {
  const standing = { organization: status, safeguarding, service: service.status };
  const room = { serviceId: service.id, organizationId: id, standing, capacity: null };
  return [put(serviceItem(area, service), 0), put(capacityItem(area, room), 0)];
}

const sourceOf = ({ directory, importId, fetchedAt }: Writing, id: string): ListingSource => ({
  ...directory,
  id,
  importId,
  fetchedAt,
});

/** When anybody last looked at it, as the file says; the future and silence count as the day it was read. */
function reviewedAt(day: string | null, { fetchedAt }: Writing): Instant {
  const at = day === null ? fetchedAt : `${day}T12:00:00.000Z`;
  return at < fetchedAt ? at : fetchedAt;
}

/** All that makes a group of a directory: seen by nobody until its import is shown. At most 84 writes. */
export function creationWrites(
  writing: Writing,
  { candidate, named }: Creation,
): { id: OrganizationId; writes: Write[] } {
  const { area, importId } = writing;
  const id = OrganizationId.parse(writing.newId());
  const begun: Organization = {
    id,
    area,
    ...candidate.content,
    status: 'unverified',
    checkedAt: null,
    lastReviewedAt: reviewedAt(candidate.reviewedAt, writing),
    safeguarding: NOT_CONFIRMED,
    services: [],
    source: sourceOf(writing, candidate.sourceId),
  };
  const services = candidate.services.map((listed) => ({
    listed,
    service: newService(writing, begun, listed),
  }));
  const group = { ...begun, services: services.map(({ service }) => service.id) };
  const reading = {
    sourceId: candidate.sourceId,
    name: candidate.content.name,
    organizationId: id,
    importId,
    fields: marksOf(candidate.content),
    services: services.map(({ listed, service }) => readingOf(listed, service.id)),
  };
  const writes = [
    put(organizationItem(group), 0),
    ...services.flatMap(({ service }) => serviceWrites(area, group, service)),
    readingWrite({ area, directory: writing.directory.name }, reading, 0),
    ...(named === undefined ? [] : [nameTaken(named, id)]),
    told<'organization.imported'>(writing, {
      tenant: id,
      aggregate: `organization#${id}`,
      version: 1,
      type: 'organization.imported',
      data: { organizationId: id, importId },
    }),
  ];
  return { id, writes };
}

const readingOf = ({ sourceId, content }: ServiceCandidate, serviceId: ServiceId) => ({
  sourceId,
  serviceId,
  fields: marksOf(content),
});

/** What of an activity differs, and that whether it runs is known beside its room too. */
async function changedService(
  table: Table,
  { area }: Writing,
  { before, fields }: Change['services'][number],
): Promise<Write[]> {
  const service: Service = { ...before.value, ...fields };
  const written = put(serviceItem(area, service, before.version + 1), before.version);
  if (fields.status === undefined) return [written];
  const room = await findCapacity(table, { area, id: service.id });
  if (room === undefined) return [written];
  const standing = { ...room.value.standing, service: fields.status };
  return [written, capacityChange(area, room, { ...room.value, standing })];
}

/**
 * All that brings a listed group in line with the file, but for what people here have edited. `again`: it
 * was hidden, and the import that is being made will show it.
 */
export async function changeWrites(
  table: Table,
  writing: Writing,
  { change, again }: { change: Change; again: boolean },
): Promise<Write[]> {
  const { area, importId } = writing;
  const { candidate, group, reading } = change;
  const { value: before, version } = group;
  const added = change.added.map((listed) => ({ listed, service: newService(writing, before, listed) }));
  const source = sourceOf(writing, candidate.sourceId);
  const shownWith = again ? importId : (before.source?.importId ?? importId);
  const after: Organization = {
    ...before,
    ...change.fields,
    lastReviewedAt: reviewedAt(candidate.reviewedAt, writing),
    services: [...before.services, ...added.map(({ service }) => service.id)],
    source: { ...source, importId: shownWith },
  };
  const said = new Map(candidate.services.map((listed) => [listed.sourceId, marksOf(listed.content)]));
  const read: DirectoryReading = {
    ...reading.value,
    name: candidate.content.name,
    importId: shownWith,
    fields: marksOf(candidate.content),
    services: [
      ...reading.value.services.map((one) => ({ ...one, fields: said.get(one.sourceId) ?? one.fields })),
      ...added.map(({ listed, service }) => readingOf(listed, service.id)),
    ],
  };
  const tenant = { tenant: before.id, aggregate: `organization#${before.id}`, version: version + 1 };
  const services = await Promise.all(change.services.map((one) => changedService(table, writing, one)));
  return [
    put(organizationItem(after, version + 1), version),
    ...services.flat(),
    ...added.flatMap(({ service }) => serviceWrites(area, after, service)),
    readingWrite({ area, directory: writing.directory.name }, read, reading.version),
    again
      ? told<'organization.imported'>(writing, {
          ...tenant,
          type: 'organization.imported',
          data: { organizationId: before.id, importId },
        })
      : told<'organization.changed'>(writing, {
          ...tenant,
          type: 'organization.changed',
          data: { organizationId: before.id },
        }),
  ];
}
