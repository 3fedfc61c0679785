import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let data = '';
beforeAll(() => {
  data = join(mkdtempSync(join(tmpdir(), 'portal-command-')), 'data');
});
afterAll(() => rmSync(join(data, '..'), { recursive: true, force: true }));

const portal = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['infra/operator/portal.ts', ...args], {
    env: { ...process.env, PORTAL_DATA: data },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

describe('the operator’s tool on data that no portal runs on', () => {
  it('says in a sentence that there is none yet', () => {
    const { status, stderr } = portal('rebuild');
    expect([status, stderr.split('\n').length]).toEqual([1, 2]);
    expect(stderr).toContain('start one with npm start');
    expect(existsSync(data)).toBe(false);
  });

  it('seeds, rebuilds, checks and exports, and starts the engine for each by itself', () => {
    expect(portal('seed').status).toBe(0);
    expect(portal('rebuild').stdout).toContain('manchester: 212 groups looked at');
    expect(portal('audit', 'verify')).toMatchObject({ status: 0 });
    const file = join(data, 'listings.json');
    expect(portal('export', file).stdout).toMatch(/^\d{3} groups written to /);
    const { groups }: { groups: { name: string }[] } = JSON.parse(readFileSync(file, 'utf8'));
    expect(groups.some(({ name }) => name === 'Marigold Corner')).toBe(true);
  }, 240_000);

  it('never seeds over data that is there', () => {
    const { status, stderr } = portal('seed');
    expect(status).toBe(1);
    expect(stderr).toContain('There is data in');
    expect(stderr).toContain('--afresh');
  });

  it('lays the demonstration out afresh when asked, and keeps what was there', () => {
    const { status, stdout } = portal('seed', '--afresh');
    expect(status).toBe(0);
    const kept = /kept in (.+)\.\n/.exec(stdout)?.[1] ?? 'nowhere';
    expect(existsSync(join(kept, 'listings.json'))).toBe(true);
    expect(existsSync(join(data, 'listings.json'))).toBe(false);
    expect(portal('audit', 'verify')).toMatchObject({ status: 0 });
  }, 120_000);
});
