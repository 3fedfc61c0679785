import { createSign, generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fullJitter } from '#functions/runtime/backoff.ts';
import { jsonLogger } from '#functions/runtime/logger.ts';
import { EVENT_KEPT_DAYS, eventFromItem } from '#functions/store/event.ts';
import { eventKeys } from '#functions/store/keys.ts';
import { findSupply } from '#functions/store/supply.ts';
import type { Item, Key } from '#functions/store/table.ts';
import { reactWithChain } from '#functions/workers/chain.ts';
import { reactWithInsight } from '#functions/workers/insight.ts';
import { auditFindings } from '#infra/operator/commands/verify-audit.ts';
import { DEMO_GROUP } from '#infra/operator/seed/demonstration-groups.ts';
import { chainItems } from '#infra/operator/seed/event-items.ts';
import { demonstration } from '#infra/operator/seed/world.ts';
import { AreaId } from '#shared/model/area.ts';
import { DAY_LENGTH, later } from '#shared/model/civil-time.ts';
import { ServiceId } from '#shared/model/ids.ts';
import type { TestEngine } from '#test/support/engine.ts';
import { MANCHESTER } from '#test/support/listings.ts';
import { SEED_DAY, SEED_NOW, seededEngine } from '#test/support/seeded.ts';

const ours = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const others = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const keys = (keyId: string) => (keyId === 'ours' ? ours.publicKey : undefined);
let engine: TestEngine;
beforeEach(async () => {
  engine = await seededEngine();
});
afterEach(() => engine.close());

const checkAt = async (now: string) =>
  auditFindings({ table: engine.tableWith({ now: () => now }), anchorKeys: keys, now: () => now });
const check = async () => checkAt(SEED_NOW);
/** So many days after the seeding. */
const daysOn = (days: number) => later(SEED_NOW, days * DAY_LENGTH);
const at = eventKeys.event(`organization#${DEMO_GROUP}`, 1);
async function rewrite(table: 'events' | 'audit', key: Key, by: (item: Item) => Item): Promise<void> {
  const item = await engine.table.get(table, key);
  if (item === undefined) throw new Error('Nothing to rewrite');
  await engine.table.write({ kind: 'put', table, item: by(item), expected: 'any' });
}

describe('the check of the audit', () => {
  it('finds nothing wrong with the seed, which has every event in a chain', async () => {
    expect(await check()).toEqual({ chains: 354, links: 389, anchors: 0, faults: [] });
  });

  it('names an event that was changed, and one that is gone', async () => {
    await rewrite('events', at, (item) => ({
      ...item,
      body: String(item['body']).replace('system:seed', 'system:else'),
    }));
    expect((await check()).faults).toEqual([
      `The chain of ${DEMO_GROUP} (manchester): event 1 of organization#${DEMO_GROUP} was changed.`,
    ]);
    await engine.table.write({ kind: 'delete', table: 'events', key: at, expected: 'any' });
    expect((await check()).faults[0]).toMatch(/is gone\.$/);
  });

  it('names a link that was written anew and a chain whose end was cut', async () => {
    const link = { pk: `manchester#chain#${DEMO_GROUP}#`, sk: '000000000001' };
    await rewrite('audit', link, (item) => ({
      ...item,
      body: String(item['body']).replace('"version":1', '"version":2'),
    }));
    expect((await check()).faults[0]).toMatch(/does not hold together at link 1/);
    await engine.table.write({ kind: 'delete', table: 'audit', key: link, expected: 'any' });
    expect((await check()).faults[0]).toMatch(/does not end where it should/);
  });

  const anchored = (by: typeof ours, area = MANCHESTER) =>
    reactWithChain(
      {
        table: engine.table,
        backoff: fullJitter(1, 5),
        now: () => SEED_NOW,
        log: jsonLogger(() => undefined),
        signer: {
          keyId: 'ours',
          sign: async (text) => Uint8Array.from(createSign('sha256').update(text).sign(by.privateKey)),
        },
      },
      JSON.stringify({ anchor: area }),
    );

  it('believes an anchor with a signature of our key, and no other', async () => {
    await anchored(ours);
    expect(await check()).toMatchObject({ anchors: 1, faults: [] });
  });

  it('does not believe an anchor that somebody else has signed in our name', async () => {
    await anchored(others);
    expect((await check()).faults).toEqual(['Anchor 1 of manchester does not bear a signature of our key.']);
  });

  it('finds nothing wrong when events and links have ended after eight years that a signed anchor had seen', async () => {
    await anchored(ours);
    await anchored(ours, AreaId.parse('shropshire'));
    expect(await checkAt(daysOn(EVENT_KEPT_DAYS + 1))).toMatchObject({ links: 0, anchors: 2, faults: [] });
  });

  it('sees what was taken out since, and what is gone that no anchor had seen', async () => {
    const unseen = await checkAt(daysOn(EVENT_KEPT_DAYS + 1));
    expect(unseen.faults.length).toBeGreaterThan(300);
    await anchored(ours);
    const link = { pk: `manchester#chain#${DEMO_GROUP}#`, sk: '000000000001' };
    await engine.table.write({ kind: 'delete', table: 'audit', key: link, expected: 'any' });
    expect((await checkAt(daysOn(EVENT_KEPT_DAYS - 40))).faults).toEqual([
      `The chain of ${DEMO_GROUP} (manchester) does not end where it should.`,
      `Anchor 1 of manchester saw another chain of ${DEMO_GROUP} than there is now.`,
    ]);
  });

  it('sees by the anchor that a whole chain was written anew', async () => {
    await anchored(ours);
    const { pk } = eventKeys.event(`organization#${DEMO_GROUP}`, 1);
    await rewrite('events', at, (item) => ({
      ...item,
      body: String(item['body']).replace('system:seed', 'system:else'),
    }));
    const event = await engine.table.get('events', at);
    if (event === undefined) throw new Error(`No event of ${pk}`);
    for (const item of chainItems([event]))
      await engine.table.write({ kind: 'put', table: 'audit', item, expected: 'any' });
    expect((await check()).faults).toEqual([
      `Anchor 1 of manchester saw another chain of ${DEMO_GROUP} than there is now.`,
    ]);
  });
});

describe('what the seed says follows its events', () => {
  it('is what the workers would make of them: they find nothing to do', async () => {
    const item = await engine.table.get('events', at);
    if (item === undefined) throw new Error('The seed has no event of the demonstration group');
    const deps = { table: engine.table, backoff: fullJitter(1, 5), now: () => SEED_NOW };
    const ids = demonstration(SEED_DAY).groups[0]?.services.map(({ id }) => ServiceId.parse(id)) ?? [];
    const supplies = () => Promise.all(ids.map((id) => findSupply(engine.table, { area: MANCHESTER, id })));
    const before = await supplies();
    await reactWithInsight(deps, eventFromItem(item));
    expect(before.every((supply) => supply !== undefined)).toBe(true);
    expect(await supplies()).toEqual(before);
  });
});
