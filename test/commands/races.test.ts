import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptReferral } from '#functions/commands/accept-referral.ts';
import { declineReferral } from '#functions/commands/decline-referral.ts';
import { openReferral } from '#functions/commands/open-referral.ts';
import { withdrawReferral } from '#functions/commands/withdraw-referral.ts';
import { historyOf } from '#functions/store/history.ts';
import type { Table } from '#functions/store/table.ts';
import type { Principal } from '#shared/model/roles.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { canaries } from '#test/support/referral-request.ts';
import { type ReferralWorld, referralWorld, room } from '#test/support/referral-world.ts';

let engine: TestEngine;
let world: ReferralWorld;
beforeAll(async () => {
  engine = await startEngine();
  world = await referralWorld(engine.table, room(500));
}, 30_000);
afterAll(() => engine?.close());

/** A table whose first transactions wait until all of them are there, and then go at once. */
function barrier(parties: number): Table {
  let waiting: (() => void)[] = [];
  let met = false;
  return {
    ...engine.table,
    transact: async (writes, token) => {
      if (!met) {
        await new Promise<void>((go) => {
          waiting.push(go);
          if (waiting.length < parties) return;
          met = true;
          for (const release of waiting) release();
          waiting = [];
        });
      }
      return engine.table.transact(writes, token);
    },
  };
}

describe('two readers say yes at once', () => {
  test('one wins; the other is told who, and what can be done now', async () => {
    for (let round = 0; round < 20; round += 1) {
      const id = await world.sent();
      const deps = { ...world.deps, table: barrier(2) };
      const yes = (reader: Principal) =>
        acceptReferral(deps, world.asked(reader, id), { contactBy: '2026-11-30' });
      const both = await Promise.all([yes(world.people.reader), yes(world.people.reader2)]);
      const winner = both[0].ok ? 'Idris Vale' : 'Nell Arkwright';
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(both.find(({ ok }) => !ok)).toEqual({
        ok: false,
        refusal: {
          code: 'changed_meanwhile',
          legal: ['start', 'not_start', 'hand_back'],
          current: { state: 'accepted', by: winner, at: '2026-11-23T09:00:00.000Z' },
        },
      });
      expect((await world.read(id)).value.accepted?.byName).toBe(winner);
      const told = (await historyOf(engine.table, id)).map(({ type }) => type);
      expect(told).toEqual(['referral.sent', 'referral.accepted']);
    }
  });

  test('one looks while the other answers: neither loses', async () => {
    const id = await world.sent();
    const [opened, accepted] = await Promise.all([
      openReferral(world.deps, world.asked(world.people.reader, id)),
      acceptReferral(world.deps, world.asked(world.people.reader2, id), { contactBy: '2026-11-30' }),
    ]);
    expect([opened.ok, accepted.ok]).toEqual([true, true]);
  });
});

test('yes, no and taking back at once: one of them happens, in a legal state, with one event', async () => {
  for (let round = 0; round < 20; round += 1) {
    const id = await world.sent();
    const deps = { ...world.deps, table: barrier(3) };
    const no = { reason: 'outside_area', declinedBy: 'group', comment: null } as const;
    const back = { reason: 'found_elsewhere', agreementWithdrawn: false } as const;
    const all = await Promise.all([
      acceptReferral(deps, world.asked(world.people.reader, id), { contactBy: '2026-11-30' }),
      declineReferral(deps, world.asked(world.people.reader2, id), no),
      withdrawReferral(deps, world.asked(world.people.sender, id), back),
    ]);
    const { value, version } = await world.read(id);
    // What was accepted may still be taken back by the loser's second attempt: both then happened, in order.
    expect(version - 1).toBe(all.filter(({ ok }) => ok).length);
    expect(['accepted', 'declined', 'withdrawn']).toContain(value.state);
    const versions = (await historyOf(engine.table, id)).map((event) => event.version);
    expect(versions).toEqual([...Array(version).keys()].map((n) => n + 1));
  }
});

