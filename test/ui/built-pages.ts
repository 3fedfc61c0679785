import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** A page as the build wrote it. `path` is its address, or `template:NAME` for a page the public function fills. */
export type BuiltPage = { path: string; html: string };

const SITE = 'site/dist';
// The build of everything moves the templates out of the site; a build of the site alone leaves newer ones there.
const TEMPLATES = [`${SITE}/templates`, '.build/templates'];

const htmlFiles = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.html'))
        .map((file) => join(folder, file))
    : [];

/** Every page of the built site, templates included. Throws when nothing was built: a test of nothing proves nothing. */
export function builtPages(): BuiltPage[] {
  const pages = htmlFiles(SITE).filter((file) => !file.startsWith(join(SITE, 'templates')));
  const templates = TEMPLATES.map(htmlFiles).find((files) => files.length > 0) ?? [];
  if (pages.length === 0 || templates.length === 0) throw new Error('Build the site first: npm run build');
  return [
    ...pages.map((file) => ({ path: addressOf(file), html: readFileSync(file, 'utf8') })),
    ...templates.map((file) => ({
      path: `template:${relative(dirname(file), file).replace('.html', '')}`,
      html: readFileSync(file, 'utf8'),
    })),
  ];
}

const addressOf = (file: string): string =>
  `/${relative(SITE, file).replace(/\.html$/, '')}`.replace(/\/index$/, '/');

const FILE = (address: string) => join(SITE, address);

/** Bytes of a file of the site as the edge sends it. */
export const weightOf = (address: string): number => brotliCompressSync(readFileSync(FILE(address))).length;

/** What a file of the site says. */
export const textOf = (address: string): string => readFileSync(FILE(address), 'utf8');

/** Whether the static site has a file at this address (a page, or a file by its name). */
export const isStaticFile = (address: string): boolean =>
  existsSync(FILE(address)) || existsSync(`${FILE(address)}.html`) || address === '/';

const AT_ONCE = /(?:from|import)\s*["'](\.{1,2}\/[^"']+)["']/g;
const LATER = /\bimport\(\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g;

function imports(address: string, kind: RegExp): string[] {
  const source = readFileSync(FILE(address), 'utf8');
  return [...source.matchAll(kind)].map(([, path = '']) => join(dirname(address), path));
}

/** Follows imports from some scripts; each file once. */
function reached(from: readonly string[], kinds: readonly RegExp[]): Set<string> {
  const found = new Set<string>();
  const visit = (address: string) => {
    if (found.has(address)) return;
    found.add(address);
    for (const kind of kinds) for (const next of imports(address, kind)) visit(next);
  };
  for (const address of from) visit(address);
  return found;
}

const asked = (html: string): string[] =>
  [...html.matchAll(/<script[^>]*\bsrc="([^"]+)"/g)].map(([, address = '']) => address);

/** The scripts a page loads before it can be used, by address, each once. */
export const scriptsOf = (html: string): string[] => [...reached(asked(html), [AT_ONCE])];

/** The scripts that come while a page is used, such as the schemas of a form being filled in. */
export function laterScriptsOf(html: string): string[] {
  const atOnce = reached(asked(html), [AT_ONCE]);
  return [...reached(asked(html), [AT_ONCE, LATER])].filter((address) => !atOnce.has(address));
}

/** The style sheets of a page, by address. */
export const stylesOf = (html: string): string[] =>
  [...html.matchAll(/<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g)].map(([, address = '']) => address);

/**
 * A page without what the build has drawn for its script, and each of those parts alone with its holes
 * filled: they stand in the page one at a time, so two may use the same id.
 */
export function takenApart(html: string): { page: string; parts: string[] } {
  const start = html.indexOf('<template id="part-');
  if (start < 0) return { page: html, parts: [] };
  const inside = html.indexOf('>', start) + 1;
  const end = inside + endOfTemplate(html.slice(inside));
  const after = takenApart(html.slice(end + '</template>'.length));
  const part = html.slice(inside, end).replaceAll(/⟦(?:\w+:)?([\w-]+)⟧/g, 'a-$1');
  return { page: html.slice(0, start) + after.page, parts: [part, ...after.parts] };
}

/** Where a template ends that may hold others. */
function endOfTemplate(html: string): number {
  let depth = 1;
  for (const { 0: tag, index } of html.matchAll(/<\/?template\b/g)) {
    depth += tag.startsWith('</') ? -1 : 1;
    if (depth === 0) return index;
  }
  throw new Error('A drawn part has no end');
}
