import { describe, expect, test } from 'vitest';
import type { ScheduleSpec } from '#infra/local/assembly/schedules.ts';
import { createClockDrive } from '#infra/local/clock/drive.ts';
import { addDuration } from '#infra/local/clock/duration.ts';
import { clockPage } from '#infra/local/clock/pages.ts';
import { createClock } from '#infra/local/clock/shared-clock.ts';
import { readExpression } from '#infra/local/schedules/expression.ts';
import { createSchedules } from '#infra/local/schedules/schedules.ts';
import { functionArn, functionSpec, ownDirectory } from './support.ts';

const at = (text: string) => new Date(text);
const next = (expression: string, from: string, zone = 'UTC', anchor = from) =>
  readExpression(expression, zone).next(at(from), at(anchor))?.toISOString();

describe('a schedule expression', () => {
  test('by rate comes one period after the last turn, counted from its beginning', () => {
    expect(next('rate(10 minutes)', '2026-11-23T09:04:00Z', 'UTC', '2026-11-23T09:00:00Z')).toBe(
      '2026-11-23T09:10:00.000Z',
    );
    expect(next('rate(10 minutes)', '2026-11-23T09:10:00Z', 'UTC', '2026-11-23T09:00:00Z')).toBe(
      '2026-11-23T09:20:00.000Z',
    );
    expect(next('rate(1 day)', '2026-11-23T09:00:00Z')).toBe('2026-11-24T09:00:00.000Z');
  });

  test('by cron is read in its time zone, summer and winter', () => {
    const daily = 'cron(30 7 * * ? *)';
    expect(next(daily, '2026-11-23T09:00:00Z', 'Europe/London')).toBe('2026-11-24T07:30:00.000Z');
    expect(next(daily, '2026-07-01T09:00:00Z', 'Europe/London')).toBe('2026-07-02T06:30:00.000Z');
    expect(next(daily, '2026-11-23T07:29:59Z', 'Europe/London')).toBe('2026-11-23T07:30:00.000Z');
  });

  test('by cron leaves out the hour a clock change skips and runs the doubled one once', () => {
    expect(next('cron(30 1 * * ? *)', '2027-03-27T02:00:00Z', 'Europe/London')).toBe(
      '2027-03-29T00:30:00.000Z',
    );
    const first = next('cron(30 1 * * ? *)', '2026-10-24T12:00:00Z', 'Europe/London');
    expect(first).toBe('2026-10-25T00:30:00.000Z');
    expect(next('cron(30 1 * * ? *)', first ?? '', 'Europe/London')).toBe('2026-10-26T01:30:00.000Z');
  });

  test('by cron knows lists, ranges, steps, names and the last day', () => {
    expect(next('cron(0/15 9-10 ? * MON-FRI *)', '2026-11-20T10:45:00Z')).toBe('2026-11-23T09:00:00.000Z');
    expect(next('cron(5,35 * * * ? *)', '2026-11-23T09:06:00Z')).toBe('2026-11-23T09:35:00.000Z');
    expect(next('cron(0 0 L FEB ? *)', '2026-11-23T09:00:00Z')).toBe('2027-02-28T00:00:00.000Z');
    expect(next('cron(0 6 1 JAN,APR,JUL,OCT ? *)', '2026-11-23T09:00:00Z')).toBe('2027-01-01T06:00:00.000Z');
    expect(next('cron(0 6 ? * SUN *)', '2026-11-23T09:00:00Z')).toBe('2026-11-29T06:00:00.000Z');
    expect(next('cron(0 6 1 1 ? 2020)', '2026-11-23T09:00:00Z')).toBeUndefined();
  });

  test('at an instant comes once', () => {
    expect(next('at(2026-12-24T18:00:00)', '2026-11-23T09:00:00Z', 'Europe/London')).toBe(
      '2026-12-24T18:00:00.000Z',
    );
    expect(next('at(2026-12-24T18:00:00)', '2026-12-24T18:00:00Z', 'Europe/London')).toBeUndefined();
  });

  test('that cannot be run here stops the start', () => {
    for (const text of [
      'rate(0 minutes)',
      'rate(3 weeks)',
      'cron(0 6 * * ?)',
      'cron(0 6 ? * 2#1 *)',
      'cron(61 * * * ? *)',
      'sometimes',
    ])
      expect(() => readExpression(text, 'UTC')).toThrow();
  });
});

