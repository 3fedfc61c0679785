import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeAccess } from '#functions/commands/access.ts';
import { endSession } from '#functions/commands/session.ts';
import { accept } from '#functions/domain/result.ts';
import type { App } from '#functions/http/app.ts';
import { mount } from '#functions/http/mount.ts';
import { hashOf } from '#functions/runtime/secrets.ts';
import type { Used } from '#functions/store/dynamo-table.ts';
import { eventFromItem } from '#functions/store/event.ts';
import { findRoster } from '#functions/store/roster.ts';
import { findSession } from '#functions/store/session.ts';
import type { User } from '#functions/store/user.ts';
import { referralList } from '#shared/api/referrals.ts';
import type { Role } from '#shared/model/roles.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { ask, HOUR, httpWorld, MINUTE, person } from '#test/support/http-world.ts';

let engine: TestEngine;
let world: ReturnType<typeof httpWorld>;
let app: App;
const used: Used[] = [];
beforeAll(async () => {
  engine = await startEngine();
});
beforeEach(() => {
  world = httpWorld(engine);
  const table = engine.tableWith({ now: world.clock.now, used: (use) => used.push(use) });
  const list = (made: App) =>
    mount(made, referralList, async ({ now }) => accept({ rows: [], next: null, now }));
  app = world.app('staff', list, { table });
});
afterAll(() => engine.close());

const invited = (...roles: Role[]) => world.invite(person(...roles));
const status = async ({ cookie }: { cookie: string }) =>
  (await ask(app, 'GET', '/api/referrals?view=inbox', { cookie })).status;
const liveOf = async (token: string) => {
  const live = await findSession(world.table, hashOf(token), world.clock.now());
  if (live === undefined) throw new Error('No such session');
  return live;
};
const eventsOf = async (sessionId: string) => {
  const partition = { value: `session#${sessionId}` };
  const page = await world.table.query({ table: 'events', partition, limit: 10 });
  return page.items.map((item) => eventFromItem(item)).map(({ type, data }) => [type, data['reason']]);
};

describe('idle time', () => {
  it.each([
    ['group_reader', 15],
    ['link_worker', 15],
  ] as const)('of a %s is %i minutes from the last request', async (role, minutes) => {
    const session = await world.signIn(await invited(role));
    world.clock.advance(minutes * MINUTE - 1);
    expect(await status(session)).toBe(200);
    world.clock.advance(minutes * MINUTE - 1);
    expect(await status(session)).toBe(200);
    world.clock.advance(minutes * MINUTE);
    expect(await status(session)).toBe(401);
  });

  it('is thirty minutes for somebody who sees no people', async () => {
    const session = await world.signIn(await invited('group_lead'));
    world.clock.advance(29 * MINUTE);
    expect(await status(session)).toBe(404);
    world.clock.advance(30 * MINUTE);
    expect(await status(session)).toBe(401);
  });

  it('is put off by at most one write a minute, and a request within it only reads once', async () => {
    const session = await world.signIn(await invited('link_worker'));
    world.clock.advance(59_000);
    used.length = 0;
    await status(session);
    expect(used).toEqual([{ operation: 'read', units: 1 }]);
    world.clock.advance(2000);
    await status(session);
    world.clock.advance(58_000);
    await status(session);
    expect(used.filter(({ operation }) => operation === 'write')).toHaveLength(1);
  });
});

it('no session outlives eight hours, however busy', async () => {
  const session = await world.signIn(await invited('link_worker'));
  for (let passed = 0; passed < 8 * HOUR - 10 * MINUTE; passed += 10 * MINUTE) {
    world.clock.advance(10 * MINUTE);
    expect(await status(session)).toBe(200);
  }
  world.clock.advance(10 * MINUTE);
  expect(await status(session)).toBe(401);
});

describe('several sessions of one person', () => {
  it('are three at most: a fourth ends the oldest, and says so', async () => {
    const user = await invited('link_worker');
    const sessions = [];
    for (let index = 0; index < 4; index += 1) {
      sessions.push(await world.signIn(user));
      world.clock.advance(1000);
    }
    const [first, ...rest] = sessions;
    expect(await Promise.all(sessions.map(status))).toEqual([401, 200, 200, 200]);
    expect(await eventsOf(first?.session.id ?? '')).toEqual([
      ['session.started', undefined],
      ['session.ended', 'replaced'],
    ]);
    expect(await eventsOf(rest[2]?.session.id ?? '')).toEqual([['session.started', undefined]]);
  });

  it('stay three when many sign in at the same moment', async () => {
    const user = await invited('link_worker');
    await world.signIn(user);
    const all = await Promise.allSettled(Array.from({ length: 5 }, () => world.signIn(user)));
    const started = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const alive = (await Promise.all(started.map(status))).filter((code) => code === 200);
    expect(alive.length).toBeLessThanOrEqual(3);
    const roster = await findRoster(world.table, user.userId, world.clock.now());
    expect(roster.value.length).toBe(3);
  });
});

describe('signing out', () => {
  it('ends this session and no other, once', async () => {
    const user = await invited('link_worker');
    const [one, other] = [await world.signIn(user), await world.signIn(user)];
    const live = await liveOf(one.token);
    await Promise.all([endSession(world.deps, live), endSession(world.deps, live)]);
    expect([await status(one), await status(other)]).toEqual([401, 200]);
    expect(await eventsOf(one.session.id)).toEqual([
      ['session.started', undefined],
      ['session.ended', 'signed_out'],
    ]);
  });
});

describe('a right that is taken away', () => {
  const without = (user: User, to: Parameters<typeof changeAccess>[1]['to']) =>
    changeAccess(world.deps, { userId: user.userId, actor: 'system:test', to });

  it('bites on the next request, in every session', async () => {
    const user = await invited('link_worker');
    const [one, other] = [await world.signIn(user), await world.signIn(user)];
    expect(await without(user, { active: false })).toMatchObject({ ok: true });
    expect([await status(one), await status(other)]).toEqual([401, 401]);
    await expect(world.signIn(user)).rejects.toThrow('not_found');
  });

  it('shows in the next sign-in when a role is lost', async () => {
    const user = await invited('link_worker');
    await world.signIn(user);
    await without(user, { memberships: [{ role: 'commissioner' }] });
    expect(await status(await world.signIn(user))).toBe(404);
  });

  it('wins against a sign-in at the same moment', async () => {
    for (let round = 0; round < 10; round += 1) {
      const user = await invited('link_worker');
      const [changed, started] = await Promise.allSettled([
        without(user, { active: false }),
        world.signIn(user),
      ]);
      const done = changed.status === 'fulfilled' && changed.value.ok;
      const code = started.status === 'fulfilled' ? await status(started.value) : 401;
      expect([done, code]).not.toEqual([true, 200]);
    }
  });
});
