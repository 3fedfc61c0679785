import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accept, refuse } from '#functions/domain/result.ts';
import type { App } from '#functions/http/app.ts';
import { mount, mountOpen, mountPage } from '#functions/http/mount.ts';
import { Unavailable } from '#functions/runtime/unavailable.ts';
import { endpoint } from '#shared/api/endpoint.ts';
import { groupPage, groupRead } from '#shared/api/group-public.ts';
import { capacityState } from '#shared/api/groups.ts';
import { Problem } from '#shared/api/problem.ts';
import { referralList } from '#shared/api/referrals.ts';
import { findForm, search } from '#shared/api/search.ts';
import { suggestionMake } from '#shared/api/suggestions.ts';
import { cspReport } from '#shared/api/system.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { ask, httpWorld, person } from '#test/support/http-world.ts';

let engine: TestEngine;
let world: ReturnType<typeof httpWorld>;
beforeAll(async () => {
  engine = await startEngine();
  world = httpWorld(engine);
});
afterAll(() => engine.close());

const reply = { rows: [], next: null, now: '2026-11-23T09:00:00.000Z' };
const staff = () => world.app('staff', (app) => mount(app, referralList, async () => accept(reply)));
const SERVICE = '0b9f4b0c-4a39-4a52-8a3e-0d7a4f6b2c11';
const refusedWith = (app: App) => mount(app, capacityState, async () => refuse('changed_meanwhile'));

describe('mounting', () => {
  it('refuses a route that the registry does not hold', () => {
    const forged = { ...search, path: '/api/anything' } as typeof search;
    expect(() => world.app('public', (app) => mountOpen(app, forged, async () => refuse('failed')))).toThrow(
      'registry',
    );
  });
  it('refuses a route of another boundary, twice, and by the wrong door', () => {
    const handler = async () => refuse('failed');
    expect(() => world.app('staff', (app) => mountOpen(app, search, handler))).toThrow('belongs to public');
    const twice = (app: App) => {
      mountOpen(app, search, handler);
      mountOpen(app, search, handler);
    };
    expect(() => world.app('public', twice)).toThrow('twice');
    expect(() => world.app('staff', (app) => mountOpen(app, referralList, handler))).toThrow('session');
    expect(() => world.app('public', (app) => mount(app, search, handler))).toThrow('open');
  });
});

describe('a route that needs a session', () => {
  it('answers 401 to nobody, 404 to a role it is not for, 200 to one it is for', async () => {
    const lead = await world.signIn(await world.invite(person('group_lead')));
    const reader = await world.signIn(await world.invite(person('group_lead', 'group_reader')));
    const path = '/api/referrals?view=inbox';
    expect((await ask(staff(), 'GET', path)).json).toMatchObject({ status: 401, code: 'not_signed_in' });
    expect((await ask(staff(), 'GET', path, lead)).json).toMatchObject({ status: 404, code: 'not_found' });
    expect((await ask(staff(), 'GET', path, reader)).json).toEqual(reply);
  });

  it('believes no cookie that could not have been made here', async () => {
    for (const value of ['', 'x', 'a'.repeat(43), 'a'.repeat(5000)]) {
      const answer = await ask(staff(), 'GET', '/api/referrals?view=inbox', {
        cookie: `__Host-session=${value}`,
      });
      expect(answer.status).toBe(401);
    }
  });

  it('says which answers need another look, by the ids of the form', async () => {
    const { cookie } = await world.signIn(await world.invite(person('group_lead')));
    const app = world.app('staff', refusedWith);
    const path = `/api/services/${SERVICE}/capacity`;
    const answer = await ask(app, 'PUT', path, { cookie, body: { state: 'roomy', places: -1 } });
    expect(answer.status).toBe(422);
    expect(Problem.parse(answer.json).fields).toEqual([
      { id: 'state', text: 'Choose how much room there is' },
      { id: 'places', text: 'Enter 0 or more' },
    ]);
    expect((await ask(app, 'PUT', '/api/services/nothing/capacity', { cookie })).status).toBe(404);
    expect((await ask(app, 'PUT', path, { cookie, body: { state: 'open', places: 1 } })).json).toMatchObject({
      code: 'changed_meanwhile',
      status: 409,
      type: 'urn:vcse-portal:problem:changed_meanwhile',
    });
  });
});

describe('the edge', () => {
  const open = () =>
    world.app('public', (app) =>
      mountOpen(app, search, async () =>
        accept({ results: [], total: 0, next: null, loosen: [], missing: null, now: world.clock.now() }),
      ),
    );

  it('answers only what came through the distribution, with either of two secrets', async () => {
    const statusWith = async (secret: string | undefined) =>
      (await ask(open(), 'GET', '/api/search', { headers: { 'x-origin-verify': secret } })).status;
    expect(await statusWith('the secret of the distribution')).toBe(200);
    expect(await statusWith('older')).toBe(200);
    expect(await statusWith('wrong')).toBe(404);
    expect(await statusWith('')).toBe(404);
    expect(await statusWith(undefined)).toBe(404);
    const hash = createHash('sha256').update('older').digest('hex');
    expect(await statusWith(hash)).toBe(404);
  });

  it('sends JSON that nobody keeps, frames or runs', async () => {
    const { headers } = await ask(open(), 'GET', '/api/search');
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'application/json; charset=utf-8',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      vary: 'Cookie, Origin, Sec-Fetch-Site',
    });
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('server')).toBeNull();
  });

  it('answers what is not there with the same document', async () => {
    const answer = await ask(open(), 'GET', '/api/elsewhere');
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(Problem.parse(answer.json).code).toBe('not_found');
  });

  it('refuses an address that is too long', async () => {
    expect((await ask(open(), 'GET', `/api/search?q=${'a'.repeat(3000)}`)).status).toBe(400);
  });
});

