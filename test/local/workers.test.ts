import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createClock } from '#infra/local/clock/shared-clock.ts';
import type { Outcome } from '#infra/local/workers/protocol.ts';
import { ownDirectory, poolOf } from './support.ts';

const value = (outcome: Outcome) => {
  if (!outcome.ok) throw new Error(`${outcome.errorType}: ${outcome.errorMessage}`);
  return JSON.parse(String(outcome.value));
};
const probe = (settings: Partial<Parameters<typeof poolOf>[0]> = {}) => {
  const directory = ownDirectory();
  return { directory, pool: poolOf({ bundle: 'probe', directory, ...settings }) };
};

describe('a function in its workers', () => {
  test('gets its own environment and nothing of the runner’s', async () => {
    const { pool } = probe({ environment: { TABLE_PORTAL: 'portal' } });
    expect(value(await pool.invoke({ act: 'environment' }, 'json'))).toEqual({ TABLE_PORTAL: 'portal' });
  });

  test('is told its name, its memory and how long it may still run', async () => {
    const { pool } = probe();
    const context = value(await pool.invoke({ act: 'context' }, 'json'));
    expect(context).toMatchObject({ functionName: 'portal-probe', memoryLimitInMB: '256' });
    expect(context.awsRequestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(context.remaining).toBeGreaterThan(4000);
    expect(context.remaining).toBeLessThanOrEqual(5000);
  });

  test('reads the shared clock through every form of Date, while given dates stay', async () => {
    const clock = createClock();
    const { pool } = probe({ clock });
    value(await pool.invoke({ act: 'date' }, 'json'));
    clock.moveTo(new Date(Date.now() + 40 * 86_400_000));
    const seen = value(await pool.invoke({ act: 'date' }, 'json'));
    const expected = Date.now() + 40 * 86_400_000;
    expect(Math.abs(seen.now - expected)).toBeLessThan(3000);
    expect(Math.abs(Date.parse(seen.made) - expected)).toBeLessThan(3000);
    expect(Math.abs(Date.parse(seen.text) - expected)).toBeLessThan(2 * 86_400_000);
    expect(seen).toMatchObject({ given: '2020-01-02T03:04:05.000Z', same: true });
  });

  test('takes one event at a time in each of four workers; a fifth event waits for the first free one', async () => {
    const { pool } = probe();
    await Promise.all(
      Array.from({ length: 4 }, () => pool.invoke({ act: 'wait', milliseconds: 50 }, 'json')),
    );
    const begun = performance.now();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => pool.invoke({ act: 'wait', milliseconds: 300 }, 'json')),
    );
    const took = performance.now() - begun;
    expect(answers.map((answer) => value(answer).most)).toEqual(Array(8).fill(1));
    expect(took).toBeGreaterThanOrEqual(590);
    expect(took).toBeLessThan(1500);
  });

  test('is ended when its time is up, even in an endless loop, and the next event finds a fresh worker', async () => {
    const { pool } = probe({ timeoutSeconds: 0.3 });
    const begun = performance.now();
    expect(await pool.invoke({ act: 'spin' }, 'json')).toEqual({
      ok: false,
      errorType: 'Sandbox.Timedout',
      errorMessage: 'Task timed out after 0.30 seconds',
    });
    expect(performance.now() - begun).toBeLessThan(5000);
    expect(value(await pool.invoke({ act: 'echo', text: 'again' }, 'json'))).toMatchObject({ text: 'again' });
  });

  test('answers events that waited behind one that timed out', async () => {
    const { pool } = probe({ timeoutSeconds: 0.4 });
    const all = await Promise.all([
      ...Array.from({ length: 4 }, () => pool.invoke({ act: 'spin' }, 'json')),
      pool.invoke({ act: 'echo', text: 'patient' }, 'json'),
    ]);
    expect(all.slice(0, 4).every(({ ok }) => !ok)).toBe(true);
    expect(all[4]?.ok).toBe(true);
  });

  test('reports a thrown error, an ended process and a rejection nobody awaited as failed events', async () => {
    const { pool } = probe();
    expect(await pool.invoke({ act: 'throw' }, 'json')).toEqual({
      ok: false,
      errorType: 'TypeError',
      errorMessage: 'It broke.',
    });
    expect(await pool.invoke({ act: 'exit' }, 'json')).toMatchObject({
      ok: false,
      errorType: 'Runtime.ExitError',
    });
    expect((await pool.invoke({ act: 'rejectLater' }, 'json')).ok).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(value(await pool.invoke({ act: 'echo', text: 'alive' }, 'json'))).toMatchObject({ text: 'alive' });
  });

  test('loses no printed line, however it ends', async () => {
    const { pool, directory } = probe({ timeoutSeconds: 0.5 });
    await pool.invoke({ act: 'print', line: 'canary' }, 'json');
    const log = readFileSync(join(directory, 'probe.log'), 'utf8');
    for (const line of ['canary\n', 'canary by console\n', 'canary as an error\n', 'Task timed out'])
      expect(log).toContain(line);
  });

  test('says which bundle could not be loaded instead of waiting for it', async () => {
    const { pool } = probe({ bundle: 'missing' });
    const outcome = await pool.invoke({ act: 'echo' }, 'json');
    expect(outcome).toMatchObject({ ok: false, errorMessage: expect.stringContaining('missing') });
  });
});
