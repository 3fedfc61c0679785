import { describe, expect, test } from 'vitest';
import { createHttpApi } from '#infra/local/api/http-api.ts';
import type { Request } from '#infra/local/api/message.ts';
import { createRouter } from '#infra/local/api/routes.ts';
import type { HttpApiSpec, RouteSpec } from '#infra/local/assembly/http-api.ts';
import type { Outcome } from '#infra/local/workers/protocol.ts';
import { functionArn, ownDirectory, poolOf, route } from './support.ts';

const NOW = new Date('2026-11-23T09:08:07.000Z');
const spec = (routes: RouteSpec[], change: Partial<HttpApiSpec> = {}): HttpApiSpec => ({
  id: 'abc123',
  endpoint: 'https://abc123.execute-api.eu-west-2.amazonaws.com',
  stage: '$default',
  routes,
  throttle: { burst: undefined, rate: undefined },
  cors: undefined,
  ...change,
});
const request = (change: Partial<Request> = {}): Request => ({
  method: 'GET',
  path: '/api/things/7',
  query: '',
  headers: { host: 'abc123.execute-api.eu-west-2.amazonaws.com' },
  body: Buffer.alloc(0),
  sourceIp: '192.0.2.7',
  ...change,
});
const reply = (value: object): Outcome => ({
  ok: true,
  // What crosses the thread boundary has these fields; the tests leave out what they do not need.
  value: { statusCode: 200, headers: {}, cookies: undefined, body: '', isBase64Encoded: false, ...value },
});

/** An API with one route whose function answers as told; keeps the events it saw. */
function apiThat(answer: Outcome | (() => Promise<Outcome>), change: Partial<HttpApiSpec> = {}) {
  const events: Record<string, unknown>[] = [];
  const api = createHttpApi({
    spec: spec([route('ANY /api/things/{id}'), route('POST /find')], change),
    now: () => NOW,
    invoke: async (_, event) => {
      events.push(JSON.parse(JSON.stringify(event)));
      return typeof answer === 'function' ? answer() : answer;
    },
  });
  return { api, events };
}

describe('the routes of the HTTP API', () => {
  const find = createRouter(
    [
      'ANY /{proxy+}',
      'GET /pets/{id}',
      'GET /pets/dog',
      'ANY /pets/dog',
      'GET /pets/{id}/toys',
      'GET /pets/{rest+}',
      '$default',
    ].map((key) => route(key)),
  );
  const key = (method: string, path: string) => find(method, path)?.route.routeKey;

  test('prefer a literal segment to a parameter, a parameter to a greedy one, and $default last', () => {
    expect(key('GET', '/pets/dog')).toBe('GET /pets/dog');
    expect(key('GET', '/pets/cat')).toBe('GET /pets/{id}');
    expect(key('GET', '/pets/cat/toys')).toBe('GET /pets/{id}/toys');
    expect(key('GET', '/pets/cat/toys/ball')).toBe('GET /pets/{rest+}');
    expect(key('GET', '/')).toBe('ANY /{proxy+}');
  });

  test('prefer the exact method to ANY and fall through to a less specific path when the method does not fit', () => {
    expect(key('POST', '/pets/dog')).toBe('ANY /pets/dog');
    expect(key('POST', '/pets/cat')).toBe('ANY /{proxy+}');
  });

  test('hand over path parameters, a greedy one with its slashes, and none that is empty', () => {
    expect(find('GET', '/pets/cat/toys')?.parameters).toEqual({ id: 'cat' });
    expect(find('GET', '/pets/a/b/c')?.parameters).toEqual({ rest: 'a/b/c' });
    expect(key('GET', '/pets/')).toBe('GET /pets/{rest+}');
  });

  test('do not match a deeper or a shallower path', () => {
    const strict = createRouter([route('GET /a/{b}')]);
    expect(strict('GET', '/a')).toBeUndefined();
    expect(strict('GET', '/a/b/c')).toBeUndefined();
    expect(strict('GET', '/A/b')).toBeUndefined();
  });
});

describe('an event of the HTTP API', () => {
  test('has the shape of payload format 2.0', async () => {
    const { api, events } = apiThat(reply({}));
    await api(
      request({
        query: 'a=1&a=2&b=x%20y',
        headers: { host: 'h', cookie: 'one=1; two=2', 'user-agent': 'Tester', 'x-many': 'p, q' },
      }),
    );
    expect(events[0]).toEqual({
      version: '2.0',
      routeKey: 'ANY /api/things/{id}',
      rawPath: '/api/things/7',
      rawQueryString: 'a=1&a=2&b=x%20y',
      cookies: ['one=1', 'two=2'],
      headers: { host: 'h', 'user-agent': 'Tester', 'x-many': 'p, q' },
      queryStringParameters: { a: '1,2', b: 'x y' },
      pathParameters: { id: '7' },
      requestContext: {
        accountId: '000000000000',
        apiId: 'abc123',
        domainName: 'abc123.execute-api.eu-west-2.amazonaws.com',
        domainPrefix: 'abc123',
        http: {
          method: 'GET',
          path: '/api/things/7',
          protocol: 'HTTP/1.1',
          sourceIp: '192.0.2.7',
          userAgent: 'Tester',
        },
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        routeKey: 'ANY /api/things/{id}',
        stage: '$default',
        time: '23/Nov/2026:09:08:07 +0000',
        timeEpoch: NOW.getTime(),
      },
      isBase64Encoded: false,
    });
  });

  test('carries a decoded path, cut at a decoded question mark, and decoded parameters', async () => {
    const { api, events } = apiThat(reply({}));
    await api(request({ path: '/api/things/caf%C3%A9%20x' }));
    await api(request({ path: '/api/things/one%3Fadmin=1' }));
    expect(events[0]).toMatchObject({ rawPath: '/api/things/café x', pathParameters: { id: 'café x' } });
    expect(events[1]).toMatchObject({ rawPath: '/api/things/one', rawQueryString: '' });
  });

  test('carries text and JSON as text, everything else as base64, forms included', async () => {
    const { api, events } = apiThat(reply({}));
    const send = (type: string | undefined, body: string) =>
      api(
        request({
          method: 'PUT',
          headers: type === undefined ? {} : { 'content-type': type },
          body: Buffer.from(body),
        }),
      );
    await send('application/json; charset=utf-8', '{"ü":1}');
    await send('text/csv', 'a;b');
    await send('application/x-www-form-urlencoded', 'a=b');
    await send(undefined, 'raw');
    expect(events.map(({ body, isBase64Encoded }) => [body, isBase64Encoded])).toEqual([
      ['{"ü":1}', false],
      ['a;b', false],
      [Buffer.from('a=b').toString('base64'), true],
      [Buffer.from('raw').toString('base64'), true],
    ]);
  });
});

