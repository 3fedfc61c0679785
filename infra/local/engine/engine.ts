import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { callEngine } from './call.ts';
import { type EngineChild, freePort, spawnEngine } from './child.ts';
import { claimDatabase, clearLeftover, dropClaim } from './leftover.ts';

export type Engine = {
  url: string;
  /** Undefined for an engine that is not ours (PORTAL_DYNAMODB_ENDPOINT). Changes when it had to be started again. */
  readonly pid: number | undefined;
  close(): Promise<void>;
};
export type EngineStorage =
  | { kind: 'memory' }
  /** `path`: the database file; a claim (`.pid`) stands beside it. */
  | { kind: 'file'; path: string };

const QUICK_DEATH_MILLISECONDS = 1000;

/**
 * Starts the embedded DynamoDB engine on a free loopback port, or answers the one named by
 * PORTAL_DYNAMODB_ENDPOINT. Ends an engine that a killed runner left on the same file; starts a
 * file's engine again on its port when it dies by itself.
 */
export async function startEngine(options: { storage: EngineStorage }): Promise<Engine> {
  const foreign = process.env['PORTAL_DYNAMODB_ENDPOINT'];
  if (foreign !== undefined && foreign !== '') return foreignEngine(foreign);
  const database = options.storage.kind === 'file' ? path.resolve(options.storage.path) : undefined;
  if (database !== undefined) {
    mkdirSync(path.dirname(database), { recursive: true, mode: 0o700 });
    await clearLeftover(database);
  }
  return supervise(database, await freePort());
}

async function foreignEngine(url: string): Promise<Engine> {
  try {
    await callEngine(url, 'ListTables', {});
  } catch (cause) {
    throw new Error(`No DynamoDB engine answers at PORTAL_DYNAMODB_ENDPOINT=${url}.`, { cause });
  }
  return { url: new URL(url).origin, pid: undefined, close: async () => undefined };
}

async function supervise(database: string | undefined, port: number): Promise<Engine> {
  const farewell = { asked: false };
  let child = await claimed(database, port);
  const watch = async () => {
    for (let started = performance.now(); ; started = performance.now()) {
      await child.gone;
      // An engine in memory has lost everything: starting another would look healthy and be empty.
      if (farewell.asked || database === undefined) return;
      dropClaim(database);
      if (performance.now() - started < QUICK_DEATH_MILLISECONDS) await delay(QUICK_DEATH_MILLISECONDS);
      child = await again(farewell, () => claimed(database, port), child);
    }
  };
  void watch();
  return {
    url: `http://127.0.0.1:${port}`,
    get pid() {
      return child.pid;
    },
    close: async () => {
      farewell.asked = true;
      await child.close();
      if (database !== undefined) dropClaim(database);
    },
  };
}

/** Tries until an engine runs or the portal leaves; meanwhile callers see connection refused. */
async function again(
  farewell: { asked: boolean },
  start: () => Promise<EngineChild>,
  last: EngineChild,
): Promise<EngineChild> {
  while (!farewell.asked) {
    try {
      return await start();
    } catch {
      await delay(QUICK_DEATH_MILLISECONDS);
    }
  }
  return last;
}

async function claimed(database: string | undefined, port: number): Promise<EngineChild> {
  const child = await spawnEngine(port, database);
  if (database === undefined) return child;
  try {
    claimDatabase(database, child.pid);
  } catch (cause) {
    await child.close();
    throw new Error(`Another portal took ${database} at the same moment: start one of them again.`, {
      cause,
    });
  }
  return child;
}
