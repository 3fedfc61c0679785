import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '#shared/api/endpoint.ts';
import { routes } from '#shared/api/index.ts';
import { Problem } from '#shared/api/problem.ts';
import type { Answer } from '#test/support/caller.ts';
import { referralAt } from '#test/support/demonstration.ts';
import { spoiled, valuesOf } from '#test/support/from-schema.ts';
import { portalForThisFile } from '#test/support/portal.ts';
import { requestFor, send, type Things } from './requests.ts';
import { allowedBy, everyRole, ownThings, type People, rowsOf, type Who } from './things.ts';

/** Requests of a run, spread evenly over the routes; FUZZ=100000 for a deep one. fast-check prints the seed with any failure. */
const TOTAL = Number(process.env['FUZZ'] ?? 5000);
const SEED = 20261123;

const held = portalForThisFile();
const world: { people?: People; things?: Things; ids: Record<string, string> } = { ids: {} };

function laid<K extends 'people' | 'things'>(key: K): NonNullable<(typeof world)[K]> {
  const value = world[key];
  if (value === undefined) throw new Error('The world is laid out in beforeAll');
  return value;
}

beforeAll(async () => {
  const people = await everyRole(held.portal);
  const things = await ownThings(held.portal, people);
  world.people = people;
  world.things = things;
  world.ids = {
    groupId: things.group.groupId,
    serviceId: things.group.serviceId,
    referralId: await referralAt('accepted', things.sender, people.reader, things.group.serviceId),
    suggestionId: await things.suggestion(),
    inviteId: await things.invites.made(),
    userId: await things.invites.somebody(),
  };
}, 120_000);

/** What a form or an address makes of a value; objects without a prototype have no text of their own. */
const asText = (value: unknown): string =>
  (typeof value === 'object' ? `${JSON.stringify(value)}` : `${value}`).toWellFormed();

const query = (values: unknown): string =>
  new URLSearchParams(
    Object.entries(Object(values)).flatMap(([key, value]) =>
      (Array.isArray(value) ? value : [value]).map((one): [string, string] => [key, asText(one)]),
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

type Tried = { person: Who; path: string; query: unknown; body: unknown };

/** Everybody, and half the time somebody whom the route lets in: refusing strangers is the matrix's business. */
const peopleOf = ({ method, path }: Endpoint): fc.Arbitrary<Who> =>
  fc.oneof(
    fc.constantFrom(...rowsOf(method, path).map(({ own }) => allowedBy(own))),
    fc.constantFrom<Who>('nobody', 'link-worker', 'reader', 'group-lead', 'coordinator', 'commissioner'),
  );

const requestsOf = (route: Endpoint): fc.Arbitrary<Tried> =>
  fc.record({
    person: peopleOf(route),
    path: pathOf(route),
    query: fc.oneof(valuesOf(route.query), spoiled(valuesOf(route.query))),
    body: fc.oneof(valuesOf(route.body), spoiled(valuesOf(route.body)), fc.jsonValue()),
  });

async function tryRoute(route: Endpoint, tried: Tried): Promise<Answer> {
  const caller = laid('people')[tried.person];
  const search = query(tried.query).slice(0, 1500);
  const path = search === '' ? tried.path : `${tried.path}?${search}`;
  const posted = route.kind !== 'json' && route.method === 'POST';
  const ask = posted ? { form: formOf(tried.body) } : { body: tried.body };
  return laid('things').patiently(() => caller.ask(route.method, path, ask));
}

const formOf = (body: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(Object(body)).map(([key, value]) => [key, asText(value)]));

/** The shower may have closed the activity or said it is full; its lead puts that right. */
async function openAgain(): Promise<void> {
  for (const route of ['PATCH /api/services/{serviceId}', 'PUT /api/services/{serviceId}/capacity']) {
    const made = await requestFor(route, laid('things'));
    const answer = await laid('things').patiently(() => send(laid('people')['group-lead'], made));
    expect(answer.status, answer.text.slice(0, 300)).toBe(200);
  }
}

const takesReferralsAway = ({ path }: Endpoint): boolean => path.includes('safeguarding');
/** What the shower leaves of a group's safeguarding stops its referrals, so those routes come last. */
const JSON_ROUTES = routes
  .filter(({ id }) => id !== 'session.sign_out' && id !== 'session.callback')
  .toSorted((a, b) => Number(takesReferralsAway(a)) - Number(takesReferralsAway(b)));

const RUNS = Math.ceil(TOTAL / JSON_ROUTES.length);
/** What the run came to: how many requests were made, and how they were answered. */
const made = { requests: 0, answers: new Map<number, number>() };
const count = ({ status }: Answer): void => {
  made.requests += 1;
  made.answers.set(status, (made.answers.get(status) ?? 0) + 1);
};

describe.each(JSON_ROUTES)('$method $path under a shower of input', (route) => {
  it('is reached: a request that fits, by somebody who may, succeeds', async () => {
    const [row] = rowsOf(route.method, route.path);
    if (row === undefined) throw new Error(`No expected answers for ${route.method} ${route.path}`);
    await openAgain();
    const made = await requestFor(row.route, laid('things'));
    const answer = await laid('things').patiently(() => send(laid('people')[allowedBy(row.own)], made));
    expect(answer.status, answer.text.slice(0, 300)).toBeLessThan(400);
  });

  it('never fails, and every refusal is a problem with a known code', async () => {
    await fc.assert(
      fc.asyncProperty(requestsOf(route), async (tried) => {
        const answer = await tryRoute(route, tried);
        count(answer);
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

it('made as many requests as it promises, none of which failed', () => {
  const answered = [...made.answers].sort(([a], [b]) => a - b);
  process.stdout.write(
    `${made.requests} generated requests: ${answered.map(([of, n]) => `${of} x ${n}`).join(', ')}\n`,
  );
  expect(made.requests).toBeGreaterThanOrEqual(TOTAL);
  expect(answered.filter(([status]) => status >= 500)).toEqual([]);
  // Input that is refused alone would say little: a good part gets in, and a good part does not.
  expect(made.answers.get(200) ?? 0).toBeGreaterThan(TOTAL / 50);
  expect(made.answers.get(422) ?? 0).toBeGreaterThan(TOTAL / 50);
});
