import * as z from 'zod/mini';
import { Capacity } from '#shared/model/capacity.ts';
import type { ServiceId } from '#shared/model/ids.ts';
import { ttlAt } from './expiry.ts';
import { sessionKeys } from './keys.ts';
import type { Link } from './link-token.ts';
import { record } from './record.ts';
import type { Table, Write } from './table.ts';

/** What was said before a press, and the version of the room that the press made: undone only while it stands. */
const Undo = z.strictObject({ before: z.nullable(Capacity), version: z.int() });
export type Undo = z.infer<typeof Undo>;
export const undoRecord = record('undo', Undo);

/** The write that remembers what a press of a link replaced; kept as long as the link works. */
export const linkUndoWrite = (
  { link, serviceId }: { link: Link & { hash: string }; serviceId: ServiceId },
  undo: Undo,
): Write => ({
  kind: 'put',
  table: 'sessions',
  item: undoRecord.toItem(sessionKeys.linkUndo(link.hash, serviceId), undo, 1, {
    ttl: ttlAt(link.endsAt),
  }),
  expected: 'any',
});

/** What the last press of a link on an activity replaced, or undefined. */
export async function findLinkUndo(table: Table, hash: string, id: ServiceId): Promise<Undo | undefined> {
  const item = await table.get('sessions', sessionKeys.linkUndo(hash, id));
  return item && undoRecord.fromItem(item).value;
}
