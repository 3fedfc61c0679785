import { expect, it } from 'vitest';
import { openApiDocument } from '#functions/http/openapi.ts';
import { mountDescription } from '#functions/http/system.ts';
import { routes } from '#shared/api/index.ts';
import { REFUSALS } from '#shared/api/problem.ts';
import { startEngine } from '#test/support/engine.ts';
import { ask, httpWorld } from '#test/support/http-world.ts';

const document = openApiDocument(routes, 'https://portal.example.org');
const operations = Object.entries(Object(document['paths'])).flatMap(([path, methods]) =>
  Object.entries(Object(methods)).map(([method, operation]) => ({
    path,
    method,
    operation: Object(operation),
  })),
);

it('describes every route of the registry once', () => {
  const described = operations.map(
    ({ path, method, operation }) => `${operation.operationId} ${method} ${path}`,
  );
  const declared = routes.map(({ id, method, path }) => `${id} ${method.toLowerCase()} ${path}`);
  expect(described.sort()).toEqual(declared.sort());
});

it('names every parameter that stands in a path', () => {
  for (const { path, operation } of operations) {
    const inPath = operation.parameters.filter((one: { in: string }) => one.in === 'path');
    const names = inPath.map((one: { name: string }) => `{${one.name}}`);
    expect(names.sort()).toEqual((path.match(/\{\w+\}/g) ?? []).sort());
  }
});

it('says what each route takes, answers and refuses with', () => {
  const create = operations.find(({ operation }) => operation.operationId === 'referral.create')?.operation;
  expect(create.requestBody.content['application/json'].schema.properties.needs.items.enum).toContain(
    'grief',
  );
  expect(create.requestBody.content['application/json'].schema.additionalProperties).toBe(false);
  expect(Object.keys(create.responses).sort()).toEqual([
    '201',
    '400',
    '401',
    '404',
    '409',
    '413',
    '422',
    '429',
    '500',
    '503',
  ]);
  expect(create.responses['409'].description).toContain(REFUSALS.no_room.title);
  expect(create.parameters.map((one: { name: string }) => one.name)).toContain('Idempotency-Key');
  const find = operations.find(({ operation }) => operation.operationId === 'search')?.operation;
  const need = find.parameters.find((one: { name: string }) => one.name === 'need');
  expect(need.schema.items.enum).toContain('company');
});

it('is served as JSON that parses back to itself', async () => {
  const engine = await startEngine();
  const app = httpWorld(engine).app('intake', mountDescription);
  const answer = await ask(app, 'GET', '/api/openapi.json');
  await engine.close();
  expect(answer.json).toEqual(JSON.parse(JSON.stringify(document)));
  expect(answer.status).toBe(200);
});
