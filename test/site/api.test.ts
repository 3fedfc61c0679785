import { describe, expect, it } from 'vitest';
import { REFUSALS } from '#shared/api/problem.ts';
import { referralAccept } from '#shared/api/referral-moves.ts';
import { referralList, referralRead } from '#shared/api/referrals.ts';
import { search } from '#shared/api/search.ts';
import { ReferralId } from '#shared/model/ids.ts';
import { client as words } from '#shared/text/en/client.ts';
import { createApi } from '../../site/src/lib/api.ts';

const ID = ReferralId.parse('0f8fad5b-d9cb-469f-a165-70867728950e');

/** A wire that keeps what was asked and answers as told. */
function wire(answer: () => Response | Promise<Response>) {
  const asked: { url: string; init: RequestInit }[] = [];
  const heard: true[] = [];
  const call = createApi({
    fetch: async (url, init) => {
      asked.push({ url, init });
      return answer();
    },
    heard: () => void heard.push(true),
  });
  return { call, asked, heard };
}

const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' },
  });
const problem = (code: keyof typeof REFUSALS, more: object = {}): Response =>
  json({ type: 'urn:x', code, ...REFUSALS[code], requestId: 'r', ...more }, REFUSALS[code].status);

describe('the caller of the API', () => {
  it('asks by the address the route declares, with its parameters and query', async () => {
    const { call, asked } = wire(() => json({ rows: [], next: null, now: '2026-11-23T09:00:00.000Z' }));
    await call(referralRead, { params: { referralId: ID } });
    await call(referralList, { query: { view: 'team', closed: '1' } });
    expect(asked.map(({ url }) => url)).toEqual([
      `/api/referrals/${ID}`,
      '/api/referrals?view=team&closed=1',
    ]);
  });

  it('repeats the name of a query value that is a list', async () => {
    const { call, asked } = wire(() => json({}));
    await call(search, { query: { need: ['company', 'food'], day: undefined, q: 'tea & cake' } });
    expect(asked[0]?.url).toBe('/api/search?need=company&need=food&q=tea+%26+cake');
  });

  it('sends a change as JSON with its idempotency key, never from a cache', async () => {
    const { call, asked } = wire(() => json({ state: 'accepted', actions: [] }));
    await call(referralAccept, {
      params: { referralId: ID },
      body: { contactBy: '2026-11-30' },
      key: 'the-key',
    });
    const { url, init } = asked[0] ?? { url: '', init: {} };
    expect(url).toBe(`/api/referrals/${ID}/accept`);
    expect(init.method).toBe('POST');
    expect(new Headers(init.headers).get('Idempotency-Key')).toBe('the-key');
    expect(new Headers(init.headers).get('Content-Type')).toBe('application/json');
    expect(JSON.parse(String(init.body))).toEqual({ contactBy: '2026-11-30' });
    expect(init.cache).toBe('no-store');
  });

  it('answers the reply as a value', async () => {
    const { call } = wire(() => json({ state: 'accepted', actions: ['start'] }));
    expect(
      await call(referralAccept, { params: { referralId: ID }, body: { contactBy: '2026-11-30' } }),
    ).toEqual({
      ok: true,
      value: { state: 'accepted', actions: ['start'] },
    });
  });

  it('answers a refusal with its code, fields, legal moves and who was first', async () => {
    const current = { state: 'accepted', by: 'Idris Vale', at: '2026-11-23T09:00:00.000Z' };
    const { call } = wire(() => problem('not_possible_now', { legal: ['start'], current }));
    const answer = await call(referralRead, { params: { referralId: ID } });
    expect(answer.ok ? undefined : answer.refused).toMatchObject({
      code: 'not_possible_now',
      title: REFUSALS.not_possible_now.title,
      legal: ['start'],
      current,
    });
  });

  it.each([
    [
      'a lost connection',
      () => Promise.reject(new TypeError('Failed to fetch')),
      'no_connection',
      words.noConnection,
    ],
    [
      'the page of something in between',
      () => new Response('<html>', { status: 502 }),
      'unavailable',
      words.unavailable,
    ],
    [
      'a reply that is no JSON',
      () => new Response('<html>', { status: 200 }),
      'unreadable',
      words.unreadable,
    ],
    ['a refusal without a code', () => json({ oops: true }, 404), 'unreadable', words.unreadable],
  ])('makes %s a value that says what to do', async (_what, reply, code, title) => {
    const { call } = wire(reply);
    expect(await call(referralRead, { params: { referralId: ID } })).toEqual({
      ok: false,
      refused: { code, title },
    });
  });

  it('counts an answer as being here only when it proves a session', async () => {
    const good = wire(() => json({}));
    await good.call(referralRead, { params: { referralId: ID } });
    expect(good.heard).toHaveLength(1);
    const open = wire(() => json({ results: [] }));
    await open.call(search, {});
    expect(open.heard).toHaveLength(0);
    for (const code of ['not_signed_in', 'unavailable', 'failed'] as const) {
      const bad = wire(() => problem(code));
      await bad.call(referralRead, { params: { referralId: ID } });
      expect(bad.heard, code).toHaveLength(0);
    }
  });
});
