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

/** Whether the static site has a file at this address (a page, or a file by its name). */
export const isStaticFile = (address: string): boolean =>
  existsSync(FILE(address)) || existsSync(`${FILE(address)}.html`) || address === '/';

const IMPORT = /(?:from|import)\s*\(?["'](\.{1,2}\/[^"']+)["']/g;

/** The scripts a page asks for and everything they import at once, by address, each once. */
export function scriptsOf(html: string): string[] {
  const found = new Set<string>();
  const visit = (address: string) => {
    if (found.has(address)) return;
    found.add(address);
    for (const [, path = ''] of readFileSync(FILE(address), 'utf8').matchAll(IMPORT))
      visit(join(dirname(address), path));
  };
  for (const [, address = ''] of html.matchAll(/<script[^>]*\bsrc="([^"]+)"/g)) visit(address);
  return [...found];
}

/** The style sheets of a page, by address. */
export const stylesOf = (html: string): string[] =>
  [...html.matchAll(/<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g)].map(([, address = '']) => address);