describe('an ISO 8601 duration', () => {
  const from = at('2026-01-31T10:00:00Z');
  test.each([
    ['P1D', '2026-02-01T10:00:00.000Z'],
    ['PT20M', '2026-01-31T10:20:00.000Z'],
    ['P2W', '2026-02-14T10:00:00.000Z'],
    ['P1Y2M3DT4H5M6S', '2027-04-03T14:05:06.000Z'],
  ])('%s leads to %s', (duration, to) => {
    expect(addDuration(from, duration)?.toISOString()).toBe(to);
  });
  test.each(['', 'P', 'PT', '1D', 'P1', 'P-1D', '-P1D', 'P1H', 'p1d', 'P99Y', 'P1D ', 'P1.5D'])(
    '"%s" is none',
    (text) => {
      expect(addDuration(from, text)).toBeUndefined();
    },
  );
});

const schedule = (name: string, expression: string, change: Partial<ScheduleSpec> = {}): ScheduleSpec => ({
  logicalId: name,
  name,
  expression,
  timezone: 'Europe/London',
  enabled: true,
  targetArn: functionArn('consumer'),
  roleArn: 'arn:aws:iam::000000000000:role/schedule',
  input: { name, at: '<aws.scheduler.scheduled-time>' },
  maximumRetries: 0,
  maximumAgeSeconds: 60,
  deadLetterArn: 'arn:aws:sqs:eu-west-2:000000000000:schedule-letters',
  ...change,
});

type Setting = { specs: ScheduleSpec[]; stateFile?: string; fails?: boolean; allowed?: boolean };
/** Schedules on a clock of their own; what ran, at which time of the clock. */
function bench({ specs, stateFile, fails = false, allowed = true }: Setting) {
  const clock = createClock();
  const ran: { name: string; at: string; clock: string }[] = [];
  const letters: { queue: string; body: string }[] = [];
  const effects: string[] = [];
  const faults: string[] = [];
  const kept: number[] = [];
  const schedules = createSchedules({
    specs,
    stateFile,
    now: clock.now,
    retryMilliseconds: 1,
    platform: {
      functions: {
        find: () =>
          functionSpec('consumer', { deadLetterArn: 'arn:aws:sqs:eu-west-2:000000000000:function-letters' }),
        invoke: async (_, event) => {
          ran.push({ ...JSON.parse(JSON.stringify(event)), clock: clock.now().toISOString() });
          return fails
            ? { ok: false, errorType: 'Error', errorMessage: 'no' }
            : { ok: true, value: undefined };
        },
      },
      // Schedules only ever send to a queue.
      queues: { send: (queue: string, body: string) => letters.push({ queue, body }) } as never,
      allowed: ({ action }) => allowed || action !== 'lambda:InvokeFunction',
      report: (message) => void faults.push(message),
    },
  });
  const drive = createClockDrive({
    clock,
    schedules,
    drained: async () => {
      effects.push(clock.now().toISOString());
      return true;
    },
    sweep: async () => undefined,
    keep: (seconds) => void kept.push(seconds),
    report: (message) => void faults.push(message),
  });
  return { clock, drive, ran, letters, effects, faults, kept };
}

