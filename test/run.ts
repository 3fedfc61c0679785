/**
 * Every test, and one closing line `N passed, N failed`. Builds first what the tests run (site,
 * bundles, assembly); the build skips what has not changed. Arguments go to vitest.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { buildAll } from '#infra/build/build.ts';

const RESULTS = '.tmp/test-results.json';
mkdirSync('.tmp', { recursive: true });
rmSync(RESULTS, { force: true });

await buildAll();

const run = spawnSync(
  'node_modules/.bin/vitest',
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${RESULTS}`, ...process.argv.slice(2)],
  { stdio: 'inherit' },
);

type Counts = {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
  success: boolean;
};

function counts(): Counts {
  try {
    return JSON.parse(readFileSync(RESULTS, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, numFailedTestSuites: 0, success: false };
  }
}

const { numPassedTests, numFailedTests, success } = counts();
const sound = run.status === 0 && success && numPassedTests > 0;
// A file that could not even load has no failed test of its own: it counts as one.
const failed = sound ? 0 : Math.max(1, numFailedTests);
process.stdout.write(`\n${numPassedTests} passed, ${failed} failed\n`);
process.exitCode = sound ? 0 : 1;
