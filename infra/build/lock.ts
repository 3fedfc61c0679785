import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { PATHS } from './paths.ts';

/** Two builds at once would tear each other's output: the second waits, and then finds nothing to do. */
export async function withBuildLock<T>(work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(PATHS.lock), { recursive: true });
  while (!taken()) await setTimeout(100);
  try {
    return await work();
  } finally {
    rmSync(PATHS.lock, { force: true });
  }
}

/** Writes our process id where no living process has its own; false while another is building. */
function taken(): boolean {
  try {
    writeFileSync(PATHS.lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!isAlive(holder())) rmSync(PATHS.lock, { force: true });
    return false;
  }
}

function holder(): number {
  try {
    return Number(readFileSync(PATHS.lock, 'utf8'));
  } catch {
    return 0;
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
