import type { Envelope } from '#shared/events/envelope.ts';
import type { ReferralId } from '#shared/model/ids.ts';
import { eventFromItem } from './event.ts';
import { eventKeys } from './keys.ts';
import { openingOf } from './opening.ts';
import type { Table } from './table.ts';

/** More than any referral has: a state table without circles but two. */
const MOST = 50;

/** What happened to a referral, in order: its own events and its first opening. */
export async function historyOf(table: Table, id: ReferralId): Promise<Envelope[]> {
  const [own, opening] = await Promise.all([
    table.query({
      table: 'events',
      partition: { value: `referral#${id}` },
      limit: MOST,
      consistent: true,
    }),
    table.get('events', eventKeys.event(openingOf(id), 1), 'eventual'),
  ]);
  const events = own.items.map(eventFromItem);
  if (opening === undefined) return events;
  const opened = eventFromItem(opening);
  const before = events.filter(({ at, version }) => version === 1 || at < opened.at);
  return [...before, opened, ...events.slice(before.length)];
}
