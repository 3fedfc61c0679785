import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptReferral } from '#functions/commands/accept-referral.ts';
import { historyOf } from '#functions/store/history.ts';
import { peopleKeys } from '#functions/store/keys.ts';
import { findReferralId } from '#functions/store/referral.ts';
import type { Table } from '#functions/store/table.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { everything } from '#test/support/everything.ts';
import { canaries } from '#test/support/referral-request.ts';
import { MANCHESTER, type ReferralWorld, referralWorld, room } from '#test/support/referral-world.ts';

let engine: TestEngine;
let world: ReferralWorld;
beforeAll(async () => {
  engine = await startEngine();
  world = await referralWorld(engine.table, room(50));
}, 30_000);
afterAll(() => engine?.close());

class Killed extends Error {}
/** The process dies at the transaction: before it is sent, or after it was stored and before anybody heard. */
const dying = (when: 'before' | 'after'): Table => ({
  ...engine.table,
  transact: async (writes, token) => {
    if (when === 'after') await engine.table.transact(writes, token);
    throw new Killed();
  },
});
const counts = async () =>
  Object.fromEntries(
    await Promise.all(
      (['portal', 'events', 'people', 'keys'] as const).map(
        async (table) => [table, (await everything(engine, table)).length] as const,
      ),
    ),
  );

describe('a send that dies', () => {
  test('before it was stored leaves nothing at all, and goes through when tried again', async () => {
    const request = world.request(canaries());
    const key = randomUUID();
    const before = await counts();
    const deps = { ...world.deps, table: dying('before') };
    await expect(world.createWith(deps, { request, key })).rejects.toThrow(Killed);
    expect(await counts()).toEqual(before);
    expect(await world.create({ request, key })).toMatchObject({ ok: true });
  });

  test('after it was stored is found whole when tried again', async () => {
    const request = world.request(canaries());
    const key = randomUUID();
    const deps = { ...world.deps, table: dying('after') };
    await expect(world.createWith(deps, { request, key })).rejects.toThrow(Killed);
    const after = await counts();
    const again = await world.create({ request, key });
    expect(await counts()).toEqual(after);
    if (!again.ok) throw new Error(again.refusal.code);
    const { id, reference } = again.value;
    expect(await findReferralId(engine.table, { area: MANCHESTER, reference })).toBe(id);
    expect(await historyOf(engine.table, id)).toHaveLength(1);
  });

  test('because the key service is out stores nothing', async () => {
    const before = await counts();
    world.keys.failNext();
    await expect(world.create()).rejects.toThrow('out');
    expect(await counts()).toEqual(before);
  });
});

describe('a yes that dies', () => {
  const contactBy = '2026-11-30';
  test.each(['before', 'after'] as const)('%s it was stored is one yes when tried again', async (when) => {
    const id = await world.sent();
    const asked = world.asked(world.people.reader, id);
    const deps = { ...world.deps, table: dying(when) };
    await expect(acceptReferral(deps, asked, { contactBy })).rejects.toThrow(Killed);
    const copy = peopleKeys.copy(MANCHESTER, (await world.read(id)).value.personId, world.groupId);
    const stored = when === 'after';
    expect((await world.read(id)).value.state).toBe(stored ? 'accepted' : 'sent');
    expect((await engine.table.get('people', copy)) !== undefined).toBe(stored);
    expect(await acceptReferral(world.deps, asked, { contactBy })).toMatchObject({ ok: true });
    expect(await historyOf(engine.table, id)).toHaveLength(2);
  });
});
