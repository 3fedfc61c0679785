import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '#functions/http/app.ts';
import { mountPublic } from '#functions/http/public.ts';
import { Unavailable } from '#functions/runtime/unavailable.ts';
import type { TestEngine } from '#test/support/engine.ts';
import { ask, httpWorld } from '#test/support/http-world.ts';
import { seededEngine } from '#test/support/seeded.ts';

const TEMPLATE =
  '<!doctype html><html lang="en-GB"><head><title><!--slot:title--></title></head><body><main><!--slot:main--></main></body></html>';
const templates = { find: TEMPLATE, group: TEMPLATE, notFound: TEMPLATE };

let engine: TestEngine;
let world: ReturnType<typeof httpWorld>;
let app: App;
beforeAll(async () => {
  engine = await seededEngine();
  world = httpWorld(engine);
  app = world.app('public', (made) => mountPublic(made, templates));
});
afterAll(() => engine.close());

const post = (form: Record<string, string>) =>
  ask(app, 'POST', '/find', {
    raw: new URLSearchParams(form).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'idempotency-key': undefined },
  });

describe('GET /find', () => {
  it('shows a whole page of results with room, when it was said, why each is there and the way on', async () => {
    const page = await ask(app, 'GET', '/find?cell=gcw2j3&near=M14&need=company&miles=20');
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('public, max-age=30');
    expect(page.headers.get('set-cookie')).toBeNull();
    expect(page.text.match(/<article/g)).toHaveLength(20);
    expect(page.text).toContain('<title>Groups near M14 - VCSE partner portal</title>');
    expect(page.text.indexOf('Marigold Corner')).toBeGreaterThan(0);
    expect(page.text).toContain('8 spaces');
    expect(page.text).toContain('The group said so yesterday');
    expect(page.text).toContain('it helps with company and friendship');
    expect(page.text).toMatch(/cursor=/);
  });

  it('stays within fifteen kilobytes for twenty results', async () => {
    const page = await ask(app, 'GET', '/find?cell=gcw2j3&near=M14&need=company&need=moving&miles=20');
    expect(page.text.match(/<article/g)).toHaveLength(20);
    expect(brotliCompressSync(page.text).length).toBeLessThan(15 * 1024);
  });

  it('leads through the pages and back without showing anything twice', async () => {
    const seen: string[] = [];
    let at: string | undefined = '/find?need=company&cell=gcw2j3&near=M14&miles=20';
    let pages = 0;
    while (at !== undefined) {
      const page: { text: string } = await ask(app, 'GET', at.replaceAll('&amp;', '&'));
      seen.push(...[...page.text.matchAll(/data-service="([^"]+)"/g)].map(([, id]) => id ?? ''));
      at = /href="([^"]+)" rel="next"/.exec(page.text)?.[1];
      pages += 1;
    }
    const { json } = await ask(app, 'GET', '/api/search?need=company&cell=gcw2j3&near=M14&miles=20');
    expect(pages).toBeGreaterThan(2);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(json.total);
  });

  it('says whom to ring and what to drop when nothing fits', async () => {
    const page = await ask(app, 'GET', '/find?cell=gcw2j3&near=M14&miles=1&q=trapeze&need=company');
    expect(page.status).toBe(200);
    expect(page.text).toContain('Nothing here fits all of that');
    expect(page.text).toContain('Leave out your own words');
    expect(page.text).toContain('0161 496 0110');
    expect(page.text).not.toContain('01632 960110');
  });

  it('keeps what was asked and says what to do when an answer does not fit', async () => {
    const page = await ask(app, 'GET', '/find?miles=3&q=singing');
    expect(page.status).toBe(422);
    expect(page.text).toContain('<title>Error: ');
    expect(page.text).toContain('govuk-error-summary');
    expect(page.text).toContain('value="singing"');
  });

  it('shows nothing of what was typed as markup', async () => {
    const typed = '"><script>alert(1)</script>';
    const page = await ask(app, 'GET', `/find?q=${encodeURIComponent(typed)}`);
    expect(page.text).not.toContain('<script>alert');
  });

  it('starts again at the first page with a cursor of another search', async () => {
    const page = await ask(app, 'GET', '/find?need=company&cursor=abcdef');
    expect([page.status, page.headers.get('location')]).toEqual([302, '/find?need=company']);
  });
});

