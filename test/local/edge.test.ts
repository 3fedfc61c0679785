import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Response } from '#infra/local/api/message.ts';
import { ALL_BUT_HOST, behaviour, CACHED, EVERY_METHOD, UNCACHED, worldOf } from './edge-support.ts';

const FILES = {
  'index.html': '<h1>Start</h1>',
  '404.html': '<h1>Not here</h1>',
  'referrals.html': '<h1>Referral</h1>',
  '_assets/site.css': 'body{}'.repeat(400),
  'api/postcodes/M14': '{}',
};
const REWRITE = `function handler(event) {
  var request = event.request;
  request.headers['x-viewer-ip'] = { value: event.viewer.ip };
  if (request.uri.startsWith('/referrals/')) request.uri = '/referrals.html';
  if (request.uri === '/old') return { statusCode: 301, headers: { location: { value: '/new' } } };
  return request;
}`;
const site = (change = {}) => behaviour('*', 'site', { viewerRequest: REWRITE, ...change });
const text = ({ body }: Response) => body.toString();

describe('the behaviours of the distribution', () => {
  test('are tried in their order, the default last', async () => {
    const world = worldOf({
      files: FILES,
      behaviours: [
        behaviour('/api/postcodes/*', 'site'),
        behaviour('/api/*', 'api', { cache: UNCACHED, forward: ALL_BUT_HOST, allowedMethods: EVERY_METHOD }),
        behaviour('/?ne', 'api'),
        site(),
      ],
    });
    expect(text(await world.ask('/api/postcodes/M14'))).toBe('{}');
    expect(text(await world.ask('/api/search'))).toBe('page');
    expect(text(await world.ask('/one'))).toBe('page');
    expect(text(await world.ask('/'))).toBe('<h1>Start</h1>');
    expect(world.reached.map(({ path }) => path)).toEqual(['/api/search', '/one']);
  });

  test('refuse a method they do not allow before anything reaches an origin', async () => {
    const world = worldOf({ files: FILES, behaviours: [behaviour('/api/*', 'api'), site()] });
    expect((await world.ask('/api/search', { method: 'POST' })).status).toBe(404);
    expect(world.reached).toEqual([]);
  });

  test('turn a missing file into the site’s own page, status 404, and leave the API’s 404 and 500 alone', async () => {
    const world = worldOf({
      files: FILES,
      behaviours: [behaviour('/api/*', 'api'), site()],
      answer: ({ path }) => ({ status: path.endsWith('x') ? 404 : 500, headers: {}, body: 'of the API' }),
    });
    const missing = await world.ask('/nothing');
    expect([missing.status, text(missing), missing.headers['content-type']]).toEqual([
      404,
      '<h1>Not here</h1>',
      'text/html',
    ]);
    expect(text(await world.ask('/api/x'))).toBe('of the API');
    expect(await world.ask('/api/y')).toMatchObject({ status: 500, body: 'of the API' });
  });

  test('run the template’s own function: rewriting, the viewer’s address, answers at the edge', async () => {
    const world = worldOf({
      files: FILES,
      behaviours: [
        behaviour('/find', 'api', {
          cache: UNCACHED,
          forward: ALL_BUT_HOST,
          viewerRequest: REWRITE,
          allowedMethods: EVERY_METHOD,
        }),
        site(),
      ],
    });
    expect(text(await world.ask('/referrals/some-id'))).toBe('<h1>Referral</h1>');
    expect(await world.ask('/old')).toMatchObject({ status: 301, headers: { location: '/new' } });
    await world.ask('/find?need=food&need=grief&flag', {
      headers: { host: 'h', 'x-viewer-ip': '6.6.6.6', cookie: 'a=1; b=2=3' },
    });
    expect(world.reached[0]?.headers).toMatchObject({ 'x-viewer-ip': '192.0.2.7', cookie: 'a=1; b=2=3' });
    expect(world.reached[0]?.query).toBe('need=food&need=grief&flag');
  });
});

describe('what reaches an origin', () => {
  test('is what the policies name, with the secret of the template and the host of the origin', async () => {
    const world = worldOf({
      behaviours: [
        behaviour('/open', 'api', {
          forward: { headers: { include: ['X-Viewer-Ip'] }, cookies: 'none', query: 'none' },
        }),
        behaviour('*', 'api', { cache: UNCACHED, forward: ALL_BUT_HOST }),
      ],
    });
    const headers = {
      host: 'localhost',
      cookie: 'session=1',
      'x-viewer-ip': '1.2.3.4',
      'x-other': 'o',
      'x-origin-verify': 'guess',
    };
    await world.ask('/open?q=1', { headers });
    await world.ask('/all?q=1', { headers });
    expect(world.reached[0]?.headers).toMatchObject({
      host: 'abc.execute-api.eu-west-2.amazonaws.com',
      'x-origin-verify': 'secret',
      'x-viewer-ip': '1.2.3.4',
      'user-agent': 'Amazon CloudFront',
    });
    expect(world.reached[0]?.headers).not.toHaveProperty('cookie');
    expect(world.reached[0]?.headers).not.toHaveProperty('x-other');
    expect(world.reached[0]?.query).toBe('q=1');
    expect(world.reached[1]?.headers).toMatchObject({
      cookie: 'session=1',
      'x-other': 'o',
      'x-origin-verify': 'secret',
    });
  });

  test('takes cookies back only where cookies go', async () => {
    const answer = () => ({ status: 200, headers: { 'set-cookie': ['a=1'] }, body: '' });
    const closed = worldOf({ behaviours: [behaviour('*', 'api')], answer });
    const open = worldOf({
      behaviours: [behaviour('*', 'api', { cache: UNCACHED, forward: ALL_BUT_HOST })],
      answer,
    });
    expect((await closed.ask('/a')).headers).not.toHaveProperty('set-cookie');
    expect((await open.ask('/a')).headers).toHaveProperty('set-cookie');
  });
});

