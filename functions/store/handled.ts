import type { AreaId } from '#shared/model/area.ts';
import { monthOf } from '#shared/model/civil-time.ts';
import { Handled } from '#shared/model/task.ts';
import { ttlAfter } from './expiry.ts';
import { portalKeys } from './keys.ts';
import { record } from './record.ts';
import type { Item, Table, Write } from './table.ts';

export const handledRecord = record('handled', Handled);
/** Colleagues and the next coordinator look back over a year. */
export const HANDLED_KEPT_DAYS = 366;

/** One act as an item of *portal*, under the month it happened in; `id` tells two of one moment apart. */
export function handledItem(area: AreaId, id: string, handled: Handled): Item {
  const key = portalKeys.handled(area, monthOf(handled.at), `${handled.at}#${id}`);
  const ttl = ttlAfter(handled.at, HANDLED_KEPT_DAYS);
  return handledRecord.toItem(key, handled, 1, { ttl });
}

/** The write of one act, beside the change it tells of. */
export const handledWrite = (area: AreaId, id: string, handled: Handled): Write => ({
  kind: 'put',
  table: 'portal',
  item: handledItem(area, id, handled),
  expected: 'any',
});

/** A page of a month's acts, newest first. `after` is the sort key of the last one seen. */
export async function listHandled(
  table: Table,
  of: { area: AreaId; month: string; after?: string | undefined; limit: number },
): Promise<{ rows: Handled[]; next: string | undefined }> {
  const { pk } = portalKeys.handled(of.area, of.month, '');
  const page = await table.query({
    table: 'portal',
    partition: { value: pk },
    descending: true,
    limit: of.limit,
    ...(of.after === undefined ? {} : { after: { pk, sk: of.after } }),
  });
  return { rows: page.items.map((item) => handledRecord.fromItem(item).value), next: page.next?.['sk'] };
}
