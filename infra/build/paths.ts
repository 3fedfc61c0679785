import { fileURLToPath } from 'node:url';

const under = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Where the build reads and writes; absolute, so that it does not matter where it is started. */
export const PATHS = {
  root: under(''),
  build: under('.build'),
  entries: under('functions/entry'),
  bundles: under('.build/functions'),
  /** What esbuild put into each bundle, by input file: the tests read sizes from it. */
  metafile: under('.build/bundles.json'),
  templates: under('.build/templates'),
  site: under('site'),
  siteOutput: under('site/dist'),
  assembly: under('cdk.out'),
  hashes: under('.build/hashes.json'),
  lock: under('.build/lock'),
} as const;

/** The bundle of one function, as CDK takes it for an asset. */
export const bundlePath = (name: string): string => `${PATHS.bundles}/${name}`;
