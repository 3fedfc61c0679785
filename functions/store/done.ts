import type { Instant } from '#shared/model/dates.ts';
import { secondOf } from './expiry.ts';
import { eventKeys } from './keys.ts';
import type { Table, Write } from './table.ts';

/** How long a mark is kept. An event older than this can no longer be told from one that was never done. */
export const MARKS_KEPT_HOURS = 48;

/** The mark that a consumer has done with an event. `absent` where a second doing must not commit. */
export const doneWrite = (
  mark: { consumer: string; eventId: string; now: Instant },
  expected: 'any' | 'absent' = 'any',
): Write => ({
  kind: 'put',
  table: 'events',
  item: {
    ...eventKeys.done(mark.consumer, mark.eventId),
    schema: 1,
    ttl: secondOf(mark.now) + MARKS_KEPT_HOURS * 3600,
  },
  expected,
});

/** Writes the mark. */
export async function markDone(
  table: Table,
  mark: { consumer: string; eventId: string; now: Instant },
): Promise<void> {
  await table.write(doneWrite(mark));
}

/** Whether a consumer has done with an event. */
export const isDone = async (table: Table, consumer: string, eventId: string): Promise<boolean> =>
  (await table.get('events', eventKeys.done(consumer, eventId))) !== undefined;

/** One thing a consumer should have done. */
export type Due = { consumer: string; eventId: string };

/** Those of `due` that bear no mark. */
export async function undone<D extends Due>(table: Table, due: readonly D[]): Promise<D[]> {
  const missing: D[] = [];
  for (let from = 0; from < due.length; from += 100) {
    const some = due.slice(from, from + 100);
    const keys = some.map(({ consumer, eventId }) => eventKeys.done(consumer, eventId));
    const marks = new Set((await table.getMany('events', keys)).map(({ pk, sk }) => `${pk} ${sk}`));
    missing.push(
      ...some.filter(({ consumer, eventId }) => {
        const { pk, sk } = eventKeys.done(consumer, eventId);
        return !marks.has(`${pk} ${sk}`);
      }),
    );
  }
  return missing;
}
