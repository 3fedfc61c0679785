import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { PATHS } from './paths.ts';

/** Made by builds, or by those who install: never an input. */
const MADE = new Set(['node_modules', 'dist', '.astro', '.tmp']);

/** A step's name, and the files and folders (from the root) whose content decides what it makes. */
export type Inputs = { step: string; from: readonly string[]; without?: readonly string[] };

/**
 * A hash of all the content a step reads, and of `before`: the fingerprints of the steps it builds
 * on. Content, not dates: a fresh clone and a touched file come out the same.
 */
export function fingerprint({ step, from, without = [] }: Inputs, before: readonly string[]): string {
  const hash = createHash('sha256').update([step, process.version, ...before].join('\n'));
  const excluded = new Set(without.map((path) => join(PATHS.root, path)));
  for (const file of from.flatMap((path) => filesUnder(join(PATHS.root, path), excluded)).sort()) {
    hash.update(`\n${relative(PATHS.root, file)}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesUnder(path: string, excluded: ReadonlySet<string>): string[] {
  if (excluded.has(path) || !existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !MADE.has(entry.name))
    .flatMap((entry) =>
      entry.isFile() || entry.isDirectory() ? filesUnder(join(path, entry.name), excluded) : [],
    );
}
