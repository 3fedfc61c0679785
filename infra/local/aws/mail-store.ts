import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';

const MailShape = z.object({
  id: z.string(),
  /** ISO instant by the shared clock. */
  at: z.string(),
  /** The function that sent it. */
  caller: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  cc: z.array(z.string()),
  bcc: z.array(z.string()),
  replyTo: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.optional(z.string()),
  /** What the sender marked it with, for matching logs; no content. */
  tags: z.record(z.string(), z.string()),
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
});
export type Mail = z.infer<typeof MailShape>;

/** The mailbox: every mail a function sent, newest last. */
export type MailStore = {
  list(): readonly Mail[];
  find(id: string): Mail | undefined;
  clear(): void;
  /** For the mail service: keeps a mail that was accepted. */
  add(mail: Mail): void;
  /** Calls back after each mail; returns the way to stop. */
  onMail(listener: (mail: Mail) => void): () => void;
};

/** The mailbox in the given database. */
export function openMailStore(database: DatabaseSync): MailStore {
  database.exec(
    'CREATE TABLE IF NOT EXISTS mail (place INTEGER PRIMARY KEY, id TEXT UNIQUE, mail TEXT NOT NULL)',
  );
  const insert = database.prepare('INSERT INTO mail (id, mail) VALUES (?, ?)');
  const all = database.prepare('SELECT mail FROM mail ORDER BY place');
  const one = database.prepare('SELECT mail FROM mail WHERE id = ?');
  const listeners = new Set<(mail: Mail) => void>();
  const read = (row: unknown) =>
    z.parse(MailShape, JSON.parse(z.parse(z.object({ mail: z.string() }), row).mail));
  return {
    list: () => all.all().map(read),
    find: (id) => {
      const row = one.get(id);
      return row === undefined ? undefined : read(row);
    },
    clear: () => database.exec('DELETE FROM mail'),
    add: (mail) => {
      insert.run(mail.id, JSON.stringify(mail));
      for (const listener of listeners) listener(mail);
    },
    onMail: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
