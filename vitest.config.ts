import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

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
    // Files of one worker share their modules, which keep no state: half of a unit run was loading them again.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    projects: [
      project('unit', [
        'test/{domain,commands,store,http,workers,search,operator,ui,architecture,contract}/**/*.test.{ts,tsx}',
      ]),
      // What these change is global, a document of their own or a mocked client: each file has its modules to itself.
      project('apart', ['test/{site,adapters}/**/*.test.{ts,tsx}'], { isolate: true }),
      project('infra', ['test/infra/**/*.test.ts'], { testTimeout: 120_000, hookTimeout: 120_000 }),
      project('local', ['test/local/**/*.test.ts'], { testTimeout: 120_000, hookTimeout: 120_000 }),
      // The last to run: each file starts a whole portal. Two run side by side.
      project('journey', ['test/{matrix,journey}/**/*.test.ts'], {
        testTimeout: 120_000,
        hookTimeout: 120_000,
        globalSetup: ['test/support/unpacked-browser.ts'],
        // A browser on a shared machine may lose a moment; the report names what needed a second go.
        retry: 1,
        sequence: { groupOrder: 1 },
      }),
    ],
  },
});
