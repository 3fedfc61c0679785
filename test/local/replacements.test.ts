import { beforeAll, describe, expect, test } from 'vitest';
import { buildAll } from '#infra/build/build.ts';
import { PATHS } from '#infra/build/paths.ts';
import type { Assembly } from '#infra/local/assembly/assembly.ts';
import { distributionOf } from '#infra/local/assembly/distribution.ts';
import { eventSourcesOf } from '#infra/local/assembly/event-sources.ts';
import { functionsOf } from '#infra/local/assembly/functions.ts';
import { identityOf } from '#infra/local/assembly/identity.ts';
import { queuesOf } from '#infra/local/assembly/queues.ts';
import { readRawAssembly } from '#infra/local/assembly/template.ts';
import { REPLACED, replaceBehaviour, replaceEventSource, replaceOrigin } from '#infra/local/replacements.ts';
import { readTemplate } from '#infra/local/template.ts';
import { runtimeEnvironment, workerEnvironment } from '#infra/local/workers/functions.ts';

const ADDRESSES = {
  origin: 'http://localhost:4600',
  issuer: 'http://localhost:4600/_local/oidc',
  awsUrl: 'http://127.0.0.1:9000',
  queueUrl: (url: string) => url.replace(/^https:\/\/sqs\.[^/]+/, 'http://127.0.0.1:9000'),
};
const CREDENTIALS = {
  AWS_ACCESS_KEY_ID: 'id',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_SESSION_TOKEN: 'local',
  AWS_REGION: 'eu-west-2',
};

let template: Assembly;
beforeAll(async () => {
  await buildAll();
  template = readTemplate(PATHS.assembly);
});

/** Names whose values differ, missing ones included. */
function differences(one: object, other: object): string[] {
  const [left, right]: Record<string, unknown>[] = [{ ...one }, { ...other }];
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].filter((name) => JSON.stringify(left?.[name]) !== JSON.stringify(right?.[name])).sort();
}

describe('what the local cloud replaces', () => {
  test('in the environment of every function is what the list names, and the list names nothing else', () => {
    const replaced = new Set<string>();
    for (const spec of functionsOf(template).filter(({ own }) => own)) {
      const given = workerEnvironment(spec, ADDRESSES, CREDENTIALS);
      for (const name of [...Object.keys(runtimeEnvironment(spec)), ...Object.keys(CREDENTIALS)]) {
        expect(spec.environment, `${spec.name} sets what Lambda sets`).not.toHaveProperty(name);
        delete given[name];
      }
      for (const name of differences(given, spec.environment)) replaced.add(name);
    }
    const queues = [...replaced].filter((name) => REPLACED.variablePattern.test(name));
    expect(queues.length).toBeGreaterThan(0);
    const others = [...replaced].filter((name) => !queues.includes(name)).sort();
    expect(others).toEqual([...REPLACED.variables, ...REPLACED.added].sort());
  });

  test('of the address of a queue is its host alone', () => {
    const urls = new Set(queuesOf(template).map(({ url }) => url));
    for (const spec of functionsOf(template))
      for (const [name, value] of Object.entries(spec.environment))
        if (REPLACED.variablePattern.test(name)) expect(urls, `${spec.name} ${name}`).toContain(value);
  });

  test('in a mapping is its batch window, in a behaviour its protocol', () => {
    for (const spec of eventSourcesOf(template))
      expect(REPLACED.eventSource).toEqual(
        expect.arrayContaining(differences(replaceEventSource(spec), spec)),
      );
    for (const spec of distributionOf(template).behaviours)
      expect(differences(replaceBehaviour(spec), spec)).toEqual(REPLACED.behaviour);
    expect(eventSourcesOf(template).some(({ windowSeconds }) => windowSeconds > 0)).toBe(true);
  });

  test('for the identity provider is the host of the addresses of return, never client or path', () => {
    for (const { callbackUrls, logoutUrls } of identityOf(template).clients)
      for (const url of [...callbackUrls, ...logoutUrls])
        expect(new URL(replaceOrigin(url, ADDRESSES)).pathname).toBe(new URL(url).pathname);
  });

  test('of the parameters is what a deploy must pass: a secret to the distribution, its hash to the functions', () => {
    const raw = readRawAssembly(PATHS.assembly).stacks.flatMap(({ template: { Parameters } }) =>
      Object.keys(Parameters),
    );
    expect(raw).toEqual(expect.arrayContaining(['OriginSecret', 'OriginHashes']));
    const secrets = [0, 1].map(() =>
      distributionOf(readTemplate(PATHS.assembly)).origins.flatMap(
        ({ headers }) => headers['x-origin-verify'] ?? [],
      ),
    );
    expect(secrets[0]?.[0]).toMatch(/^[\w-]{43}$/);
    expect(secrets[0]).not.toEqual(secrets[1]);
    for (const { environment } of functionsOf(template))
      if ('ORIGIN_SECRET_SHA256' in environment)
        expect(environment['ORIGIN_SECRET_SHA256']).toMatch(/^[0-9a-f]{64}$/);
  });
});
