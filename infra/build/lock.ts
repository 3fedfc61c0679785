import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { PATHS } from './paths.ts';

/** Two builds at once would tear each other's output: the second waits, and then finds nothing to do. */
export async function withBuildLock<T>(work: () => Promise<T>, file: string = PATHS.lock): Promise<T> {
  mkdirSync(dirname(file), { recursive: true });
  while (!taken(file)) await setTimeout(100);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Writes our process id where no living process has its own; false while another is building. */
function taken(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!isAlive(holder(file))) rmSync(file, { force: true });
    return false;
  }
}

function holder(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8'));
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
