import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { PATHS } from './paths.ts';

/** What each step was made from when it last ran to its end, by step. */
export type Hashes = Record<string, string>;

export async function readHashes(): Promise<Hashes> {
  const text = await readFile(PATHS.hashes, 'utf8').catch(() => '{}');
  return JSON.parse(text);
}

/** Notes that a step is done; `undefined` that it no longer is, so that one cut short is not taken for done. */
export async function record(hashes: Hashes, step: string, hash: string | undefined): Promise<void> {
  if (hash === undefined) delete hashes[step];
  else hashes[step] = hash;
  await mkdir(PATHS.build, { recursive: true });
  await writeFile(PATHS.hashes, JSON.stringify(hashes));
}
