import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { missingEntries, platformOf } from '#infra/build/complete-lockfile.ts';

describe('the lockfile', () => {
  it('has an entry for every platform’s native package, so that npm ci accepts it', () => {
    expect(missingEntries(JSON.parse(readFileSync('package-lock.json', 'utf8')))).toEqual([]);
  });

  it('names an entry that is missing, with the platform it is for', () => {
    const lock = {
      packages: { 'node_modules/a': { optionalDependencies: { '@x/native-darwin-arm64': '1.2.3' } } },
    };
    expect(missingEntries(lock)).toEqual([
      {
        path: 'node_modules/@x/native-darwin-arm64',
        entry: { version: '1.2.3', optional: true, os: ['darwin'], cpu: ['arm64'] },
      },
    ]);
  });

  it('leaves alone an optional package that is for no platform', () => {
    expect(platformOf('bufferutil')).toBeUndefined();
  });

  it('installs: npm ci agrees with package.json', () => {
    const run = spawnSync('npm', ['ci', '--dry-run', '--offline', '--ignore-scripts'], { encoding: 'utf8' });
    expect(run.stderr).not.toContain('EUSAGE');
    expect(run.status).toBe(0);
  });

  it('pins every version exactly', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
      readFileSync('package.json', 'utf8'),
    );
    const versions = Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
  });
});
