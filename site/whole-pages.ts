import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build, type Plugin } from 'esbuild';

/*
 * The bundler shares every part that two pages have in common as a file of its own: a form came in twenty
 * files of a few hundred bytes, each compressed by itself. A phone is better off with one: each working
 * page becomes one script beside what all pages share, and what it brings later one more.
 */

/** What all pages share stays apart, so that a browser keeps it from page to page. */
const SHARED = /^(core|menu|place)\./;
const SCRIPT = /(<script[^>]*\bsrc=")(\/_assets\/([^"]+))"/g;
const IMPORT = /(?:from|import)\s*\(?["'`]\.\/([^"'`]+)["'`]/g;

/** Later parts are one file each, so there is nothing that would have to be fetched before them. */
function withoutPreload(code: string, file: string): string {
  if (file.startsWith('preload-helper.')) {
    const name = /export\s*\{\s*\w+ as (\w+)/.exec(code)?.[1] ?? '';
    return `const bring = (load) => load(); export { bring as ${name} };`;
  }
  const plain = code
    .replace(/^const __vite__mapDeps=.*;\n/, '')
    .replace(/,__vite__mapDeps\(\[[\d,]*\]\)/g, '');
  if (plain.includes('__vite__')) throw new Error(`The bundler wrote ${file} in another way than it did`);
  return plain;
}

const parts = (assets: string): Plugin => ({
  name: 'parts',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\// }, ({ path }) => {
      const file = basename(path);
      return SHARED.test(file) ? { path, external: true } : { path: join(assets, file) };
    });
    onLoad({ filter: /\.js$/ }, async ({ path }) => ({
      contents: withoutPreload(await readFile(path, 'utf8'), basename(path)),
    }));
  },
});

/** Joins the parts of one page; answers the name of its file. */
async function joinOne(assets: string, page: string, script: string): Promise<string> {
  const { metafile } = await build({
    entryPoints: { [page]: join(assets, script) },
    outdir: assets,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2023',
    minify: true,
    metafile: true,
    legalComments: 'none',
    entryNames: '[name].[hash]',
    chunkNames: `${page}-[name].[hash]`,
    plugins: [parts(assets)],
    logLevel: 'warning',
  });
  const [made] = Object.entries(metafile.outputs).filter(([, { entryPoint }]) =>
    entryPoint?.endsWith(script),
  );
  if (made === undefined) throw new Error(`The script of ${page} was not made`);
  return basename(made[0]);
}

/** Removes the scripts that no page reaches any more. */
async function removeUnused(assets: string, asked: readonly string[]): Promise<void> {
  const used = new Set<string>();
  const visit = async (file: string): Promise<void> => {
    if (used.has(file)) return;
    used.add(file);
    const code = await readFile(join(assets, file), 'utf8');
    for (const [, next = ''] of code.matchAll(IMPORT)) await visit(next);
  };
  for (const file of asked) await visit(file);
  for (const file of await readdir(assets)) {
    if (file.endsWith('.js') && !used.has(file)) await rm(join(assets, file));
  }
}

async function joinPages(site: string): Promise<void> {
  const assets = join(site, '_assets');
  const files = await readdir(site, { recursive: true });
  const asked: string[] = [];
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    let html = await readFile(join(site, file), 'utf8');
    for (const [, , address = '', script = ''] of html.matchAll(SCRIPT)) {
      const isWorking = /["']\.\/core\./.test(await readFile(join(assets, script), 'utf8'));
      const made = isWorking ? await joinOne(assets, basename(file, '.html'), script) : script;
      html = html.replace(address, `/_assets/${made}`);
      asked.push(made);
    }
    await writeFile(join(site, file), html);
  }
  await removeUnused(assets, asked);
}

/** Makes each working page one script, once the site is built. */
export const wholePages = (): AstroIntegration => ({
  name: 'whole-pages',
  hooks: { 'astro:build:done': ({ dir }) => joinPages(fileURLToPath(dir)) },
});
