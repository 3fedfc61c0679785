import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let data = '';
beforeAll(() => {
  data = join(mkdtempSync(join(tmpdir(), 'portal-command-')), 'data');
});
afterAll(() => rmSync(join(data, '..'), { recursive: true, force: true }));

const PLACE = {
  name: 'Manchester',
  councils: 'E08000003',
  organisation: 'Cobbled Yard Groups Support',
  phone: '0161 496 0110',
  coordinatorEmail: 'sunil@yard.example',
};
const command = (environment: Record<string, string>, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['infra/operator/portal.ts', ...args], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};
const portal = (...args: string[]) => command({ PORTAL_DATA: data }, ...args);

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

  it('lays a demonstration out afresh, and keeps what was there', () => {
    const { status, stdout } = portal('seed');
    expect(status).toBe(0);
    const kept = /kept in (.+)\.\n/.exec(stdout)?.[1] ?? 'nowhere';
    expect(existsSync(join(kept, 'listings.json'))).toBe(true);
    expect(existsSync(join(data, 'listings.json'))).toBe(false);
    expect(portal('audit', 'verify')).toMatchObject({ status: 0 });
  }, 120_000);

  it('leaves an area that somebody set up alone until it is told otherwise', () => {
    const own = { PORTAL_DATA: join(data, '../own') };
    expect(command(own, 'seed', 'empty').status).toBe(0);
    const answers = join(data, '../answers.json');
    writeFileSync(answers, JSON.stringify(PLACE));
    expect(command(own, 'place', 'init', '--answers', answers).status).toBe(0);
    const late = command(own, 'seed');
    expect([late.status, late.stdout]).toEqual([1, '']);
    expect(late.stderr).toContain('holds what you set up yourself: manchester. Nothing was changed.');
    expect(late.stderr).toContain('--afresh');
    expect(command(own, 'seed', '--afresh').stdout).toContain('What was there is kept in');
  }, 240_000);
});
