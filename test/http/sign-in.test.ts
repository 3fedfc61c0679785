import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openIdProvider, soundIssuer } from '#functions/gateways/identity-provider.ts';
import type { App } from '#functions/http/app.ts';
import { mountSignIn } from '#functions/http/sign-in.ts';
import type { User } from '#functions/store/user.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { ask, httpWorld, MINUTE, ORIGIN, person } from '#test/support/http-world.ts';
import { startProvider, type TestProvider, throughProvider } from '#test/support/identity-provider.ts';

const CALLBACK = `${ORIGIN}/auth/callback`;
let engine: TestEngine;
let provider: TestProvider;
let world: ReturnType<typeof httpWorld>;
let app: App;
const appFor = (issuer: string) =>
  world.app('sign-in', (made) =>
    mountSignIn(made, {
      ...world.deps,
      provider: openIdProvider({ issuer, clientId: 'portal', callback: CALLBACK }),
    }),
  );
beforeAll(async () => {
  [engine, provider] = await Promise.all([startEngine(), startProvider(CALLBACK)]);
  world = httpWorld(engine);
  app = appFor(provider.issuer);
});
afterAll(() => Promise.all([engine.close(), provider.close()]));

const cookieIn = (headers: Headers, name: string) =>
  headers
    .getSetCookie()
    .find((line) => line.startsWith(`${name}=`))
    ?.split(';')[0];
const known = (user: User, account: object = { email_verified: true }) => {
  provider.accounts.set(user.email, { sub: user.userId, email: user.email, ...account });
  return user;
};

/** The whole way: out to the provider and back; `tamper` changes what comes back. */
async function goThrough(
  hint: string,
  given: { to?: string; cookie?: string; tamper?: (back: URL) => void } = {},
) {
  const query = new URLSearchParams({ login_hint: hint, ...(given.to && { to: given.to }) });
  const out = await ask(app, 'GET', `/auth/sign-in?${query}`);
  const back = await throughProvider(out.headers.get('location') ?? '', CALLBACK);
  given.tamper?.(back);
  const login = cookieIn(out.headers, '__Host-login');
  const cookie = [login, given.cookie].filter(Boolean).join('; ');
  const path = `${back.pathname}${back.search}`;
  const answer = await ask(app, 'GET', path, { cookie });
  return { out, path, login, answer, session: cookieIn(answer.headers, '__Host-session') };
}
const whoAmI = (cookie: string | undefined) =>
  ask(app, 'GET', '/api/session', cookie === undefined ? {} : { cookie });

describe('signing in', () => {
  it('asks the provider with PKCE, state and nonce, and gives the browser a strict cookie for ten minutes', async () => {
    const out = await ask(app, 'GET', '/auth/sign-in?login_hint=someone@demo.example');
    const { searchParams } = new URL(out.headers.get('location') ?? '');
    expect(out.status).toBe(302);
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    expect(searchParams.get('redirect_uri')).toBe(CALLBACK);
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(searchParams.get(name)).toMatch(/^[\w-]{43}$/);
    expect(out.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-login=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=600$/),
    ]);
  });

  it('binds an invited person by their verified email, once, and knows them by their subject after', async () => {
    const user = known(await world.invite(person('group_lead', 'group_reader')));
    const first = await goThrough(user.email, { to: '/inbox?closed=1' });
    expect([first.answer.status, first.answer.headers.get('location')]).toEqual([302, '/inbox?closed=1']);
    const line = first.answer.headers.getSetCookie().find((one) => one.startsWith('__Host-session'));
    expect(line).toMatch(/^__Host-session=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
    expect((await whoAmI(first.session)).json).toMatchObject({
      userId: user.userId,
      memberships: user.memberships,
      idleAt: '2026-11-23T09:15:00.000Z',
      endsAt: '2026-11-23T17:00:00.000Z',
    });
    provider.accounts.set(user.email, { sub: user.userId, email: 'new@demo.example', email_verified: true });
    expect((await whoAmI((await goThrough(user.email)).session)).status).toBe(200);
    provider.accounts.set('thief@demo.example', { sub: 'another', email: user.email, email_verified: true });
    expect((await goThrough('thief@demo.example')).answer.headers.get('location')).toBe(
      '/signed-out?problem=not_invited',
    );
  });

  it.each([
    ['nobody invited', 'not_invited', { email_verified: true }, false],
    ['without a checked address', 'email_not_verified', { email_verified: false }, true],
    ['who says nothing of the address', 'email_not_verified', {}, true],
  ])('turns back somebody %s', async (_who, problem, account, invited) => {
    const user = known(person('group_lead'), account);
    if (invited) await world.invite(user);
    const { answer, session } = await goThrough(user.email);
    expect([answer.headers.get('location'), session]).toEqual([`/signed-out?problem=${problem}`, undefined]);
  });

  it('turns back somebody who may no longer sign in, and somebody who turned back themselves', async () => {
    const user = known(await world.invite({ ...person('group_lead'), active: false }));
    expect((await goThrough(user.email)).answer.headers.get('location')).toContain('not_invited');
    expect((await goThrough('nobody@demo.example')).answer.headers.get('location')).toContain('cancelled');
  });
});

