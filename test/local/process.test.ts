import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildAll } from '#infra/build/build.ts';
import { freePort, type Started, start } from './started.ts';
import { ownDirectory } from './support.ts';

const MINUTE = 60_000;

beforeAll(async () => {
  await buildAll();
}, 3 * MINUTE);

/** Ids of the processes whose command line names this directory: an engine on its database. */
function processesOn(data: string): number[] {
  return processes().filter((pid) => commandLine(pid).includes(data));
}

const processes = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
const commandLine = (pid: number) =>
  existsSync(`/proc/${pid}/cmdline`) ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : '';

const clockOf = async (port: number): Promise<{ now: string }> =>
  (await fetch(`http://localhost:${port}/_local/clock`)).json();

/** `npm run portal -- seed` beside a running portal: the same process and address, new data, today's date. */
async function beginsAgain(of: { data: string; port: number; portal: Started }): Promise<void> {
  const { data, port, portal } = of;
  const said = await promisify(execFile)(process.execPath, ['infra/operator/portal.ts', 'seed'], {
    env: { ...process.env, PORTAL_DATA: data },
  });
  const [, kept = 'nowhere'] = /kept in (.+)\.\n/.exec(said.stdout) ?? [];
  expect(said.stdout).toContain(`http://localhost:${port} runs with everything laid out afresh`);
  expect(existsSync(join(kept, 'portal.db'))).toBe(true);
  expect(Date.parse((await clockOf(port)).now) - Date.now()).toBeLessThan(60_000);
  expect((await fetch(`http://localhost:${port}/find`)).status).toBe(200);
  process.kill(portal.child.pid ?? 0, 'SIGUSR2');
  expect((await fetch(`http://localhost:${port}/find`)).status).toBe(200);
  portal.child.kill('SIGINT');
  expect(await portal.ended).toBe(0);
  expect(processesOn(data)).toEqual([]);
  rmSync(kept, { recursive: true });
}

describe('npm start', () => {
  test('says once that it is ready and under it who can sign in; Ctrl-C leaves no process behind', async () => {
    const data = ownDirectory();
    const port = await freePort();
    const portal = start(data, port);
    const said = await portal.ready;
    expect(said.match(/Portal ready:/g)).toHaveLength(1);
    expect(said).toContain(`Portal ready: http://localhost:${port}\n`);
    for (const person of [
      'group-lead',
      'reader',
      'reader-2',
      'link-worker',
      'lw-manager',
      'link-worker-2',
      'new-group',
      'coordinator',
      'commissioner',
    ])
      expect(said).toContain(`${person}@demo.example`);
    expect(processesOn(data).length).toBeGreaterThan(0);
    portal.child.kill('SIGINT');
    expect(await portal.ended).toBe(0);
    expect(processesOn(data)).toEqual([]);
    expect(existsSync(join(data, 'portal.pid'))).toBe(false);
  });

  test('keeps the data and the clock over a second start, and begins anew when it is laid out afresh', async () => {
    const data = ownDirectory();
    const port = await freePort();
    const first = start(data, port);
    await first.ready;
    await fetch(`http://localhost:${port}/_local/clock`, { method: 'POST', body: '{"advance":"P2D"}' });
    first.child.kill('SIGTERM');
    await first.ended;
    const again = start(data, port);
    const said = await again.ready;
    const ahead = Date.parse((await clockOf(port)).now) - Date.now();
    expect(Math.round(ahead / 86_400_000)).toBe(2);
    const found = await fetch(`http://localhost:${port}/api/search?cell=gcw2hz&need=company`);
    expect(found.status).toBeLessThan(500);
    const [, seconds] = /ready after ([\d.]+) s/.exec(said) ?? [];
    process.stdout.write(`second start: ready after ${seconds} s\n`);
    expect(Number(seconds)).toBeLessThan(10);
    await beginsAgain({ data, port, portal: again });
  });

  test('after a kill -9 clears what was left running and goes on with the data', async () => {
    const data = ownDirectory();
    const port = await freePort();
    const first = start(data, port);
    await first.ready;
    first.child.kill('SIGKILL');
    await first.ended;
    const left = processesOn(data);
    const second = start(data, port);
    await second.ready;
    const now = processesOn(data);
    expect(now.filter((pid) => left.includes(pid) && pid !== second.child.pid)).toEqual([]);
    expect((await fetch(`http://localhost:${port}/find`)).status).toBe(200);
    second.child.kill('SIGINT');
    await second.ended;
    expect(processesOn(data)).toEqual([]);
  });

  test('says in one sentence what to do when the port is taken or the portal runs already', async () => {
    const data = ownDirectory();
    const port = await freePort();
    const portal = start(data, port);
    await portal.ready;
    const sameData = start(data, await freePort());
    expect(await sameData.ended).toBe(1);
    expect(sameData.output()).toContain(`runs on ${data} already: http://localhost:${port}`);
    const samePort = start(ownDirectory(), port);
    expect(await samePort.ended).toBe(1);
    expect(samePort.output()).toContain(`Port ${port} is taken.`);
    expect(samePort.output()).not.toContain('    at ');
  });

  test('refuses a setting it does not know with the values it does', async () => {
    const bad = start(ownDirectory(), 0, { PORTAL_SEED: 'everything' });
    expect(await bad.ended).toBe(1);
    expect(bad.output()).toContain('use demo or empty');
  });
});