describe('a body', () => {
  const intake = () =>
    world.app('intake', (app) => mountOpen(app, suggestionMake, async () => refuse('not_found')));
  const post = async (raw: string, headers = {}) =>
    (await ask(intake(), 'POST', '/api/suggestions', { raw, headers })).json.code;

  it('is counted in real bytes', async () => {
    const text = (size: number) => JSON.stringify({ text: 'é'.repeat(size) });
    expect(await post(text(32_000))).toBe('invalid');
    expect(await post(text(33_000))).toBe('too_large');
    expect(await post('x', { 'content-length': '70000' })).toBe('too_large');
  });
  it('is refused when it is deep, wide, broken or no text', async () => {
    expect(await post('['.repeat(20_000))).toBe('too_large');
    expect(await post(`[${'1,'.repeat(5000)}1]`)).toBe('too_large');
    expect(await post('{"text": "unfinished')).toBe('malformed');
    expect(await post(JSON.stringify({ text: '[[[[[[[[[[[[[[[[[[[[,,,' }))).toBe('invalid');
  });
  it('says nothing of what it held in the log', async () => {
    await post('{"text": "Winifred Canary"');
    expect(world.lines.join('\n')).not.toContain('Canary');
  });
});

describe('a reply', () => {
  const group = { id: SERVICE, secretNote: 'kept back' };
  it('leaves with declared fields only', async () => {
    const app = world.app('staff', (made) =>
      mount(made, referralList, async () => accept({ ...reply, internal: 'kept back' })),
    );
    const { cookie } = await world.signIn(await world.invite(person('link_worker')));
    const answer = await ask(app, 'GET', '/api/referrals?view=caseload', { cookie });
    expect(answer.json).toEqual(reply);
  });
  it('outside its schema is our failure, logged without its contents', async () => {
    // A handler cannot answer this by its types; a stored item of an older shape could.
    const app = world.app('public', (made) => mountOpen(made, groupRead, async () => accept(group as never)));
    const answer = await ask(app, 'GET', `/api/groups/${SERVICE}`);
    expect(answer.json).toMatchObject({ status: 500, code: 'failed' });
    expect(world.lines.at(-1)).toContain(answer.json.requestId);
    expect(world.lines.join('\n')).not.toContain('kept back');
  });
});

describe('a surprise', () => {
  const failing = (error: Error) =>
    world.app('public', (app) => {
      mountOpen(app, search, async () => Promise.reject(error));
      mountPage(app, groupPage, async () => Promise.reject(error));
      mountOpen(app, cspReport, async () => accept({}));
    });
  it('is answered as 500 with the request id that the log names, and none of its words', async () => {
    const answer = await ask(failing(new Error('Winifred Canary lives here')), 'GET', '/api/search');
    expect(answer.json).toMatchObject({ status: 500, code: 'failed' });
    expect(world.lines.at(-1)).toContain(answer.json.requestId);
    expect(answer.text + world.lines.join('\n')).not.toContain('Canary');
  });
  it('of a service that is down is 503, as JSON or as a page', async () => {
    const down = new Unavailable('storage', new Error('socket'));
    expect((await ask(failing(down), 'GET', '/api/search')).json).toMatchObject({
      status: 503,
      code: 'unavailable',
    });
    const page = await ask(failing(down), 'GET', `/groups/${SERVICE}`);
    expect([page.status, page.headers.get('content-type')]).toEqual([503, 'text/html; charset=utf-8']);
    expect(page.text).toContain('Nothing is lost');
  });
  it('takes a browser’s report without key or JSON type and answers with nothing', async () => {
    const answer = await ask(failing(new Error()), 'POST', '/api/reports', {
      raw: '[{"type":"csp-violation"}]',
      headers: {
        'content-type': 'application/reports+json',
        'idempotency-key': undefined,
        origin: undefined,
      },
    });
    expect([answer.status, answer.text]).toEqual([204, '']);
  });
});

describe('a page', () => {
  const pages = () =>
    world.app('public', (app) =>
      mountPage(
        app,
        findForm,
        async ({ body }) => ({ kind: 'redirect', status: 303, to: `/find?q=${body.q ?? ''}` }),
        async ({ refusal, given }) => ({
          kind: 'html',
          status: 422,
          html: `${refusal.fields?.[0]?.id}:${Object(given?.body).q}`,
        }),
      ),
    );
  const form = (raw: string) =>
    ask(pages(), 'POST', '/find', {
      raw,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'idempotency-key': undefined },
    });
  it('takes a form, counting empty answers as not given', async () => {
    const answer = await form('q=choir&miles=&postcode=');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/find?q=choir']);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
  it('shows again what was asked when it refuses', async () => {
    const answer = await form('q=choir&miles=3');
    expect([answer.status, answer.text]).toEqual([422, 'miles:choir']);
  });
});

it('declares routes with plain defaults', () => {
  const made = endpoint({ ...search, id: 'x' });
  expect([made.kind, made.status, made.event]).toEqual(['json', 200, null]);
});
