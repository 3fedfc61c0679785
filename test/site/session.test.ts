import { describe, expect, it } from 'vitest';
import { REFUSALS } from '#shared/api/problem.ts';
import { createSession } from '../../site/src/lib/session.ts';
import { limitsOf, standing, WARN_MS } from '../../site/src/lib/session-timer.ts';

const MINUTE = 60_000;
const limits = { idleMs: 15 * MINUTE, untilEndMs: 480 * MINUTE, warnMs: WARN_MS };

describe('how long a session lasts', () => {
  it.each([
    [0, 0, 'open', true],
    [12.9, 12.9, 'open', true],
    [13, 13, 'warning', true],
    [14.9, 14.9, 'warning', true],
    [15, 15, 'ended', false],
    [0, 460, 'open', true],
    [0, 477, 'open', false],
    [0, 478, 'warning', false],
    [0, 480, 'ended', false],
  ] as const)('after %d idle minutes and %d in all it is %s', (idle, all, phase, extendable) => {
    expect(standing(limits, idle * MINUTE, all * MINUTE)).toMatchObject({ phase, extendable });
  });

  it('takes its limits from differences of the server’s own times', () => {
    expect(
      limitsOf({
        now: '2031-01-01T09:00:00.000Z',
        idleAt: '2031-01-01T09:15:00.000Z',
        endsAt: '2031-01-01T17:00:00.000Z',
      }),
    ).toEqual({ idleMs: 15 * MINUTE, untilEndMs: 480 * MINUTE, warnMs: WARN_MS });
  });
});

const SESSION = {
  userId: '0f8fad5b-d9cb-469f-a165-70867728950e',
  name: 'Tomasz Reed',
  email: 'link-worker@demo.example',
  area: 'manchester',
  memberships: [],
  names: {},
  areaName: 'Manchester',
  now: '2026-11-23T09:00:00.000Z',
  idleAt: '2026-11-23T09:15:00.000Z',
  endsAt: '2026-11-23T17:00:00.000Z',
};

/** A page whose time is moved by hand. */
function page(status: () => number = () => 200) {
  const at = { now: 0 };
  const asked: string[] = [];
  const told: string[] = [];
  const store = createSession({
    elapsed: () => at.now,
    tell: (message) => void told.push(message),
    fetch: async (url) => {
      asked.push(url);
      return status() === 200
        ? Response.json(SESSION)
        : Response.json({ code: 'not_signed_in', ...REFUSALS.not_signed_in }, { status: status() });
    },
  });
  return { store, at, asked, told };
}

describe('the session of a page', () => {
  it('is somebody once it was read, nobody without one, and unreachable when nothing answers', async () => {
    const signedIn = page();
    await signedIn.store.read();
    expect(signedIn.store.get()).toMatchObject({ kind: 'somebody', session: { name: 'Tomasz Reed' } });
    const stranger = page(() => 401);
    await stranger.store.read();
    expect(stranger.store.get()).toEqual({ kind: 'nobody' });
    const away = createSession({
      elapsed: () => 0,
      tell: () => undefined,
      fetch: () => Promise.reject(new TypeError('no network')),
    });
    await away.read();
    expect(away.get().kind).toBe('unreachable');
  });

  it('warns after thirteen idle minutes and goes on for another fifteen when it is extended', async () => {
    const { store, at } = page();
    await store.read();
    at.now = 13 * MINUTE;
    expect(store.standing()?.phase).toBe('warning');
    await store.read();
    expect(store.standing()?.phase).toBe('open');
    at.now = 27.9 * MINUTE;
    expect(store.standing()?.phase).toBe('warning');
  });

  it('stays alive while somebody types, by one small call in five minutes', async () => {
    const { store, at, asked } = page();
    await store.read();
    at.now = 4 * MINUTE;
    store.active();
    expect(asked).toHaveLength(1);
    at.now = 6 * MINUTE;
    store.active();
    await Promise.resolve();
    expect(asked).toHaveLength(2);
  });

  it('does not go on by itself once it has warned: that takes a press', async () => {
    const { store, at, asked } = page();
    await store.read();
    at.now = 13.5 * MINUTE;
    store.active();
    expect(asked).toHaveLength(1);
  });

  it('ends once, tells the server and the other tabs, and keeps nobody', async () => {
    const { store, asked, told } = page();
    await store.read();
    store.end(false);
    store.end(false);
    expect(store.get()).toEqual({ kind: 'ended' });
    expect(told.filter((message) => message === 'ended')).toHaveLength(1);
    expect(asked.filter((url) => url === '/auth/sign-out')).toHaveLength(1);
  });

  it('ends when another tab says so, without telling it back', async () => {
    const { store, told } = page();
    await store.read();
    store.told('ended');
    expect(store.get()).toEqual({ kind: 'ended' });
    expect(told).not.toContain('ended');
  });

  it('counts what another tab heard as being here', async () => {
    const { store, at } = page();
    await store.read();
    at.now = 14 * MINUTE;
    store.told('heard');
    expect(store.standing()?.phase).toBe('open');
  });

  it('ends when the server no longer knows it', async () => {
    const answers = { status: 200 };
    const { store } = page(() => answers.status);
    await store.read();
    answers.status = 401;
    await store.read();
    expect(store.get()).toEqual({ kind: 'ended' });
  });
});
