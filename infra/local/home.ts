import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as z from 'zod/mini';

/** Who runs on a data directory: written while a portal runs, read by the next start and the operator's tool. */
export const Running = z.object({ pid: z.number(), origin: z.string(), engineUrl: z.string() });
export type Running = z.infer<typeof Running>;

/** The directory a portal keeps its data in (`PORTAL_DATA`). */
export type Home = {
  path: string;
  /** A file of ours in it. */
  file: (name: string) => string;
  /** Undefined in memory: nothing is to outlive the portal. */
  kept: (name: string) => string | undefined;
  /** Where keys, queues and mail stay. */
  forAws: () => { kind: 'memory' } | { kind: 'directory'; path: string };
  /** Removes a directory that was only for this run. */
  leave: () => void;
};

/** Opens the data directory; in memory one on the machine's memory disk, gone at the end. */
export function openHome(storage: 'file' | 'memory', path: string): Home {
  const memory = storage === 'memory';
  const directory = memory ? mkdtempSync(join(memoryDisk(), 'portal-')) : resolve(path);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = (name: string) => join(directory, name);
  return {
    path: directory,
    file,
    kept: (name) => (memory ? undefined : file(name)),
    forAws: () => (memory ? { kind: 'memory' } : { kind: 'directory', path: file('aws') }),
    leave: () => {
      if (memory) rmSync(directory, { recursive: true, force: true });
    },
  };
}

const memoryDisk = () => (existsSync('/dev/shm') ? '/dev/shm' : tmpdir());
const PID_FILE = 'portal.pid';

/** The portal that runs on this directory now; undefined when none does or the one noted has died. */
export function findRunning(directory: string): Running | undefined {
  const file = join(resolve(directory), PID_FILE);
  if (!existsSync(file)) return undefined;
  const noted = Running.safeParse(parsed(readFileSync(file, 'utf8')));
  return noted.success && isAlive(noted.data.pid) ? noted.data : undefined;
}

/** Notes that this process runs the portal here; the note of a killed one is overwritten. */
export function noteRunning(home: Home, running: Omit<Running, 'pid'>): void {
  writeFileSync(home.file(PID_FILE), JSON.stringify({ pid: process.pid, ...running }), { mode: 0o600 });
}

export function forgetRunning(home: Home): void {
  rmSync(home.file(PID_FILE), { force: true });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a process of this id lives. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
