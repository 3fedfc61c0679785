import type { AreaId } from '#shared/model/area.ts';
import type { Instant } from '#shared/model/dates.ts';
import { QueueKind } from '#shared/model/task.ts';
import { INDEXES, listingKeys } from './keys.ts';
import type { Key, Table } from './table.ts';

/** One item of a queue by where it stands: enough to read it, and to go on after it. */
export type Place = { kind: QueueKind; key: Key; sort: string };

/** Where the items of each kind stand: its own list on one of the indexes, by the time since when they wait. */
function listOf(kind: QueueKind, area: AreaId) {
  if (kind === 'grant') return { index: INDEXES.caseload, value: listingKeys.grantsDuePk(area) };
  const { inbox } = INDEXES;
  if (kind === 'check') return { index: inbox, value: listingKeys.registrationsPk(area) };
  if (kind === 'report') return { index: inbox, value: listingKeys.suggestionsPk(area) };
  return { index: inbox, value: listingKeys.tasksPk(area, kind) };
}

type Asked = { area: AreaId; now: Instant; most: number };

async function placesOf(
  table: Table,
  kind: QueueKind,
  { area, now, most, after }: Asked & { after: Place | undefined },
): Promise<Place[]> {
  const { index, value } = listOf(kind, area);
  const { items } = await table.query({
    table: 'portal',
    index: index.name,
    partition: { name: index.partition, value },
    sort: { name: index.sort, from: '0', to: now },
    limit: most,
    ...(after && { after: { ...after.key, [index.partition]: value, [index.sort]: after.sort } }),
  });
  return items.map((item) => ({
    kind,
    key: { pk: item.pk, sk: item.sk },
    sort: String(item[index.sort]),
  }));
}

/**
 * What waits in an area's queue at this moment, as places: every kind in the order of harm, within each the
 * longest first, `most` of each kind. With a kind: that one alone; after a place: what comes after it.
 */
export async function listPlaces(
  table: Table,
  asked: Asked & { kind: QueueKind | undefined; after: Place | undefined },
): Promise<Place[][]> {
  const { kind, after } = asked;
  const kinds = kind === undefined ? QueueKind.options : [kind];
  const rest = after === undefined ? kinds : kinds.slice(Math.max(0, kinds.indexOf(after.kind)));
  const of = (one: QueueKind) =>
    placesOf(table, one, { ...asked, after: one === after?.kind ? after : undefined });
  return Promise.all(rest.map(of));
}
