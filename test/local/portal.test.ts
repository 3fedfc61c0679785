import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildAll } from '#infra/build/build.ts';
import type { RawAssembly } from '#infra/local/assembly/template.ts';
import { type Portal, startPortal } from '#infra/local/portal.ts';
import { Caller } from '#test/support/caller.ts';
import { ownDirectory } from './support.ts';

let portal: Portal;
beforeAll(async () => {
  await buildAll();
  portal = await startPortal({ storage: 'memory' });
}, 180_000);
afterAll(() => portal.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(portal.origin + path, { headers, redirect: 'manual' });

/** A copy of the template in which one function may no longer put an item anywhere. */
function withoutPutBySignIn(raw: RawAssembly): RawAssembly {
  const copy = structuredClone(raw);
  const resources = copy.stacks.flatMap(({ template }) => Object.entries(template.Resources));
  for (const [id, resource] of resources) {
    if (resource.Type !== 'AWS::IAM::Policy' || !id.startsWith('SignIn')) continue;
    const text = JSON.stringify(resource.Properties).replaceAll(
      '"dynamodb:PutItem"',
      '"dynamodb:DescribeTable"',
    );
    resource.Properties = JSON.parse(text);
  }
  return copy;
}

describe('the portal on one machine', () => {
  test('serves pages from files with the headers of the template, and its own page for what is not there', async () => {
    for (const [path, status] of [
      ['/', 200],
      ['/referrals/anything', 200],
      ['/no-such-page', 404],
    ] as const) {
      const response = await get(path);
      expect(response.status, path).toBe(status);
      expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(response.headers.get('content-type')).toBe('text/html');
    }
  });

  test('keeps a public page at the edge for its max-age, whoever asks', async () => {
    const page = '/find?need=company';
    await get(page, { cookie: 'a=1' });
    const again = await get(page, { cookie: 'b=2' });
    expect(again.headers.get('x-cache')).toBe('Hit from cloudfront');
    expect(again.headers.get('cache-control')).toContain('max-age=30');
  });

  test('is refused by its functions when somebody goes round the distribution', async () => {
    for (const path of ['/api/session', '/find', '/api/search']) {
      expect((await get(path)).status, path).not.toBe(404);
      const beside = await fetch(portal.apiOrigin + path, {
        headers: { 'x-origin-verify': 'none', 'x-viewer-ip': '1.2.3.4' },
      });
      expect(beside.status, path).toBe(404);
    }
    expect((await fetch(`${portal.apiOrigin}/no/such/route`)).status).toBe(404);
  });

  test('signs a person in by redirects with cookies that only this host may read', async () => {
    const worker = await new Caller(portal.origin).signIn('link-worker');
    const { json } = await worker.get('/api/session');
    expect(json).toMatchObject({ email: 'link-worker@demo.example' });
    const begun = await get('/auth/sign-in?login_hint=reader%40demo.example');
    expect(begun.headers.getSetCookie().join()).toMatch(/__Host-login=.*Secure/);
    expect(new URL(begun.headers.get('location') ?? '').pathname).toMatch(/^\/_local\/oidc\//);
  });

  test('ends a session when the clock passes its limit', async () => {
    const worker = await new Caller(portal.origin).signIn('reader');
    expect((await portal.clock.advance('PT9H'))?.settled).toBe(true);
    expect((await worker.get('/api/session')).status).toBe(401);
    await worker.signIn('reader');
  });

  test('shows what functions were refused and which grants nobody has used, and refuses nothing in ordinary work', async () => {
    const shown: { refusals: unknown[]; unusedGrants: { action: string }[] } = await (
      await get('/_local/access')
    ).json();
    expect(shown.refusals).toEqual([]);
    expect(shown.unusedGrants.length).toBeGreaterThan(0);
    expect(portal.faults()).toEqual([]);
  });

  test('answers JSON and HTML of the mailbox as asked', async () => {
    expect(await (await get('/_local/mail?format=json')).json()).toEqual([]);
    expect(await (await get('/_local/mail', { accept: 'application/json' })).json()).toEqual([]);
    expect(await (await get('/_local/mail')).text()).toContain('No mail has been sent yet');
    expect((await get('/_local/nothing')).status).toBe(404);
  });

  test('leaves nothing of a portal in memory on the disk', async () => {
    const other = await startPortal({ storage: 'memory', seed: 'empty' });
    expect(existsSync(other.directory)).toBe(true);
    await other.close();
    expect(existsSync(other.directory)).toBe(false);
    await expect(fetch(other.origin)).rejects.toThrow();
  });

  test('that was killed starts again on its data', async () => {
    const data = ownDirectory();
    const first = await startPortal({ data });
    const worker = await new Caller(first.origin).signIn('coordinator');
    expect((await worker.get('/api/session')).status).toBe(200);
    await first.kill();
    const second = await startPortal({ data, port: Number(new URL(first.origin).port) });
    expect((await worker.get('/api/session')).status).toBe(200);
    await second.close();
  });

  test('without one grant refuses the act by name of function, action and table', async () => {
    const poorer = await startPortal({ storage: 'memory', change: withoutPutBySignIn });
    await fetch(`${poorer.origin}/auth/sign-in?login_hint=reader%40demo.example`);
    const refusals = poorer.refusals().map(({ message }) => message);
    await poorer.close();
    expect(refusals.join('\n')).toMatch(/portal-local-sign-in .*dynamodb:PutItem .*SessionsTable/);
  });
});