describe('the cache at the edge', () => {
  const page = (change = {}) => ({
    status: 200,
    headers: { 'content-type': 'text/html', 'cache-control': 'public, max-age=30', ...change },
    body: 'page',
  });

  test('answers again within max-age and by the shared clock not a second longer', async () => {
    const world = worldOf({ behaviours: [behaviour('*', 'api')], answer: () => page() });
    await world.ask('/find?a=1');
    world.clock.now = new Date(world.clock.now.getTime() + 29_000);
    expect((await world.ask('/find?a=1')).headers).toMatchObject({
      age: '29',
      'x-cache': 'Hit from cloudfront',
    });
    world.clock.now = new Date(world.clock.now.getTime() + 1000);
    expect((await world.ask('/find?a=1')).headers).toMatchObject({ 'x-cache': 'Miss from cloudfront' });
    expect(world.reached).toHaveLength(2);
  });

  test('keeps one answer for each query the policy names, whatever the cookies say', async () => {
    const world = worldOf({ behaviours: [behaviour('*', 'api')], answer: () => page() });
    await world.ask('/find?a=1');
    await world.ask('/find?a=2');
    await world.ask('/find?a=1', { headers: { cookie: 'who=me' } });
    expect(world.reached.map(({ query }) => query)).toEqual(['a=1', 'a=2']);
  });

  test('keeps neither what says no-store, nor an error, nor the answer to a change', async () => {
    let status = 500;
    const world = worldOf({
      behaviours: [behaviour('*', 'api', { allowedMethods: EVERY_METHOD })],
      answer: () =>
        status === 200 ? page({ 'cache-control': 'no-store' }) : { status, headers: {}, body: '' },
    });
    await world.ask('/a');
    status = 200;
    await world.ask('/a');
    await world.ask('/a');
    await world.ask('/a', { method: 'POST' });
    await world.ask('/a', { method: 'POST' });
    expect(world.reached).toHaveLength(5);
  });

  test('keeps nothing under a policy without time to live', async () => {
    const world = worldOf({ behaviours: [behaviour('*', 'api', { cache: UNCACHED })], answer: () => page() });
    await world.ask('/a');
    await world.ask('/a');
    expect(world.reached).toHaveLength(2);
  });
});

describe('compression', () => {
  const accept = (encoding: string) => ({ headers: { 'accept-encoding': encoding } });

  test('is brotli, else gzip, for known types of 1,000 bytes and more, as the viewer accepts', async () => {
    const world = worldOf({ files: FILES, behaviours: [site()] });
    const css = FILES['_assets/site.css'];
    const brotli = await world.ask('/_assets/site.css', accept('gzip, deflate, br'));
    expect(brotli.headers).toMatchObject({
      'content-encoding': 'br',
      vary: 'Accept-Encoding',
      etag: expect.stringMatching(/^W\//),
    });
    expect(brotliDecompressSync(Buffer.from(brotli.body)).toString()).toBe(css);
    const zipped = await world.ask('/_assets/site.css', accept('gzip'));
    expect(gunzipSync(Buffer.from(zipped.body)).toString()).toBe(css);
    expect((await world.ask('/_assets/site.css', accept('br;q=0'))).headers).not.toHaveProperty(
      'content-encoding',
    );
    expect((await world.ask('/', accept('br'))).headers).not.toHaveProperty('content-encoding');
  });

  test('is off where the behaviour or its policy is', async () => {
    const off = [site({ compress: false }), site({ cache: { ...CACHED, gzip: false, brotli: false } })];
    for (const one of off) {
      const world = worldOf({ files: FILES, behaviours: [one] });
      expect((await world.ask('/_assets/site.css', accept('br, gzip'))).headers).not.toHaveProperty(
        'content-encoding',
      );
    }
  });
});

describe('a static file', () => {
  test('is not sent again to a browser that holds it', async () => {
    const world = worldOf({ files: FILES, behaviours: [site()] });
    const { etag = '', 'last-modified': modified = '' } = (await world.ask('/')).headers;
    const again = await world.ask('/', { headers: { 'if-none-match': `"other", W/${etag}` } });
    expect(again).toMatchObject({ status: 304, body: '', headers: { etag } });
    expect(await world.ask('/', { headers: { 'if-modified-since': String(modified) } })).toMatchObject({
      status: 304,
    });
    expect(await world.ask('/', { headers: { 'if-none-match': '"other"' } })).toMatchObject({ status: 200 });
  });

  test('carries the headers of its own deployment, and is missing where no deployment took it', async () => {
    const world = worldOf({
      files: FILES,
      behaviours: [site()],
      deployments: [
        { exclude: ['*'], include: ['_assets/*'], cacheControl: 'public, max-age=31536000, immutable' },
        { exclude: ['_assets/*', 'referrals.html'], cacheControl: 'public, max-age=60' },
      ],
    });
    expect((await world.ask('/_assets/site.css')).headers['cache-control']).toContain('immutable');
    expect((await world.ask('/')).headers['cache-control']).toBe('public, max-age=60');
    expect((await world.ask('/referrals.html')).status).toBe(404);
    expect((await world.ask('/..%2F..%2Fetc%2Fpasswd')).status).toBe(404);
    expect((await world.ask('/%E0%A4%A')).status).toBe(404);
  });
});