describe('what comes back', () => {
  const tampered = async (tamper: (back: URL) => void) => {
    const user = known(await world.invite(person('group_lead')));
    const { answer, session } = await goThrough(user.email, { tamper });
    return [answer.headers.get('location'), session];
  };
  const again = ['/signed-out?problem=try_again', undefined];

  it('is not believed with another state, code or issuer', async () => {
    expect(await tampered((back) => back.searchParams.set('state', 'x'.repeat(43)))).toEqual(again);
    expect(await tampered((back) => back.searchParams.delete('state'))).toEqual(again);
    expect(await tampered((back) => back.searchParams.set('code', 'x'.repeat(43)))).toEqual(again);
    expect(await tampered((back) => back.searchParams.set('iss', 'https://evil.example'))).toEqual(again);
  });

  it('counts once: the same answer replayed starts nothing', async () => {
    const user = known(await world.invite(person('group_lead')));
    const { path, login } = await goThrough(user.email);
    const replay = await ask(app, 'GET', path, { cookie: login ?? '' });
    expect(replay.headers.get('location')).toBe(again[0]);
  });

  it('is worth nothing in another browser, or after ten minutes', async () => {
    const user = known(await world.invite(person('group_lead')));
    const out = await ask(app, 'GET', `/auth/sign-in?login_hint=${user.email}`);
    const back = await throughProvider(out.headers.get('location') ?? '', CALLBACK);
    expect((await ask(app, 'GET', back.pathname + back.search)).headers.get('location')).toBe(again[0]);
    world.clock.advance(10 * MINUTE + 1000);
    const late = await ask(app, 'GET', back.pathname + back.search, {
      cookie: cookieIn(out.headers, '__Host-login') ?? '',
    });
    expect(late.headers.get('location')).toBe(again[0]);
  });

  it('gives a new session each time and ends what the browser held, whoever’s it was', async () => {
    const [ada, ben] = [
      known(await world.invite(person('group_lead'))),
      known(await world.invite(person('group_lead'))),
    ];
    const planted = `__Host-session=${'p'.repeat(43)}`;
    const first = await goThrough(ada.email, { cookie: planted });
    expect(first.session).not.toBe(planted);
    const second = await goThrough(ben.email, { cookie: first.session ?? '' });
    expect((await whoAmI(first.session)).status).toBe(401);
    expect((await whoAmI(second.session)).json.userId).toBe(ben.userId);
  });
});

describe('signing out', () => {
  it('ends the session for good and clears the browser', async () => {
    const user = known(await world.invite(person('group_lead')));
    const { session = '' } = await goThrough(user.email);
    const out = await ask(app, 'POST', '/auth/sign-out', { cookie: session });
    expect(out.status).toBe(200);
    expect(new URL(out.json.to).searchParams.get('post_logout_redirect_uri')).toBe(`${ORIGIN}/signed-out`);
    expect(out.headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"');
    expect(out.headers.getSetCookie().every((line) => line.includes('Max-Age=0'))).toBe(true);
    expect((await whoAmI(session)).status).toBe(401);
  });
});

describe('a provider that is down', () => {
  it('sends people to a page that says so, and is found again when it is back', async () => {
    const away = await startProvider(CALLBACK);
    const port = new URL(away.issuer).port;
    await away.close();
    const lone = appFor(`http://127.0.0.1:${port}`);
    const answer = await ask(lone, 'GET', '/auth/sign-in');
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      '/signed-out?problem=provider_unavailable',
    ]);
  });
});

describe('an issuer', () => {
  it.each(['https://id.example.org', 'http://localhost:4600', 'http://127.0.0.1:1', 'http://[::1]:1'])(
    'may be %s',
    (issuer) => {
      expect(soundIssuer(issuer).href).toContain(new URL(issuer).host);
    },
  );
  it.each([
    'http://id.example.org',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'ftp://localhost',
  ])('may not be %s', (issuer) => expect(() => soundIssuer(issuer)).toThrow('https'));
});
