import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export type AwsStorage = { kind: 'memory' } | { kind: 'directory'; path: string };

/** Where queues, mail and keys are kept; nothing for `keyFile` means in memory. */
export type Storage = { database: DatabaseSync; keyFile: string | undefined; close(): void };

/** Opens (and makes) the store; on disk only its owner may read it. A killed process loses nothing. */
export function openStorage(storage: AwsStorage): Storage {
  if (storage.kind === 'memory') {
    const database = new DatabaseSync(':memory:');
    return { database, keyFile: undefined, close: () => closeOnce(database) };
  }
  mkdirSync(storage.path, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(path.join(storage.path, 'services.db'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000;');
  return { database, keyFile: path.join(storage.path, 'keys.json'), close: () => closeOnce(database) };
}

function closeOnce(database: DatabaseSync): void {
  if (database.isOpen) database.close();
}
