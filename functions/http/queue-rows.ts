import { recheckDue } from '#functions/domain/grant/recheck.ts';
import { grantRecord } from '#functions/store/grant.ts';
import type { Place } from '#functions/store/queue.ts';
import { findMany } from '#functions/store/reading.ts';
import { registrationRecord } from '#functions/store/registration.ts';
import { suggestionRecord } from '#functions/store/suggestion.ts';
import type { QueueRow } from '#shared/api/queue.ts';
import type { OrganizationId } from '#shared/model/ids.ts';
import { isUnclaimed } from '#shared/model/organization.ts';
import { groupsById, type Making, ringOf, waits } from './queue-making.ts';
import { taskRows } from './queue-tasks.ts';

async function reportRows(making: Making, places: readonly Place[]): Promise<QueueRow[]> {
  const keys = places.map(({ key }) => key);
  const { rows } = await findMany(making.table, keys, { reader: suggestionRecord });
  const open = rows.map(({ value }) => value).filter(({ resolved }) => resolved === null);
  const groups = await groupsById(
    making,
    open.map(({ organizationId }) => organizationId),
  );
  return open.map(({ id, organizationId: groupId, topic, text, at }) => {
    const group = groups.get(groupId);
    const ring = group === undefined ? null : ringOf(group);
    return {
      ...{ kind: 'report' as const, id, groupId, groupName: group?.name ?? '', topic, text, ring },
      ...waits('report', at, making),
    };
  });
}

async function checkRows(making: Making, places: readonly Place[]): Promise<QueueRow[]> {
  const keys = places.map(({ key }) => key);
  const { rows } = await findMany(making.table, keys, { reader: registrationRecord });
  const waiting = rows.map(({ value }) => value).filter(({ state }) => state === 'confirmed');
  const twins = await groupsById(
    making,
    waiting.flatMap(({ twin }) => twin ?? []),
  );
  const from = (twin: OrganizationId | null): string | null => {
    const group = twin === null ? undefined : twins.get(twin);
    return group !== undefined && isUnclaimed(group) ? (group.source?.name ?? null) : null;
  };
  return waiting.map(({ id, name, happens, when, outcode, email, lead, at, twin }) => ({
    ...{ kind: 'check' as const, id, groupName: name, happens, when, outcode, email, twin },
    twinFrom: from(twin),
    leadName: lead?.name ?? '',
    ...waits('check', lead?.confirmedAt ?? at, making),
  }));
}

async function grantRows(making: Making, places: readonly Place[]): Promise<QueueRow[]> {
  const keys = places.map(({ key }) => key);
  const { rows } = await findMany(making.table, keys, { reader: grantRecord });
  return rows.flatMap(({ value }) => {
    const due = recheckDue(value);
    if (due === null || due.at > making.now) return [];
    const { id, title, funderName, sourceUrl, sourceCheckedAt } = value;
    return {
      ...{ kind: 'grant' as const, id, title, funderName, sourceUrl, sourceCheckedAt, why: due.why },
      ...waits('grant', due.at, making),
    };
  });
}

/**
 * The rows of some places of the queue, in their order: each read again from the table, so that what was
 * dealt with a moment ago is left out.
 */
export async function rowsOf(making: Making, places: readonly Place[]): Promise<QueueRow[]> {
  const byKind = Map.groupBy(places, ({ kind }) => kind);
  const made = [...byKind].map(([kind, own]) => {
    if (kind === 'report') return reportRows(making, own);
    if (kind === 'check') return checkRows(making, own);
    return kind === 'grant' ? grantRows(making, own) : taskRows(making, own);
  });
  return (await Promise.all(made)).flat();
}
