import type { DirectoryReading } from '#functions/store/directory-reading.ts';
import { findOrganization } from '#functions/store/organization.ts';
import type { Stored } from '#functions/store/record.ts';
import { listServices } from '#functions/store/service.ts';
import type { Table } from '#functions/store/table.ts';
import { isUnclaimed, type Organization } from '#shared/model/organization.ts';
import type { Service } from '#shared/model/service.ts';
import type { Candidate, GroupContent, ServiceCandidate } from './candidate.ts';
import { MOST_OF_A_GROUP } from './gather.ts';
import { merge } from './merge.ts';

/** A group from a directory that the file says something new of. */
export type Change = {
  candidate: Candidate;
  reading: Stored<DirectoryReading>;
  group: Stored<Organization>;
  fields: Partial<GroupContent>;
  services: { before: Stored<Service>; fields: Partial<Service> }[];
  /** Activities the directory has added. */
  added: ServiceCandidate[];
  /** Fields that the directory changed and somebody here had changed too: they stay. */
  kept: string[];
};

/** What is new of one group; undefined when its own people look after it now, or nothing of it is left. */
export async function changeOf(
  table: Table,
  candidate: Candidate,
  reading: Stored<DirectoryReading>,
): Promise<Change | undefined> {
  const { area } = candidate;
  const group = await findOrganization(table, { area, id: reading.value.organizationId });
  if (group === undefined || !isUnclaimed(group.value)) return undefined;
  const { rows } = await listServices(table, area, group.value.services);
  const standing = new Map(rows.map((row) => [row.value.id, row]));
  const known = new Map(reading.value.services.map((service) => [service.sourceId, service]));
  const merged = merge(group.value, candidate.content, reading.value.fields);
  const change: Change = {
    candidate,
    reading,
    group,
    fields: merged.taken,
    services: [],
    added: [],
    kept: merged.kept,
  };
  for (const listed of candidate.services) {
    const seen = known.get(listed.sourceId);
    const before = seen && standing.get(seen.serviceId);
    if (seen === undefined) change.added.push(listed);
    else if (before !== undefined) {
      const { taken, kept } = merge(before.value, listed.content, seen.fields);
      if (Object.keys(taken).length > 0) change.services.push({ before, fields: taken });
      change.kept.push(...kept.map((field) => `${listed.content.name}: ${field}`));
    }
  }
  change.added = change.added.slice(0, Math.max(0, MOST_OF_A_GROUP - group.value.services.length));
  return change;
}
