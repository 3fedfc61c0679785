import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accept, refuse } from '#functions/domain/result.ts';
import type { App } from '#functions/http/app.ts';
import { callerOf, networkOf } from '#functions/http/caller.ts';
import { mount, mountOpen } from '#functions/http/mount.ts';
import {
  BUCKETS,
  countStored,
  memoryBuckets,
  SIGN_IN_PER_ACCOUNT,
  STORED_LIMITS,
} from '#functions/http/rate.ts';
import { Unavailable } from '#functions/runtime/unavailable.ts';
import type { Table } from '#functions/store/table.ts';
import { referralReveal } from '#shared/api/referral-moves.ts';
import { search } from '#shared/api/search.ts';
import { suggestionMake } from '#shared/api/suggestions.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { ask, HOUR, httpWorld, MINUTE, person } from '#test/support/http-world.ts';

let engine: TestEngine;
let world: ReturnType<typeof httpWorld>;
beforeAll(async () => {
  engine = await startEngine();
});
beforeEach(() => {
  world = httpWorld(engine);
});
afterAll(() => engine.close());

const count = (rateClass: keyof typeof STORED_LIMITS, subject: string) =>
  countStored(world.table, {
    rateClass,
    subject,
    limits: STORED_LIMITS[rateClass] ?? [],
    now: world.clock.now(),
  });
const times = async (n: number, call: () => Promise<unknown>) => {
  for (let index = 0; index < n; index += 1) await call();
};

describe('a stored counter', () => {
  it('lets the limit through and stops the next until the window ends', async () => {
    world.clock.advance(20 * MINUTE);
    await times(29, () => count('referral_create', 'edge'));
    expect(await count('referral_create', 'edge')).toBeUndefined();
    expect(await count('referral_create', 'edge')).toBe(40 * 60);
    world.clock.advance(40 * MINUTE - 1000);
    expect(await count('referral_create', 'edge')).toBe(1);
    world.clock.advance(1000);
    expect(await count('referral_create', 'edge')).toBeUndefined();
  });

  it('has a limit for the day beside the one for the hour', async () => {
    for (let hour = 0; hour < 3; hour += 1) {
      await times(40, () => count('reveal', 'day'));
      world.clock.advance(HOUR);
    }
    expect(await count('reveal', 'day')).toBe(12 * 3600);
    world.clock.advance(12 * HOUR);
    expect(await count('reveal', 'day')).toBeUndefined();
  });

  it('is shared by all who count at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 60 }, () => count('reveal', 'crowd')));
    expect(outcomes.filter((wait) => wait === undefined)).toHaveLength(40);
  });

  it('does not count what it refused', async () => {
    await times(50, () => count('suggestion', 'refused'));
    world.clock.advance(HOUR);
    expect(await count('suggestion', 'refused')).toBeUndefined();
  });
});

it('a council’s two hundred people behind one address sign in within five minutes; one who tries on is stopped', async () => {
  const start = (account: string) =>
    countStored(world.table, {
      rateClass: 'sign_in',
      subject: `office#${account}`,
      limits: [SIGN_IN_PER_ACCOUNT],
      now: world.clock.now(),
    });
  const address = () => count('sign_in', 'session.sign_in#office');
  const honest = Array.from({ length: 200 }, async (_, index) => [
    await start(`person${index}`),
    await address(),
  ]);
  expect((await Promise.all(honest)).flat().every((wait) => wait === undefined)).toBe(true);
  const tries = [];
  for (let index = 0; index < 21; index += 1) tries.push(await start('victim'));
  expect(tries.filter((wait) => wait !== undefined)).toHaveLength(1);
});

