import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accept } from '#functions/domain/result.ts';
import type { App } from '#functions/http/app.ts';
import { lambda } from '#functions/http/lambda.ts';
import { mountOpen, mountPage } from '#functions/http/mount.ts';
import { errorFields, jsonLogger } from '#functions/runtime/logger.ts';
import { wrapped } from '#functions/runtime/middy.ts';
import { findForm } from '#shared/api/search.ts';
import { cspReport } from '#shared/api/system.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { httpWorld, SECRET } from '#test/support/http-world.ts';

let engine: TestEngine;
let app: App;
let world: ReturnType<typeof httpWorld>;
beforeAll(async () => {
  engine = await startEngine();
  world = httpWorld(engine);
  app = world.app('public', (made) => {
    mountOpen(made, cspReport, async () => accept({}));
    mountPage(made, findForm, async ({ body, cookie }) => ({
      kind: 'redirect',
      status: 303,
      to: `/find?q=${encodeURIComponent(`${body.q} ${cookie('b')}`)}`,
      cookies: ['one=1; Path=/', 'two=2; Path=/'],
    }));
  });
});
afterAll(() => engine.close());

// What the gateway sends besides says nothing to the function.
const event = (given: Partial<APIGatewayProxyEventV2>, method = 'POST') =>
  ({
    rawPath: '/find',
    rawQueryString: '',
    headers: { 'x-origin-verify': SECRET, 'content-type': 'application/x-www-form-urlencoded' },
    requestContext: { http: { method } },
    isBase64Encoded: false,
    ...given,
  }) as unknown as APIGatewayProxyEventV2;
const context = { awsRequestId: 'aws-request-1' } as Context;
const call = (given: Partial<APIGatewayProxyEventV2>, method?: string) =>
  lambda(app)(event(given, method), context);

it('takes a base64 body and cookies apart, and gives several cookies back', async () => {
  const body = Buffer.from('q=caf%C3%A9').toString('base64');
  const answer = await call({ body, isBase64Encoded: true, cookies: ['a=1', 'b=2'] });
  expect(answer).toMatchObject({
    statusCode: 303,
    headers: { location: '/find?q=caf%C3%A9%202' },
    cookies: ['one=1; Path=/', 'two=2; Path=/'],
    body: '',
    isBase64Encoded: false,
  });
  expect(answer.headers).not.toHaveProperty('set-cookie');
});

it('names the request by what Lambda calls it', async () => {
  const answer = await call({ rawPath: '/nowhere' }, 'GET');
  expect(JSON.parse(answer.body ?? '')).toMatchObject({ status: 404, requestId: 'aws-request-1' });
});

it('answers an address it cannot read as one that is not there', async () => {
  expect((await call({ rawPath: '//%zz', rawQueryString: '%%%' }, 'GET')).statusCode).toBe(404);
});

it('whatever a function did not catch is logged by class and place, never by its words, and thrown on', async () => {
  const lines: string[] = [];
  const failing = wrapped(
    jsonLogger((line) => lines.push(line)),
    () => Promise.reject(new TypeError('Winifred Canary')),
  );
  await expect(failing({}, context)).rejects.toThrow(TypeError);
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ error: 'TypeError', requestId: 'aws-request-1' });
  expect(lines[0]).not.toContain('Canary');
});

it('an error is described without its message', () => {
  const error = new RangeError('Winifred Canary', { cause: new SyntaxError('"Canary" is not JSON') });
  const fields = errorFields(error);
  expect(fields).toMatchObject({ error: 'RangeError', cause: 'SyntaxError' });
  expect(JSON.stringify(fields)).not.toContain('Canary');
  expect(fields.at?.[0]).toContain('lambda.test.ts');
  expect(errorFields('Canary')).toEqual({ error: 'string' });
});
