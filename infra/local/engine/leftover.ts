import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod/mini';

const Claim = z.object({ engine: z.number(), runner: z.number(), runnerStarted: z.string() });

/**
 * Takes the database file for this process: ends an engine whose runner was killed, refuses with a
 * sentence while another runner is alive. The claim is a small file beside the database.
 */
export async function clearLeftover(database: string): Promise<void> {
  const claim = readClaim(database);
  if (claim === undefined) return;
  if (claim.runner !== process.pid && startOf(claim.runner) === claim.runnerStarted) {
    throw new Error(
      `The portal is already running on ${database} (process ${claim.runner}): stop it first, or give this one its own directory with PORTAL_DATA.`,
    );
  }
  if (holds(claim.engine, database)) await end(claim.engine, () => holds(claim.engine, database));
  dropClaim(database);
}

/** Writes down which engine works for which runner; a second claim at the same moment throws. */
export function claimDatabase(database: string, engine: number): void {
  const claim = { engine, runner: process.pid, runnerStarted: startOf(process.pid) ?? '' };
  writeFileSync(claimFile(database), JSON.stringify(claim), { flag: 'wx', mode: 0o600 });
}

export function dropClaim(database: string): void {
  rmSync(claimFile(database), { force: true });
}

const claimFile = (database: string) => `${database}.pid`;

function readClaim(database: string): z.infer<typeof Claim> | undefined {
  try {
    return z.parse(Claim, JSON.parse(readFileSync(claimFile(database), 'utf8')));
  } catch {
    // No file, or one cut short by a crash: then there is no engine we could name.
    dropClaim(database);
    return undefined;
  }
}

/** When a process started, in the kernel's ticks: a reused process number gives another answer. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

function holds(pid: number, database: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(database);
  } catch {
    return false;
  }
}

/** Asks a process to end, then makes it; throws when it will not go. */
export async function end(pid: number, alive: () => boolean): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (let waited = 0; waited < 2000; waited += 20) {
      if (!alive()) return;
      await delay(20);
    }
  }
  throw new Error(`The engine left by an earlier start (process ${pid}) cannot be ended: end it by hand.`);
}
