import { type Dirent, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import * as z from 'zod/mini';

/**
 * What a running portal is asked when its data is to be laid out afresh: with which seed, and where to put
 * what is there. It stands in a file of the data directory, so that the signal alone does nothing.
 */
const Again = z.object({ seed: z.enum(['demo', 'empty']), aside: z.string() });
export type Again = z.infer<typeof Again>;

/** The signal that makes a running portal look whether it is asked. */
export const AGAIN_SIGNAL = 'SIGUSR2';
const fileIn = (directory: string) => join(resolve(directory), 'again.json');

/** Where the data of a directory goes when it is put aside: beside it, under a name with the time in it. */
export const asideOf = (directory: string, now: Date): string =>
  `${resolve(directory)}-until-${now.toISOString().replaceAll(/[:.]/g, '-')}`;

/** Puts all data of a directory aside; nothing of it is lost. */
export const putAside = (directory: string, aside: string): void => renameSync(resolve(directory), aside);

/** Every directory that was put aside beside this one and is there still, oldest first. */
export function putAsideBefore(directory: string): string[] {
  const [beside, name] = [dirname(resolve(directory)), `${basename(resolve(directory))}-until-`];
  const isOne = (found: Dirent) => found.isDirectory() && found.name.startsWith(name);
  return readdirSync(beside, { withFileTypes: true })
    .filter(isOne)
    .map((found) => join(beside, found.name))
    .sort();
}

/** Asks the portal that runs on a directory to begin again. */
export function askAgain(directory: string, pid: number, again: Again): void {
  writeFileSync(fileIn(directory), JSON.stringify(again), { mode: 0o600 });
  process.kill(pid, AGAIN_SIGNAL);
}

/** What this portal is asked, once; undefined when nobody has. */
export function takeAgain(directory: string): Again | undefined {
  const file = fileIn(directory);
  try {
    const asked = Again.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    rmSync(file);
    return asked.success ? asked.data : undefined;
  } catch {
    return undefined;
  }
}
