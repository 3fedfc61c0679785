import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';
import { PATHS } from './paths.ts';
import { STAND_INS } from './sdk-parts.ts';
import { TemplatePieces } from './template-pieces.ts';

const stub = fileURLToPath(new URL('credentials-from-environment.ts', import.meta.url));

/** Swaps the SDK's credential chain for the environment alone: 129 KB and a tenth of a cold start less. */
const environmentCredentials: Plugin = {
  name: 'environment-credentials',
  setup(build) {
    build.onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, () => ({ path: stub }));
    const unused =
      /^(@aws-sdk\/(credential-provider-|token-providers|nested-clients)|@smithy\/credential-provider-imds)/;
    build.onResolve({ filter: unused }, ({ path, importer }) => ({
      errors: [
        { text: `${path} is not for bundles: ${importer} should take credentials from the environment` },
      ],
    }));
  },
};

/**
 * `import html from 'template:find'` is the page the site built under that name, as text. What several
 * pages have in common (head, menu, foot) is in a bundle once.
 */
const siteTemplates: Plugin = {
  name: 'site-templates',
  setup(build) {
    const pieces = new TemplatePieces();
    build.onResolve({ filter: /^template:/ }, ({ path }) => ({
      path: `${PATHS.templates}/${path.slice('template:'.length)}.html`,
      namespace: 'template',
    }));
    build.onLoad({ filter: /.*/, namespace: 'template' }, async ({ path }) => ({
      contents: pieces.moduleOf(await readFile(path, 'utf8')),
      loader: 'js',
      watchFiles: [path],
    }));
    build.onResolve({ filter: /^template-piece:/ }, ({ path }) => ({ path, namespace: 'template-piece' }));
    build.onLoad({ filter: /.*/, namespace: 'template-piece' }, ({ path }) => ({
      contents: pieces.textOf(path),
      loader: 'text',
    }));
  },
};

/** Leaves out of the SDK what sdk-parts.ts says no function of ours can need. */
const sdkParts: Plugin = {
  name: 'sdk-parts',
  setup(build) {
    for (const { file, text } of STAND_INS) {
      build.onLoad({ filter: file }, ({ path }) => ({
        contents: text(path),
        loader: 'js',
        resolveDir: dirname(path),
      }));
    }
  },
};

/** Says of every schema that making it does nothing else, so that a bundle leaves out those it never names. */
const pureSchemas: Plugin = {
  name: 'pure-schemas',
  setup(build) {
    build.onLoad({ filter: /\/shared\/(api|model|events)\/[^/]+\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return {
        contents: text.replaceAll(/(?<![\w.])(z\s*\.\w+\(|endpoint\()/g, '/* @__PURE__ */ $1'),
        loader: 'ts',
      };
    });
  },
};

/** All of them, in the order a bundle needs them. */
export const BUNDLE_PLUGINS: readonly Plugin[] = [
  environmentCredentials,
  sdkParts,
  siteTemplates,
  pureSchemas,
];