describe('an answer of the HTTP API', () => {
  test('passes status, headers, several cookies and base64 bodies on', async () => {
    const { api } = apiThat(
      reply({
        statusCode: 201,
        headers: { 'X-Thing': 7 },
        cookies: ['__Host-a=1; Secure', 'b=2'],
        body: Buffer.from([0, 255]).toString('base64'),
        isBase64Encoded: true,
      }),
    );
    const response = await api(request());
    expect(response.status).toBe(201);
    expect(response.headers).toMatchObject({ 'x-thing': '7', 'set-cookie': ['__Host-a=1; Secure', 'b=2'] });
    expect(response.headers['apigw-requestid']).toBeDefined();
    expect(response.body).toEqual(Buffer.from([0, 255]));
  });

  test('takes a value without a status code for a JSON body', async () => {
    const { api } = apiThat({ ok: true, value: '{"plain":true}' });
    expect(await api(request())).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: '{"plain":true}',
    });
  });

  test('is 500 for an error and for a shape nobody can send, 503 when the function is late', async () => {
    const broken = { status: 500, body: '{"message":"Internal Server Error"}' };
    expect(await apiThat({ ok: false, errorType: 'E', errorMessage: 'x' }).api(request())).toMatchObject(
      broken,
    );
    expect(await apiThat(reply({ statusCode: 'many' })).api(request())).toMatchObject(broken);
    expect(await apiThat(reply({ body: { not: 'text' } })).api(request())).toMatchObject(broken);
    const never = createHttpApi({
      spec: spec([route('GET /slow', 'probe', { timeoutMilliseconds: 20 })]),
      now: () => NOW,
      invoke: () => new Promise(() => undefined),
    });
    expect(await never(request({ path: '/slow' }))).toMatchObject({
      status: 503,
      body: '{"message":"Service Unavailable"}',
    });
  });

  test('is 404 where no route fits, HEAD on a GET route included', async () => {
    const { api, events } = apiThat(reply({}));
    expect(await api(request({ path: '/nowhere' }))).toMatchObject({
      status: 404,
      body: '{"message":"Not Found"}',
    });
    expect(await api(request({ method: 'HEAD', path: '/find' }))).toMatchObject({ status: 404 });
    expect(await api(request({ path: '/%E0%A4%A' }))).toMatchObject({ status: 404 });
    expect(events).toEqual([]);
  });

  test('is 413 past 10 MB, 431 past 10,240 bytes of headers and 429 past the burst of the stage', async () => {
    const { api, events } = apiThat(reply({}), { throttle: { burst: 2, rate: 0.001 } });
    expect((await api(request({ body: Buffer.alloc(10 * 1024 * 1024 + 1) }))).status).toBe(413);
    expect((await api(request({ headers: { 'x-long': 'x'.repeat(10_300) } }))).status).toBe(431);
    const statuses = [];
    for (let turn = 0; turn < 3; turn += 1) statuses.push((await api(request())).status);
    expect(statuses).toEqual([200, 200, 429]);
    expect(events).toHaveLength(2);
  });

  test('comes from a real worker the same way', async () => {
    const pool = poolOf({ bundle: 'probe', directory: ownDirectory() });
    const api = createHttpApi({
      spec: spec([route('POST /find')]),
      now: () => NOW,
      invoke: (arn, event, shape) => {
        expect(arn).toBe(functionArn('probe'));
        return pool.invoke(
          { act: 'echo', statusCode: 303, cookies: ['c=1'], headers: { location: '/x' }, event },
          shape,
        );
      },
    });
    expect(await api(request({ method: 'POST', path: '/find' }))).toMatchObject({
      status: 303,
      headers: { location: '/x', 'set-cookie': ['c=1'] },
    });
  });

  test('never starts from a template that asks for what is not run here', () => {
    const start = (change: Partial<RouteSpec>, api: Partial<HttpApiSpec> = {}) =>
      createHttpApi({
        spec: spec([route('GET /a', 'probe', change)], api),
        now: () => NOW,
        invoke: async () => reply({}),
      });
    expect(() => start({ payloadFormat: '1.0' })).toThrow('payload format 1.0');
    expect(() => start({ authorizationType: 'JWT' })).toThrow('authorization JWT');
    expect(() => start({}, { cors: { AllowOrigins: ['*'] } })).toThrow('CORS');
  });
});