describe('the clock put forward', () => {
  test('runs a daily schedule once a day, in order, with the clock standing at its turn', async () => {
    const { drive, ran, effects } = bench({
      specs: [schedule('late', 'cron(0 20 * * ? *)'), schedule('early', 'cron(0 6 * * ? *)')],
    });
    expect(await drive.advance('P3D')).toMatchObject({ settled: true });
    expect(ran).toHaveLength(6);
    expect(ran.filter(({ name }) => name === 'early')).toHaveLength(3);
    const turns = ran.map((one) => one.at);
    expect(turns).toEqual([...turns].sort());
    for (const one of ran) expect(Math.abs(Date.parse(one.clock) - Date.parse(one.at))).toBeLessThan(2000);
    expect(effects.length).toBeGreaterThanOrEqual(6);
  });

  test('runs a shorter schedule once for each day passed, and once within a day', async () => {
    const { drive, ran } = bench({ specs: [schedule('often', 'rate(10 minutes)')] });
    await drive.advance('P3D');
    expect(ran).toHaveLength(3);
    await drive.advance('PT1H');
    expect(ran).toHaveLength(4);
    await drive.advance('PT2M');
    expect(ran).toHaveLength(4);
  });

  test('keeps every turn of a weekly one and leaves a disabled one alone', async () => {
    const { drive, ran } = bench({
      specs: [schedule('weekly', 'cron(0 9 ? * MON *)'), schedule('off', 'rate(1 day)', { enabled: false })],
    });
    await drive.advance('P4W');
    expect(ran.map(({ name }) => name)).toEqual(['weekly', 'weekly', 'weekly', 'weekly']);
  });

  test('goes on running beside it and never goes back', async () => {
    const { clock, drive, kept } = bench({ specs: [] });
    const answer = await drive.advance('P1D');
    expect(Math.abs(Date.parse(answer?.now ?? '') - Date.now() - 86_400_000)).toBeLessThan(3000);
    const before = clock.now().getTime();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(clock.now().getTime()).toBeGreaterThan(before);
    clock.moveTo(new Date(0));
    expect(clock.now().getTime()).toBeGreaterThan(before);
    expect(kept).toEqual([clock.offsetSeconds()]);
  });

  test('takes two requests one after the other', async () => {
    const { drive, ran } = bench({ specs: [schedule('daily', 'rate(1 day)')] });
    const [one, two] = await Promise.all([drive.advance('P1D'), drive.advance('P1D')]);
    expect(Date.parse(two?.now ?? '') - Date.parse(one?.now ?? '')).toBeGreaterThanOrEqual(86_400_000 - 1000);
    expect(ran).toHaveLength(2);
  });
});

describe('a turn of a schedule', () => {
  test('that the function fails three times goes to the function’s dead letters', async () => {
    const { drive, ran, letters, faults } = bench({ specs: [schedule('daily', 'rate(1 day)')], fails: true });
    await drive.advance('P1D');
    expect(ran).toHaveLength(3);
    expect(letters.map(({ queue }) => queue)).toEqual([
      'arn:aws:sqs:eu-west-2:000000000000:function-letters',
    ]);
    expect(faults).toEqual(['daily: portal-consumer failed on every attempt.']);
  });

  test('that the schedule’s role may not start goes to the schedule’s own', async () => {
    const { drive, ran, letters } = bench({ specs: [schedule('daily', 'rate(1 day)')], allowed: false });
    await drive.advance('P1D');
    expect(ran).toEqual([]);
    expect(letters.map(({ queue }) => queue)).toEqual([
      'arn:aws:sqs:eu-west-2:000000000000:schedule-letters',
    ]);
  });

  test('missed while the portal was off runs at the next start', async () => {
    const stateFile = `${ownDirectory()}/schedules.json`;
    const first = bench({ specs: [schedule('daily', 'rate(1 day)')], stateFile });
    await first.drive.advance('P1D');
    const second = bench({ specs: [schedule('daily', 'rate(1 day)')], stateFile });
    second.clock.moveTo(new Date(Date.now() + 3 * 86_400_000 + 5000));
    second.drive.start();
    while (second.ran.length < 2) await new Promise((resolve) => setTimeout(resolve, 50));
    await second.drive.stop();
    expect(first.ran).toHaveLength(1);
    expect(second.ran).toHaveLength(2);
  });
});

describe('/_local/clock', () => {
  const ask = (method: string, body: string, drive: Parameters<typeof clockPage>[1]) =>
    clockPage(
      { method, path: '/_local/clock', query: '', headers: {}, body: Buffer.from(body), sourceIp: '::1' },
      drive,
    );

  test('tells the time, puts it forward, and says how to ask when it cannot', async () => {
    const { drive } = bench({ specs: [] });
    const now = await ask('GET', '', drive);
    expect(Object.keys(JSON.parse(String(now.body)))).toEqual(['now']);
    const moved = JSON.parse(String((await ask('POST', '{"advance":"P1D"}', drive)).body));
    expect(moved).toEqual({ now: expect.any(String), settled: true });
    for (const body of ['', '{}', '{"advance":5}', '{"advance":"soon"}', 'null']) {
      const refused = await ask('POST', body, drive);
      expect(refused.status).toBe(400);
      expect(String(refused.body)).toContain('ISO 8601');
    }
    expect((await ask('DELETE', '', drive)).status).toBe(405);
  });
});