test('seven places and twenty senders: seven are sent, none too many', async () => {
  const own = await referralWorld(engine.table, room(7));
  const attempts = await Promise.all(Array.from({ length: 20 }, () => own.create()));
  expect(attempts.filter(({ ok }) => ok)).toHaveLength(7);
  expect((await own.capacityNow())?.capacity?.places).toBe(0);
  for (const attempt of attempts) {
    if (!attempt.ok) expect(['no_room', 'changed_meanwhile']).toContain(attempt.refusal.code);
  }
});

describe('the same person twice', () => {
  test('sent at once by two clicks with keys of their own: one is sent, the other told of it', async () => {
    const request = world.request(canaries());
    const both = await Promise.all([world.create({ request }), world.create({ request })]);
    const made = both.flatMap((result) => (result.ok ? [result.value.id] : []));
    expect(made).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({
      refusal: { code: 'live_referral_exists', referralId: made[0] },
    });
  });

  test('another way of writing the number is the same person; another team’s is not', async () => {
    const who = canaries();
    await world.sent({ request: world.request(who) });
    const written = world.request({ ...who, phone: `+44 ${who.phone.slice(1)}` });
    expect(await world.create({ request: written })).toMatchObject({
      refusal: { code: 'live_referral_exists' },
    });
    const other = await referralWorld(engine.table, room(5));
    expect(await other.create({ request: { ...other.request(who) } })).toMatchObject({ ok: true });
  });

  test('once the first has ended they may be introduced again', async () => {
    const who = canaries();
    const first = await world.sent({ request: world.request(who) });
    const no = { reason: 'outside_area', declinedBy: 'group', comment: null } as const;
    await declineReferral(world.deps, world.asked(world.people.reader, first), no);
    const again = await Promise.all([
      world.create({ request: world.request(who) }),
      world.create({ request: world.request(who) }),
    ]);
    expect(again.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('the same request twice', () => {
  test('at once or later makes one referral, one event, one place, and the same answer', async () => {
    const request = world.request(canaries());
    const key = randomUUID();
    const before = (await world.capacityNow())?.capacity?.places ?? 0;
    const together = await Promise.all([world.create({ request, key }), world.create({ request, key })]);
    const later = await world.create({ request, key, at: '2026-11-24T09:00:00.000Z' });
    expect(together[0]).toMatchObject({ ok: true });
    expect(together[1]).toEqual(together[0]);
    expect(later).toEqual(together[0]);
    expect((await world.capacityNow())?.capacity?.places).toBe(before - 1);
    const id = together[0].ok ? together[0].value.id : undefined;
    if (id !== undefined) expect(await historyOf(engine.table, id)).toHaveLength(1);
  });

  test('is answered as before even when the last place has gone since', async () => {
    const own = await referralWorld(engine.table, room(1));
    const request = own.request(canaries());
    const key = randomUUID();
    const first = await own.create({ request, key });
    expect(await own.create({ request, key })).toEqual(first);
  });

  test('with another body is refused, and nobody’s key is another’s', async () => {
    const key = randomUUID();
    await world.create({ key });
    expect(await world.create({ key })).toEqual({ ok: false, refusal: { code: 'key_reused' } });
    const manager = await world.create({ key, principal: world.people.manager });
    expect(manager).toMatchObject({ ok: true });
  });

  test('of a move does it once and answers with where it stands; the key for another move is refused', async () => {
    const id = await world.sent();
    const key = randomUUID();
    const given = { contactBy: '2026-11-30' };
    const asked = world.asked(world.people.reader, id, undefined, key);
    await acceptReferral(world.deps, asked, given);
    expect(await acceptReferral(world.deps, asked, given)).toMatchObject({
      ok: true,
      value: { referral: { state: 'accepted' } },
    });
    expect((await world.read(id)).version).toBe(2);
    const reused = { ...asked, mark: { ...asked.mark, whole: 'other' } };
    expect(await acceptReferral(world.deps, reused, given)).toMatchObject({
      refusal: { code: 'key_reused' },
    });
  });
});
