import { afterAll, beforeAll, expect, test } from 'vitest';
import { revealContact } from '#functions/commands/reveal-contact.ts';
import { systemIds } from '#functions/runtime/ids.ts';
import { systemNonce } from '#functions/runtime/secrets.ts';
import { areaLookup } from '#functions/store/area.ts';
import { isDone } from '#functions/store/done.ts';
import { historyOf } from '#functions/store/history.ts';
import { listingKeys } from '#functions/store/keys.ts';
import { listReferrals } from '#functions/store/referral-listing.ts';
import { DEMO_GROUP } from '#infra/operator/seed/demonstration-groups.ts';
import { seedItems } from '#infra/operator/seed/items.ts';
import { PEOPLE } from '#infra/operator/seed/people.ts';
import { seedReferrals } from '#infra/operator/seed/referrals.ts';
import { ReferralId } from '#shared/model/ids.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { memoryKeyService } from '#test/support/key-service.ts';
import { MANCHESTER } from '#test/support/referral-world.ts';

const NOW = '2026-11-23T09:00:00.000Z';
let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
  const portal = seedItems('demo', NOW.slice(0, 10)).get('portal') ?? [];
  const demo = portal.find(({ pk, sk }) => pk.includes(DEMO_GROUP) && sk === 'organization');
  const services: string[] = JSON.parse(String(demo?.['body'])).services;
  const needed = portal.filter(
    ({ pk, sk }) =>
      pk.includes(DEMO_GROUP) ||
      services.some((id) => pk.includes(id)) ||
      ['scheme', 'settings'].includes(sk),
  );
  for (const item of needed)
    await engine.table.write({ kind: 'put', table: 'portal', item, expected: 'any' });
}, 60_000);
afterAll(() => engine?.close());

test('the demonstration has a caseload and an inbox, really sealed, once however often it is seeded', async () => {
  const { table } = engine;
  const deps = {
    table,
    ids: systemIds,
    areas: areaLookup(table, () => NOW),
    keys: memoryKeyService(),
    nonce: systemNonce,
  };
  const made = await seedReferrals({ deps, now: NOW });
  await seedReferrals({ deps, now: NOW });
  const inbox = await listReferrals(
    table,
    { area: MANCHESTER, of: 'inbox', organization: DEMO_GROUP },
    { limit: 50 },
  );
  expect(inbox.rows).toHaveLength(made);
  expect(inbox.rows.map(({ value }) => value.state).sort()).toEqual([
    'accepted',
    'completed',
    'declined',
    'sent',
    'sent',
    'started',
  ]);
  const reader = PEOPLE.find(({ principal }) => principal.email.startsWith('reader@'))?.principal;
  const accepted = inbox.rows.find(({ value }) => value.state === 'accepted')?.value;
  if (reader === undefined || accepted === undefined) throw new Error('The seed has changed');
  const shown = await revealContact(deps, { principal: reader, referralId: accepted.id, at: NOW });
  expect(shown).toMatchObject({ ok: true, value: { preferredName: 'Farida' } });
});

test('nobody is mailed about what the demonstration made up', async () => {
  const page = await engine.table.query({
    table: 'portal',
    index: 'inbox',
    partition: { name: 'inboxPk', value: listingKeys.inboxPk(MANCHESTER, DEMO_GROUP) },
    limit: 50,
  });
  const ids = page.items.map(({ pk }) => ReferralId.parse(pk.split('#')[2]));
  const events = (await Promise.all(ids.map((id) => historyOf(engine.table, id))))
    .flat()
    .filter(({ type }) => type.startsWith('referral.'));
  expect(events.length).toBeGreaterThan(ids.length);
  for (const { id } of events) expect(await isDone(engine.table, 'mail', id)).toBe(true);
});