describe('POST /find', () => {
  it('turns a postcode into a map square and goes to the results without it', async () => {
    const answer = await post({ postcode: 'm14 5rx', need: 'company', miles: '2' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toMatch(/^\/find\?cell=gcw2\w\w&near=M14&need=company&miles=2$/);
  });

  it.each([
    ['M14', 'Enter a full postcode, like M14 5RX'],
    ['not a postcode', 'Enter a full postcode, like M14 5RX'],
    ['M14 9ZZ', 'We do not know that postcode. Check it, or try one close by'],
    ['XX1 1AA', 'We do not know that postcode. Check it, or try one close by'],
    [
      'M31 4AA',
      'That postcode is in Trafford, where we have no groups yet. Try a postcode in an area we cover',
    ],
  ])('answers %s with what to do, the form as it was typed, and whom to ring', async (typed, sentence) => {
    const page = await post({ postcode: typed, q: 'choir', need: 'company' });
    expect(page.status).toBe(422);
    expect(page.text).toContain(`<a href="#postcode">${sentence}</a>`);
    expect(page.text).toContain(`value="${typed}"`);
    expect(page.text).toContain('value="choir"');
    expect(page.text).toMatch(/value="company"[^>]*checked|checked[^>]*value="company"/);
    expect(page.text).toContain('0161 496 0110');
    expect(page.text).toContain('<title>Error: ');
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  it('keeps the place when the postcode is left as the district it shows, or empty', async () => {
    for (const postcode of ['M14', '']) {
      const answer = await post({ postcode, cell: 'gcw2j3', near: 'M14', need: 'food' });
      expect(answer.headers.get('location')).toBe('/find?cell=gcw2j3&near=M14&need=food');
    }
  });

  it('searches everywhere when no postcode is given at all', async () => {
    const answer = await post({ q: 'choir' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/find?q=choir']);
  });

  it('writes no postcode to any log', async () => {
    await post({ postcode: 'M14 5RX' });
    await post({ postcode: 'ZZ99 9ZZ' });
    expect(world.lines.join('\n')).not.toMatch(/M14 ?5RX|ZZ99/i);
  });
});

describe('the page about link workers', () => {
  it('says of each council how they are reached, for anybody', async () => {
    const page = await ask(app, 'GET', '/link-workers');
    expect(page.status).toBe(200);
    expect(page.text).toContain('href="tel:01614960103"');
    expect(page.text).toContain('Shropshire');
    expect(page.headers.get('cache-control')).toBe('public, max-age=30');
  });

  it('is where a search that finds nothing and a group’s page send somebody', async () => {
    const nothing = await ask(app, 'GET', '/find?q=zzzqqq');
    const { json } = await ask(app, 'GET', '/api/search?cell=gcw2j3&need=company');
    const group = await ask(app, 'GET', `/groups/${json.results[0].organizationId}`);
    for (const { text } of [nothing, group]) expect(text).toContain('href="/link-workers"');
  });
});

describe('a group’s page', () => {
  it('shows its activities, room, contact and what it confirmed itself', async () => {
    const { json } = await ask(app, 'GET', '/api/search?cell=gcw2j3&need=company');
    const page = await ask(app, 'GET', `/groups/${json.results[0].organizationId}`);
    expect(page.status).toBe(200);
    for (const text of [
      'Marigold Corner',
      'Friday tea and chat',
      '8 spaces',
      '0161 496 0150',
      'Confirmed by the group on',
    ])
      expect(page.text).toContain(text);
    expect(page.text).not.toMatch(/approved|safe group/i);
  });

  it('is a page that helps when the group is not listed or the address is no group’s', async () => {
    for (const id of ['0190b6f2-5f2c-7000-8000-000000000000', 'nonsense']) {
      const page = await ask(app, 'GET', `/groups/${id}`);
      expect(page.status).toBe(404);
      expect(page.text).toContain('We could not find that group');
      expect(page.text).toContain('href="/find"');
      expect(page.text).toContain('0161 496 0110');
    }
  });

  it('says nothing of where a masked place is but its ward', async () => {
    const masked = await ask(app, 'GET', '/api/search?q=bereavement');
    const groups = await Promise.all(
      masked.json.results.map(({ organizationId }: { organizationId: string }) =>
        ask(app, 'GET', `/api/groups/${organizationId}`),
      ),
    );
    const places = groups.flatMap(({ json }) => json.services.map(({ place }: { place: object }) => place));
    const hidden = places.filter(({ address }) => address === null);
    expect(hidden.length).toBeGreaterThan(0);
    for (const place of hidden)
      expect(place).toEqual({ name: '', address: null, postcode: null, wardName: place.wardName });
  });
});

describe('an outage of storage', () => {
  it('answers a page that says so, and JSON that says so', async () => {
    const broken = {
      ...engine.table,
      get: () => Promise.reject(new Unavailable('storage', new Error('down'))),
    };
    const down = world.app('public', (made) => mountPublic(made, templates), { table: broken });
    const page = await ask(down, 'GET', '/find?need=company');
    expect(page.status).toBe(503);
    expect(page.text).toContain('Try again in a minute');
    expect((await ask(down, 'GET', '/api/search')).json).toMatchObject({ code: 'unavailable' });
  });
});
