import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SKIPPED = new Set(['node_modules', 'dist', '.astro', 'cdk.out', '.build', '.portal', '.tmp', '.git']);

/** Every file below some folders of the repository that ends in one of the endings, as relative paths. */
export function filesBelow(folders: readonly string[], endings: readonly string[]): string[] {
  const walk = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      if (SKIPPED.has(entry.name)) return [];
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return walk(path);
      return endings.some((ending) => entry.name.endsWith(ending)) ? [path] : [];
    });
  return folders.flatMap(walk).sort();
}

/** How many lines a file has, blank ones and comments too. */
export const lineCount = (path: string): number => readFileSync(path, 'utf8').trimEnd().split('\n').length;

/** The folders directly below a folder. */
export function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !SKIPPED.has(entry.name))
    .map((entry) => join(folder, entry.name));
}
