import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadAssembly } from '#infra/local/assembly/assembly.ts';
import { tablesOf } from '#infra/local/assembly/tables.ts';
import { startAws } from '#infra/local/aws/endpoint.ts';
import { type Engine, startEngine } from '#infra/local/engine/engine.ts';
import { createTables } from '#infra/local/engine/tables.ts';
import { use } from '../support/grant-uses.ts';
import { ASSEMBLY, grantsOf, type OneGrant, withAlso, without } from '../support/grants.ts';

/**
 * The built assembly (npm test builds it first), its services, and each function's credentials. One
 * grant at a time is taken out of a copy of the templates; the use of it must then be refused by name.
 */
const whole = loadAssembly(ASSEMBLY);
const grants = grantsOf(whole);
const engine: { now?: Engine } = {};

beforeAll(async () => {
  engine.now = await startEngine({ storage: { kind: 'memory' } });
  await createTables(engine.now.url, tablesOf(whole));
});
afterAll(() => engine.now?.close());

const start = (assembly: typeof whole) =>
  startAws({
    assembly,
    engineUrl: engine.now?.url ?? '',
    storage: { kind: 'memory' },
    clock: () => new Date('2026-11-23T09:00:00Z'),
  });
const short = (text: string) => text.replace(/^.*[:/]portal-[a-z]+-/, '').replace(/^arn:.*\//, '');
const said = (grant: OneGrant) =>
  `${short(grant.callerName)}: ${grant.action} on ${short(grant.resource)}${grant.via === undefined ? '' : ' (its tables)'}`;

test('with the whole template every grant can be used, nothing is refused, and none is left unused', async () => {
  const aws = await start(whole);
  for (const grant of grants) await use({ aws, assembly: whole }, grant);
  expect(aws.refusals().map((refusal) => refusal.message)).toEqual([]);
  expect(aws.unusedGrants()).toEqual([]);
  await aws.close();
});

test('functions hold grants on every service the local cloud has', () => {
  const services = new Set(grants.map((grant) => grant.action.split(':')[0]));
  expect([...services].sort()).toEqual(['dynamodb', 'kms', 'lambda', 'logs', 'ses', 'sqs']);
  expect(new Set(grants.map((grant) => grant.caller)).size).toBeGreaterThanOrEqual(13);
});

/** Listing streams is welcome to AWS but not needed. */
const needed = grants.filter((grant) => grant.action !== 'dynamodb:ListStreams');

describe('taking out one grant is refused by function, action and resource', () => {
  test.each(needed.map((grant) => [said(grant), grant] as const))('%s', async (_, grant) => {
    const assembly = without(grant);
    const aws = await start(assembly);
    await use({ aws, assembly }, grant);
    const [refusal, ...more] = aws.refusals();
    expect(refusal).toMatchObject({ caller: grant.caller, action: grant.action });
    expect(refusal?.message).toContain(`${grant.callerName} (${grant.caller}) may not ${grant.action} on `);
    // A grant on a group of resources (a log's streams) is refused for the one that was wanted.
    expect(refusal?.resource.startsWith(grant.resource.replace(/\*$/, ''))).toBe(true);
    expect(new Set(more.map((it) => it.action)).size).toBeLessThanOrEqual(1);
    await aws.close();
  });
});

test('a grant nobody uses is listed with its function, action and resource', async () => {
  const [some] = grants.filter((grant) => grant.action === 'dynamodb:PutItem');
  if (some === undefined) throw new Error('No function writes.');
  const planted = { ...some, action: 'dynamodb:Scan' };
  const assembly = withAlso(planted);
  const aws = await start(assembly);
  for (const grant of grants) await use({ aws, assembly }, grant);
  const { caller, callerName, resource } = planted;
  expect(aws.unusedGrants()).toMatchObject([{ caller, callerName, action: 'dynamodb:Scan', resource }]);
  await aws.close();
});