describe('a route', () => {
  it('answers 429 with how long to wait, by the person and not the address', async () => {
    const reveal = (made: App) => mount(made, referralReveal, async () => refuse('not_found'));
    const app = world.app('sealed', reveal);
    const path = '/api/referrals/0b9f4b0c-4a39-4a52-8a3e-0d7a4f6b2c11/reveal';
    const [ada, ben] = await Promise.all(
      [1, 2].map(async () => world.signIn(await world.invite(person('group_reader')))),
    );
    await times(40, () => ask(app, 'POST', path, ada));
    const stopped = await ask(app, 'POST', path, ada);
    expect([stopped.status, stopped.json.code, stopped.headers.get('retry-after')]).toEqual([
      429,
      'too_many',
      '3600',
    ]);
    expect((await ask(app, 'POST', path, ben)).status).toBe(404);
  });

  it('that anyone may call counts by network, whatever the caller says of itself', async () => {
    const app = world.app('intake', (made) =>
      mountOpen(made, suggestionMake, async () => refuse('not_found')),
    );
    const body = {
      organizationId: '0b9f4b0c-4a39-4a52-8a3e-0d7a4f6b2c11',
      topic: 'has_closed',
      text: 'Shut',
    };
    const post = (ip: string, forged: string) =>
      ask(app, 'POST', '/api/suggestions', {
        body,
        headers: { 'x-viewer-ip': ip, 'x-forwarded-for': forged },
      });
    await times(10, () => post('198.51.100.7', '10.0.0.1'));
    expect((await post('198.51.100.7', '10.0.0.2')).status).toBe(429);
    expect((await post('198.51.100.8', '10.0.0.1')).status).toBe(404);
  });

  it('stays shut when its counter cannot be kept, and open when it counts in memory', async () => {
    const down: Table = {
      ...world.table,
      write: () => Promise.reject(new Unavailable('storage', new Error())),
    };
    const reply = { results: [], total: 0, next: null, loosen: [], missing: null, now: world.clock.now() };
    const open = world.app('public', (made) => mountOpen(made, search, async () => accept(reply)), {
      table: down,
    });
    expect((await ask(open, 'GET', '/api/search')).status).toBe(200);
    const reveal = (made: App) => mount(made, referralReveal, async () => refuse('not_found'));
    const app = world.app('sealed', reveal, { table: down });
    const { cookie } = await world.signIn(await world.invite(person('group_reader')));
    const answer = await ask(app, 'POST', '/api/referrals/0b9f4b0c-4a39-4a52-8a3e-0d7a4f6b2c11/reveal', {
      cookie,
    });
    expect(answer.json).toMatchObject({ status: 503, code: 'unavailable' });
  });
});

describe('a bucket in memory', () => {
  const { burst = 0, perMinute = 1 } = BUCKETS.public ?? {};
  const at = (ms: number) => new Date(Date.parse('2026-11-23T09:00:00.000Z') + ms).toISOString();
  it('empties at its burst, refills with time and never holds more than it can', () => {
    const buckets = memoryBuckets();
    const take = (n: number, ms: number) =>
      Array.from({ length: n }, () => buckets('public', 'a', at(ms))).filter((wait) => wait === undefined)
        .length;
    expect(take(burst + 5, 0)).toBe(burst);
    expect(buckets('public', 'b', at(0))).toBeUndefined();
    expect(take(perMinute, 6000)).toBe(perMinute / 10);
    expect(take(burst * 2, 24 * HOUR)).toBe(burst);
  });
  it('is not emptied by a clock that goes back', () => {
    const buckets = memoryBuckets();
    buckets('public', 'a', at(MINUTE));
    expect(buckets('public', 'a', at(0))).toBeUndefined();
  });
});

describe('a caller', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:0001:2::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('at %s is one of the network %s', (address, network) => expect(networkOf(address)).toBe(network));
  it('is a short hash that another deployment would write differently', () => {
    expect(callerOf('203.0.113.9', 'a')).toMatch(/^[\w-]{16}$/);
    expect(callerOf('203.0.113.9', 'a')).not.toBe(callerOf('203.0.113.9', 'b'));
  });
});
