import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '#shared/api/endpoint.ts';
import { routes } from '#shared/api/index.ts';
import { Problem } from '#shared/api/problem.ts';
import { type Answer, type Caller, callers } from '#test/support/caller.ts';
import { groupOf, referralAt } from '#test/support/demonstration.ts';
import { spoiled, valuesOf } from '#test/support/from-schema.ts';
import { portalForThisFile } from '#test/support/portal.ts';

/** Requests a route; FUZZ=2000 for a deep run. The seed is printed by fast-check with any failure. */
const RUNS = Number(process.env['FUZZ'] ?? 60);
const SEED = 20261123;

const held = portalForThisFile();
const PEOPLE = ['nobody', 'link-worker', 'reader', 'group-lead', 'coordinator', 'commissioner'] as const;
const world: { people?: Record<(typeof PEOPLE)[number], Caller>; ids: Record<string, string> } = { ids: {} };

beforeAll(async () => {
  const people = await callers(held.portal.origin, PEOPLE);
  const group = await groupOf(people['group-lead']);
  world.people = people;
  world.ids = {
    groupId: group.groupId,
    serviceId: group.serviceId,
    referralId: await referralAt('accepted', people['link-worker'], people.reader, group.serviceId),
    suggestionId: randomUUID(),
  };
}, 120_000);

const query = (values: unknown): string =>
  new URLSearchParams(
    Object.entries(Object(values)).flatMap(([key, value]) =>
      (Array.isArray(value) ? value : [value]).map((one): [string, string] => [
        key,
        String(one).toWellFormed(),
      ]),
    ),
  ).toString();

/** A path with real ids most of the time, and with what nobody expects for the rest. */
const pathOf = (route: Endpoint): fc.Arbitrary<string> =>
  fc
    .oneof(
      { weight: 4, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constantFrom(randomUUID(), 'x', '%00', '..%2f', '💥') },
    )
    .map((odd) =>
      route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURI(odd ?? world.ids[name] ?? 'none')),
    );

type Tried = { person: (typeof PEOPLE)[number]; path: string; query: unknown; body: unknown };

const requestsOf = (route: Endpoint): fc.Arbitrary<Tried> =>
  fc.record({
    person: fc.constantFrom(...PEOPLE),
    path: pathOf(route),
    query: fc.oneof(valuesOf(route.query), spoiled(valuesOf(route.query))),
    body: fc.oneof(valuesOf(route.body), spoiled(valuesOf(route.body)), fc.jsonValue()),
  });

async function tryRoute(route: Endpoint, tried: Tried): Promise<Answer> {
  const caller = world.people?.[tried.person];
  if (caller === undefined) throw new Error('The world is laid out in beforeAll');
  const search = query(tried.query).slice(0, 1500);
  const path = search === '' ? tried.path : `${tried.path}?${search}`;
  return caller.ask(
    route.method,
    path,
    route.kind === 'redirect' && route.method === 'POST'
      ? { form: formOf(tried.body) }
      : { body: tried.body },
  );
}

const formOf = (body: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(Object(body)).map(([key, value]) => [key, String(value).toWellFormed()]));

const JSON_ROUTES = routes.filter(({ id }) => id !== 'session.sign_out' && id !== 'session.callback');

describe.each(JSON_ROUTES)('$method $path under a shower of input', (route) => {
  it('never fails, and every refusal is a problem with a known code', async () => {
    await fc.assert(
      fc.asyncProperty(requestsOf(route), async (tried) => {
        const answer = await tryRoute(route, tried);
        expect(answer.status, answer.text.slice(0, 300)).toBeLessThan(500);
        if (
          answer.status >= 400 &&
          route.kind === 'json' &&
          answer.json !== undefined &&
          'code' in Object(answer.json)
        ) {
          expect(Problem.safeParse(answer.json).error).toBeUndefined();
        }
        expect(answer.text).not.toMatch(/at \w+ \(|node_modules|ZodError|Exception/);
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
  });
});
