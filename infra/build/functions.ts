import { readdir, rm, writeFile } from 'node:fs/promises';
import type { BuildOptions, Metafile } from 'esbuild';
import { bundlePath, PATHS } from './paths.ts';

/** ESM bundles hold CommonJS packages that call `require`; this gives them one. */
const REQUIRE = "import{createRequire}from'node:module';const require=createRequire(import.meta.url);";

/** How every function is bundled; the bench bundles its anchors the same way. */
export const BUNDLING = {
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  banner: { js: REQUIRE },
  legalComments: 'none',
  charset: 'utf8',
  metafile: true,
  logLevel: 'silent',
} as const satisfies BuildOptions;

/** The names of all functions: one for each file in functions/entry. */
export async function entryNames(): Promise<string[]> {
  const files = await readdir(PATHS.entries);
  return files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
}

/** Bundles functions/entry/*.ts to .build/functions/<name>/index.mjs and says how many bytes each is. */
export async function bundleFunctions(): Promise<Metafile> {
  const [{ build }, { BUNDLE_PLUGINS }] = await Promise.all([import('esbuild'), import('./plugins.ts')]);
  const names = await entryNames();
  await rm(PATHS.bundles, { recursive: true, force: true });
  const { metafile } = await build({
    ...BUNDLING,
    absWorkingDir: PATHS.root,
    entryPoints: names.map((name) => ({ in: `${PATHS.entries}/${name}.ts`, out: `${name}/index` })),
    outdir: PATHS.bundles,
    outExtension: { '.js': '.mjs' },
    plugins: [...BUNDLE_PLUGINS],
  });
  await writeFile(PATHS.metafile, JSON.stringify(metafile));
  return metafile;
}

/** Bytes of one function's bundle, from what esbuild wrote down. */
export function bundleBytes(metafile: Metafile, name: string): number {
  const output = Object.entries(metafile.outputs).find(([path]) => path.endsWith(`/${name}/index.mjs`));
  if (output === undefined) throw new Error(`${bundlePath(name)} was not built`);
  return output[1].bytes;
}
