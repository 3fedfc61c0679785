import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';

const Row = z.object({
  place: z.number(),
  id: z.string(),
  body: z.string(),
  sender: z.string(),
  groupId: z.nullable(z.string()),
  deduplicationId: z.nullable(z.string()),
  messageAttributes: z.pipe(
    z.string(),
    z.transform((text) =>
      z.parse(
        z.record(
          z.string(),
          z.object({
            DataType: z.string(),
            StringValue: z.optional(z.string()),
            BinaryValue: z.optional(z.string()),
          }),
        ),
        JSON.parse(text),
      ),
    ),
  ),
  sentAt: z.number(),
  visibleAt: z.number(),
  receives: z.number(),
  firstReceivedAt: z.nullable(z.number()),
  receipt: z.nullable(z.string()),
});
/** A message at rest; instants are milliseconds by the shared clock. `place` orders a queue. */
export type StoredMessage = z.infer<typeof Row>;
type NewMessage = {
  sentAt: number;
  visibleAt: number;
  groupId?: string | undefined;
  deduplicationId?: string | undefined;
  messageAttributes?: StoredMessage['messageAttributes'];
  sender?: string;
};
export type Messages = {
  add(queue: string, body: string, message: NewMessage): string;
  /** Bodies of a queue in order. */
  bodies(queue: string): string[];
  /** The first messages that may be received now; on a FIFO queue a group waits behind one that is hidden. */
  ready(queue: string, wish: { fifo: boolean; now: number; maximum: number }): StoredMessage[];
  count(queue: string, now: number): { visible: number; inFlight: number; delayed: number };
  /** When the first message (of each group, on a FIFO queue) becomes visible. */
  firstVisible(queue: string, fifo: boolean): number | undefined;
  byReceipt(queue: string, receipt: string): StoredMessage | undefined;
  drop(place: number): void;
  showAt(place: number, at: number): void;
  /** Marks it received now and hidden until then; answers it as it stands. */
  take(message: StoredMessage, at: number, until: number): StoredMessage;
  /** To another queue, visible there at once, its receives counted anew. */
  move(place: number, queue: string, at: number): void;
  /** What was sent before the instant is gone. */
  expire(queue: string, before: number): void;
};

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS message (
    place INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
    sender TEXT NOT NULL, groupId TEXT, deduplicationId TEXT, messageAttributes TEXT NOT NULL,
    sentAt INTEGER NOT NULL, visibleAt INTEGER NOT NULL, receives INTEGER NOT NULL DEFAULT 0,
    firstReceivedAt INTEGER, receipt TEXT);
  CREATE INDEX IF NOT EXISTS message_by_age ON message (queue, sentAt);
  CREATE INDEX IF NOT EXISTS message_by_group ON message (queue, groupId, place);
  CREATE INDEX IF NOT EXISTS message_by_queue ON message (queue, place);
  CREATE INDEX IF NOT EXISTS message_by_receipt ON message (receipt) WHERE receipt IS NOT NULL;`;
const COLUMNS =
  'place, id, body, sender, groupId, deduplicationId, messageAttributes, sentAt, visibleAt, receives, firstReceivedAt, receipt';

const READY = `SELECT ${COLUMNS} FROM message m WHERE queue = :queue AND visibleAt <= :now`;
const GROUP_FREE = `AND NOT EXISTS (SELECT 1 FROM message e WHERE e.queue = m.queue AND e.groupId IS m.groupId
  AND e.place < m.place AND e.visibleAt > :now)`;
const HEADS = `AND NOT EXISTS (SELECT 1 FROM message e WHERE e.queue = m.queue AND e.groupId IS m.groupId AND e.place < m.place)`;
const Count = z.object({ visible: z.number(), inFlight: z.number(), delayed: z.number() });

/** The messages of all queues in the given database. */
export function openMessages(database: DatabaseSync): Messages {
  database.exec(SCHEMA);
  const insert = database.prepare(
    'INSERT INTO message (queue, id, body, sender, groupId, deduplicationId, messageAttributes, sentAt, visibleAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const bodies = database.prepare('SELECT body FROM message WHERE queue = ? ORDER BY place');
  const ready = database.prepare(`${READY} ORDER BY place LIMIT :maximum`);
  const readyInOrder = database.prepare(`${READY} ${GROUP_FREE} ORDER BY place LIMIT :maximum`);
  const count = database.prepare(
    `SELECT COUNT(*) FILTER (WHERE visibleAt <= :now) AS visible,
      COUNT(*) FILTER (WHERE visibleAt > :now AND receipt IS NOT NULL) AS inFlight,
      COUNT(*) FILTER (WHERE visibleAt > :now AND receipt IS NULL) AS delayed FROM message WHERE queue = :queue`,
  );
  const first = database.prepare('SELECT MIN(visibleAt) AS at FROM message WHERE queue = ?');
  const firstInOrder = database.prepare(
    `SELECT MIN(visibleAt) AS at FROM message m WHERE queue = ? ${HEADS}`,
  );
  const byReceipt = database.prepare(`SELECT ${COLUMNS} FROM message WHERE queue = ? AND receipt = ?`);
  const drop = database.prepare('DELETE FROM message WHERE place = ?');
  const showAt = database.prepare('UPDATE message SET visibleAt = ? WHERE place = ?');
  const take = database.prepare(
    'UPDATE message SET receives = ?, firstReceivedAt = ?, visibleAt = ?, receipt = ? WHERE place = ?',
  );
  const move = database.prepare(
    'UPDATE message SET queue = ?, visibleAt = ?, receives = 0, firstReceivedAt = NULL, receipt = NULL WHERE place = ?',
  );
  const expire = database.prepare('DELETE FROM message WHERE queue = ? AND sentAt < ?');
  return {
    add: (queue, body, message) => {
      const id = randomUUID();
      insert.run(
        queue,
        id,
        body,
        message.sender ?? 'platform',
        message.groupId ?? null,
        message.deduplicationId ?? null,
        JSON.stringify(message.messageAttributes ?? {}),
        message.sentAt,
        message.visibleAt,
      );
      return id;
    },
    bodies: (queue) => bodies.all(queue).map((row) => String(row['body'])),
    ready: (queue, { fifo, now, maximum }) =>
      (fifo ? readyInOrder : ready).all({ queue, now, maximum }).map((row) => z.parse(Row, row)),
    count: (queue, now) => z.parse(Count, count.get({ queue, now })),
    firstVisible: (queue, fifo) => {
      const at = (fifo ? firstInOrder : first).get(queue)?.['at'];
      return typeof at === 'number' ? at : undefined;
    },
    byReceipt: (queue, receipt) => {
      const row = byReceipt.get(queue, receipt);
      return row === undefined ? undefined : z.parse(Row, row);
    },
    drop: (place) => drop.run(place),
    showAt: (place, at) => showAt.run(at, place),
    take: (message, at, until) => {
      const receipt = randomUUID();
      const receives = message.receives + 1;
      const firstReceivedAt = message.firstReceivedAt ?? at;
      take.run(receives, firstReceivedAt, until, receipt, message.place);
      return { ...message, receives, firstReceivedAt, visibleAt: until, receipt };
    },
    move: (place, queue, at) => move.run(queue, at, place),
    expire: (queue, before) => expire.run(queue, before),
  };
}
