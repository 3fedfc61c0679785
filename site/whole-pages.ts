import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build, type Plugin } from 'esbuild';
import { minify } from 'vite';
import { missingParts } from './drawn-parts.ts';

/*
 * The bundler shares every part that two pages have in common as a file of its own: a form came in twenty
 * files of a few hundred bytes, each compressed by itself. A phone is better off with one: each working
 * page becomes one script beside what all pages share.
 */

/** What all pages share stays apart, so that a browser keeps it from page to page. */
const SHARED = /^(core|menu|near-postcode)\./;
const SCRIPT = /(<script[^>]*\bsrc=")(\/_assets\/([^"]+))"/g;
const IMPORT = /(?:from|import)\s*\(?["'`]\.\/([^"'`]+)["'`]/g;

/** The names that a script of the bundler's gives to others. */
const exportsOf = (code: string): string =>
  (/export\s*\{([^}]*)\}/.exec(code)?.[1] ?? '').replaceAll(/[\w$]+\s+as\s+/g, '');

const parts = (assets: string): Plugin => ({
  name: 'parts',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\// }, ({ path, namespace }) => {
      const file = basename(path);
      if (!SHARED.test(file)) return { path: join(assets, file) };
      return namespace === 'shared' ? { path, external: true } : { path, namespace: 'shared' };
    });
    // Asked for at one place, or each part of a page would bring names of its own for the same things.
    onLoad({ filter: /.*/, namespace: 'shared' }, async ({ path }) => ({
      contents: `export {${exportsOf(await readFile(join(assets, basename(path)), 'utf8'))}} from '${path}';`,
    }));
  },
});

/** Joins the parts of one page; answers the names of its files, what comes at once first. */
async function joinOne(assets: string, page: string, script: string): Promise<[string, ...string[]]> {
  const { metafile } = await build({
    entryPoints: { [page]: join(assets, script) },
    outdir: assets,
    bundle: true,
    format: 'esm',
    target: 'es2023',
    minify: true,
    treeShaking: true,
    metafile: true,
    legalComments: 'none',
    entryNames: '[name].[hash]',
    plugins: [parts(assets)],
    logLevel: 'warning',
  });
  const [made] = Object.entries(metafile.outputs).filter(([, { entryPoint }]) =>
    entryPoint?.endsWith(script),
  );
  if (made === undefined) throw new Error(`The script of ${page} was not made`);
  const all = Object.keys(metafile.outputs).map((path) => basename(path));
  return [basename(made[0]), ...all];
}

/** Stops the build where a script asks for a part that its page has not drawn. */
async function checkParts(assets: string, file: string, html: string, scripts: readonly string[]) {
  const codes = await Promise.all(scripts.map((name) => readFile(join(assets, name), 'utf8')));
  const missing = missingParts(html, codes);
  if (missing.length > 0) throw new Error(`${file} draws no ${missing.join(', ')}: name it in <Drawn parts>`);
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

/** Makes every script small, last of all: what was made small too early cannot be taken apart again. */
async function minifyAll(assets: string): Promise<void> {
  for (const file of await readdir(assets)) {
    if (!file.endsWith('.js')) continue;
    const path = join(assets, file);
    const { code, errors } = await minify(file, await readFile(path, 'utf8'), { module: true });
    if (errors.length > 0) throw new Error(`${file} could not be made small: ${errors[0]?.message}`);
    await writeFile(path, code);
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
      const [made, ...all] = isWorking ? await joinOne(assets, basename(file, '.html'), script) : [script];
      await checkParts(assets, file, html, all);
      html = html.replace(address, `/_assets/${made}`);
      asked.push(made);
    }
    await writeFile(join(site, file), html);
  }
  await removeUnused(assets, asked);
  await minifyAll(assets);
}

/** Makes each working page one script, once the site is built. */
export const wholePages = (): AstroIntegration => ({
  name: 'whole-pages',
  hooks: { 'astro:build:done': ({ dir }) => joinPages(fileURLToPath(dir)) },
});
