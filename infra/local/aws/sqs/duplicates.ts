import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { QueueSpec } from '../../assembly/queues.ts';

const FIVE_MINUTES = 300_000;

type Sent = { groupId?: string | undefined; deduplicationId: string };
export type Duplicates = {
  /** The id of the message sent with the same deduplication id within five minutes. */
  find(queue: QueueSpec, sent: Sent, now: number): string | undefined;
  remember(queue: QueueSpec, sent: Sent, first: { id: string; at: number }): void;
};

/** What FIFO queues were sent lately: five minutes, also after the message itself is done with. */
export function openDuplicates(database: DatabaseSync): Duplicates {
  database.exec(
    'CREATE TABLE IF NOT EXISTS sent (name TEXT PRIMARY KEY, id TEXT NOT NULL, at INTEGER NOT NULL)',
  );
  const find = database.prepare('SELECT id FROM sent WHERE name = ? AND at > ?');
  const remember = database.prepare('INSERT OR REPLACE INTO sent (name, id, at) VALUES (?, ?, ?)');
  const forget = database.prepare('DELETE FROM sent WHERE at <= ?');
  return {
    find: (queue, sent, now) => {
      const id = find.get(nameOf(queue, sent), now - FIVE_MINUTES)?.['id'];
      return typeof id === 'string' ? id : undefined;
    },
    remember: (queue, sent, { id, at }) => {
      forget.run(at - FIVE_MINUTES);
      remember.run(nameOf(queue, sent), id, at);
    },
  };
}

function nameOf(queue: QueueSpec, { groupId, deduplicationId }: Sent): string {
  const scope = queue.deduplicationScope === 'messageGroup' ? (groupId ?? '') : '';
  return createHash('sha256')
    .update(JSON.stringify([queue.arn, scope, deduplicationId]))
    .digest('hex');
}
