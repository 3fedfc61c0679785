import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as client from 'openid-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClock } from '#infra/local/clock/shared-clock.ts';
import { type Identity, startIdentity } from '#infra/local/identity/identity.ts';

const PEOPLE = [{ email: 'reader@demo.example', name: 'Priya <Reader>', about: 'Reads referrals' }];
const clock = createClock();
let directory: string;
let server: Server;
let identity: Identity;
let origin: string;
let configuration: client.Configuration;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'identity-'));
  server = createServer((request, response) => identity.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  identity = await startIdentity({
    clock: clock.memory,
    issuer: `${origin}/_local/oidc`,
    clients: [{ id: 'portal', callbackUrls: [`${origin}/auth/callback`], logoutUrls: [] }],
    keyFile: join(directory, 'identity.json'),
    logFile: join(directory, 'identity.log'),
    people: async () => PEOPLE,
    report: () => undefined,
  });
  configuration = await client.discovery(
    new URL(`${origin}/_local/oidc`),
    'portal',
    undefined,
    client.None(),
    {
      execute: [client.allowInsecureRequests],
    },
  );
});
afterAll(async () => {
  await identity.close();
  server.close();
  rmSync(directory, { recursive: true });
});

type Jar = Map<string, string>;

async function visit(url: string, jar: Jar, form?: Record<string, string>): Promise<Response> {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(url, {
    redirect: 'manual',
    headers: { cookie },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  });
  for (const line of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '') jar.delete(name);
    else jar.set(name, value);
  }
  return response;
}

/** Follows redirects with a cookie jar until the callback or a page. */
async function follow(url: string, jar: Jar = new Map(), form?: Record<string, string>) {
  let next = url;
  for (let step = 0; step < 10; step += 1) {
    const response = await visit(next, jar, step === 0 ? form : undefined);
    const location = response.headers.get('location');
    if (!location) return { url: next, response, html: await response.text(), jar };
    next = new URL(location, next).href;
    if (next.startsWith(`${origin}/auth/callback`)) return { url: next, response, html: '', jar };
  }
  throw new Error('The sign-in never came back.');
}

async function begin(hint?: string) {
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const nonce = client.randomNonce();
  const url = client.buildAuthorizationUrl(configuration, {
    redirect_uri: `${origin}/auth/callback`,
    scope: 'openid email profile',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...(hint !== undefined && { login_hint: hint }),
  });
  return {
    url: url.href,
    checks: { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce },
  };
}

describe('the identity provider of the local cloud', () => {
  test('signs a person in by following redirects when the request names an email', async () => {
    const { url, checks } = await begin('Reader@demo.example');
    const back = await follow(url);
    const tokens = await client.authorizationCodeGrant(configuration, new URL(back.url), checks);
    expect(tokens.claims()).toMatchObject({
      email: 'reader@demo.example',
      email_verified: true,
      name: 'Priya <Reader>',
    });
  });

  test('gives one person the same subject at every sign-in', async () => {
    const subjects = [];
    for (let round = 0; round < 2; round += 1) {
      const { url, checks } = await begin('reader@demo.example');
      const tokens = await client.authorizationCodeGrant(
        configuration,
        new URL((await follow(url)).url),
        checks,
      );
      subjects.push(tokens.claims()?.sub);
    }
    expect(subjects[0]).toBe(subjects[1]);
    expect(subjects[0]).not.toContain('reader');
  });

  test('offers everybody as a button, with names made harmless, and takes the choice', async () => {
    const { url, checks } = await begin();
    const shown = await follow(url);
    expect(shown.html).toContain('<h1>Who do you want to sign in as?</h1>');
    expect(shown.html).toContain('Priya &lt;Reader&gt;');
    const back = await follow(shown.url, shown.jar, { email: 'reader@demo.example' });
    const tokens = await client.authorizationCodeGrant(configuration, new URL(back.url), checks);
    expect(tokens.claims()?.['email']).toBe('reader@demo.example');
  });

  test('goes straight through for one person after another in the same browser', async () => {
    const first = await follow((await begin('reader@demo.example')).url);
    const { url, checks } = await begin('link-worker@demo.example');
    const second = await follow(url, first.jar);
    const tokens = await client.authorizationCodeGrant(configuration, new URL(second.url), checks);
    expect(tokens.claims()?.['email']).toBe('link-worker@demo.example');
  });

  test('asks again although somebody has just signed in', async () => {
    const first = await follow((await begin('reader@demo.example')).url);
    const second = await follow((await begin()).url, first.jar);
    expect(second.html).toContain('Who do you want to sign in as?');
  });

  test('refuses a request without PKCE and an address of return it does not know', async () => {
    const { url } = await begin('reader@demo.example');
    const without = new URL(url);
    without.searchParams.delete('code_challenge');
    without.searchParams.delete('code_challenge_method');
    expect(new URL((await follow(without.href)).url).searchParams.get('error')).toBe('invalid_request');
    const elsewhere = new URL(url);
    elsewhere.searchParams.set('redirect_uri', 'http://evil.example/auth/callback');
    const answer = await follow(elsewhere.href);
    expect(answer.response.status).toBe(400);
    expect(answer.html).toContain('This sign-in cannot go on');
  });

  test('ends a code when the shared clock passes its minute', async () => {
    const { url, checks } = await begin('reader@demo.example');
    const back = await follow(url);
    clock.moveTo(new Date(clock.now().getTime() + 120_000));
    await expect(client.authorizationCodeGrant(configuration, new URL(back.url), checks)).rejects.toThrow();
  });
});
