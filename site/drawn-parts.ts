import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

/*
 * A `*.drawn.tsx` holds parts of a page that need no script of their own. The build draws them into
 * templates (src/components/drawn.astro); a browser gets the name of each instead of its code and words.
 */

const FILE = /\.drawn\.tsx$/;
const EXPORT = /^export (?:const|function) (\w+)/gm;

/** Where a part waits in its page. */
export const placeOf = (name: string): string => `part-${name}`;

/** What a browser gets of a file of drawn parts. */
export const partsOnly = (code: string): string =>
  [...code.matchAll(EXPORT)].reduce(
    (text, [, name = '']) =>
      `${text}export const ${name} = /* @__PURE__ */ drawn(${JSON.stringify(placeOf(name))});\n`,
    "import { drawn } from '/src/lib/drawn.ts';\n",
  );

/** The parts that a script asks for and its page has not drawn: each would be missing without a word. */
export function missingParts(html: string, scripts: readonly string[]): string[] {
  const asked = scripts.flatMap((code) =>
    [...code.matchAll(/["'`](part-\w+)["'`]/g)].map(([, id = '']) => id),
  );
  return [...new Set(asked)].filter((id) => !html.includes(`<template id="${id}"`));
}

export const drawnParts = (): Plugin => ({
  name: 'drawn-parts',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'client',
  load: async (id) => (FILE.test(id) ? partsOnly(await readFile(id, 'utf8')) : null),
});
