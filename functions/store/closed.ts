import type { AreaId } from '#shared/model/area.ts';
import type { Day } from '#shared/model/dates.ts';
import { ReferralId } from '#shared/model/ids.ts';
import { eventKeys } from './keys.ts';
import { everyPortion } from './pages.ts';
import type { Item, Table, Write } from './table.ts';

/** A referral that closed on a day (Europe/London): ids alone, so that the note may outlive what it names. */
export type Closed = { area: AreaId; day: Day; id: ReferralId };

/** That a referral closed on a day, as an item of *events*; a seed writes one for each that had closed. */
export const closedItem = ({ area, day, id }: Closed): Item => ({
  ...eventKeys.closed(area, day, id),
  schema: 1,
});

/** The write of the note; the same note twice is one. */
export const closedWrite = (closed: Closed): Write => ({
  kind: 'put',
  table: 'events',
  item: closedItem(closed),
  expected: 'any',
});

/** The write that forgets the note, once nothing is left to do for it. */
export const closedDelete = ({ area, day, id }: Closed): Write => ({
  kind: 'delete',
  table: 'events',
  key: eventKeys.closed(area, day, id),
  expected: 'any',
});

const PAGE = 100;

/** The referrals that closed on a day, a hundred at a time. */
export async function* closedOn(table: Table, of: Omit<Closed, 'id'>): AsyncGenerator<Closed[]> {
  const portions = everyPortion(table, {
    table: 'events',
    partition: { value: `closed#${of.area}#${of.day}#` },
    limit: PAGE,
    consistent: true,
  });
  for await (const items of portions)
    if (items.length > 0) yield items.map(({ sk }) => ({ ...of, id: ReferralId.parse(sk) }));
}
