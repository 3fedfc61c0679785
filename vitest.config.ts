import { defineConfig } from 'vitest/config';

/** Tests run in a zone that is not London, so that a rule leaning on the machine's zone fails here. */
process.env['TZ'] = 'Pacific/Auckland';

const project = (name: string, include: string[], options: Record<string, unknown> = {}) => ({
  extends: true as const,
  test: { name, include, ...options },
});

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    environment: 'node',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      project('unit', [
        'test/{domain,commands,store,http,workers,search,operator,ui,site,architecture,contract}/**/*.test.{ts,tsx}',
      ]),
      project('infra', ['test/infra/**/*.test.ts'], { testTimeout: 120_000, hookTimeout: 120_000 }),
      project('local', ['test/local/**/*.test.ts'], { testTimeout: 120_000, hookTimeout: 120_000 }),
      // The last to run, one file at a time: each starts a whole portal and a browser.
      project('journey', ['test/{matrix,journey}/**/*.test.ts'], {
        testTimeout: 120_000,
        hookTimeout: 120_000,
        fileParallelism: false,
        // A browser on a shared machine may lose a moment; the report names what needed a second go.
        retry: 1,
        sequence: { groupOrder: 1 },
      }),
    ],
  },
});
