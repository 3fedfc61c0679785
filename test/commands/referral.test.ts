import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptReferral } from '#functions/commands/accept-referral.ts';
import { declineReferral } from '#functions/commands/decline-referral.ts';
import { openReferral } from '#functions/commands/open-referral.ts';
import { completeReferral, notStartReferral, startReferral } from '#functions/commands/progress-referral.ts';
import { withdrawReferral } from '#functions/commands/withdraw-referral.ts';
import { historyOf } from '#functions/store/history.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { NOW, type ReferralWorld, referralWorld, room } from '#test/support/referral-world.ts';

let engine: TestEngine;
let world: ReferralWorld;
beforeAll(async () => {
  engine = await startEngine();
  world = await referralWorld(engine.table, room(40));
}, 30_000);
afterAll(() => engine?.close());

const types = async (id: Parameters<typeof historyOf>[1]) =>
  (await historyOf(engine.table, id)).map(({ type, version }) => `${type} ${version}`);

describe('a referral from send to outcome', () => {
  test('every step moves it, tells one event and says what comes next', async () => {
    const { people, asked } = world;
    const id = await world.sent();
    const opened = await openReferral(world.deps, asked(people.reader, id));
    expect(opened.ok).toBe(true);
    const accepted = await acceptReferral(world.deps, asked(people.reader, id), { contactBy: '2026-11-30' });
    expect(accepted).toMatchObject({ ok: true, value: { referral: { state: 'accepted' } } });
    const started = await startReferral(world.deps, asked(people.sender, id), { on: '2026-11-23' });
    expect(started).toMatchObject({ ok: true, value: { referral: { state: 'started' } } });
    const outcome = { outcome: 'came_regularly', words: 'Brings cake' } as const;
    const done = await completeReferral(world.deps, asked(people.reader2, id), outcome);
    expect(done).toMatchObject({ ok: true, value: { referral: { state: 'completed', dueAt: null } } });
    expect(await types(id)).toEqual([
      'referral.sent 1',
      'referral.opened 1',
      'referral.accepted 2',
      'referral.started 3',
      'referral.completed 4',
    ]);
  });

  test('looking twice is told once and takes no version', async () => {
    const id = await world.sent();
    await openReferral(world.deps, world.asked(world.people.reader, id));
    await openReferral(world.deps, world.asked(world.people.reader2, id));
    expect((await world.read(id)).version).toBe(1);
    expect(await types(id)).toEqual(['referral.sent 1', 'referral.opened 1']);
  });

  test('a start in days to come is refused with the field to look at', async () => {
    const id = await world.sent();
    await acceptReferral(world.deps, world.asked(world.people.reader, id), { contactBy: '2026-11-30' });
    const early = await startReferral(world.deps, world.asked(world.people.reader, id), { on: '2026-11-24' });
    expect(early).toMatchObject({ ok: false, refusal: { code: 'invalid', fields: [{ id: 'on' }] } });
  });

  test('what cannot be done now is refused with what can, who was last and when', async () => {
    const id = await world.sent();
    const outcome = { outcome: 'moved_on', words: null } as const;
    const early = await completeReferral(world.deps, world.asked(world.people.sender, id), outcome);
    expect(early).toEqual({
      ok: false,
      refusal: {
        code: 'not_possible_now',
        legal: ['withdraw', 'hand_back'],
        current: { state: 'sent', by: 'Tomasz Reed', at: NOW },
      },
    });
  });
});

describe('whose referral it is', () => {
  test.each(['colleague', 'stranger', 'lead', 'otherReader'] as const)(
    '%s is told there is no such referral',
    async (who) => {
      const id = await world.sent();
      const asked = world.asked(world.people[who], id);
      const nothing = { ok: false, refusal: { code: 'not_found' } };
      expect(await openReferral(world.deps, asked)).toEqual(nothing);
      expect(await acceptReferral(world.deps, asked, { contactBy: '2026-11-30' })).toEqual(nothing);
      const withdrawal = { reason: 'person_asked', agreementWithdrawn: false } as const;
      expect(await withdrawReferral(world.deps, asked, withdrawal)).toEqual(nothing);
      expect(await startReferral(world.deps, asked, { on: '2026-11-23' })).toEqual(nothing);
      expect((await world.read(id)).version).toBe(1);
    },
  );

  test('the manager of the team may act on a colleague’s', async () => {
    const id = await world.sent();
    const withdrawal = { reason: 'person_asked', agreementWithdrawn: false } as const;
    const done = await withdrawReferral(world.deps, world.asked(world.people.manager, id), withdrawal);
    expect(done).toMatchObject({ ok: true, value: { referral: { state: 'withdrawn' } } });
  });

  test('the sender cannot accept for the group, nor the group take back for the sender', async () => {
    const id = await world.sent();
    const sender = world.asked(world.people.sender, id);
    expect(await acceptReferral(world.deps, sender, { contactBy: '2026-11-30' })).toMatchObject({
      ok: false,
    });
    const reader = world.asked(world.people.reader, id);
    const withdrawal = { reason: 'person_asked', agreementWithdrawn: true } as const;
    expect(await withdrawReferral(world.deps, reader, withdrawal)).toMatchObject({ ok: false });
  });
});

describe('places', () => {
  const places = async () => (await world.capacityNow())?.capacity?.places;
  const no = { declinedBy: 'group', comment: null } as const;

  test('a referral holds one, a no or a person who did not start gives it back', async () => {
    await world.stand({ capacity: room(2) });
    const first = await world.sent();
    expect(await places()).toBe(1);
    await declineReferral(world.deps, world.asked(world.people.reader, first), {
      ...no,
      reason: 'outside_area',
    });
    expect(await places()).toBe(2);
    const second = await world.sent();
    await acceptReferral(world.deps, world.asked(world.people.reader, second), { contactBy: '2026-11-30' });
    expect(await places()).toBe(1);
    await notStartReferral(world.deps, world.asked(world.people.sender, second), { reason: 'unwell' });
    expect(await places()).toBe(2);
  });

  test('the last place is given once; then the group has no room', async () => {
    await world.stand({ capacity: room(1) });
    await world.sent();
    expect(await world.create()).toMatchObject({ ok: false, refusal: { code: 'no_room' } });
    expect(await places()).toBe(0);
  });

  test('no room as a reason says so on the listing', async () => {
    await world.stand({ capacity: room(5) });
    const id = await world.sent();
    await declineReferral(world.deps, world.asked(world.people.reader, id), { ...no, reason: 'no_capacity' });
    expect((await world.capacityNow())?.capacity).toMatchObject({ state: 'full', places: null, asOf: NOW });
    expect(await world.create()).toMatchObject({ ok: false, refusal: { code: 'no_room' } });
  });

  test.each([
    ['words only', room(null)],
    ['people just turn up', { ...room(4), dropIn: true }],
    ['nothing was ever said', null],
    ['what was said is past its date', { ...room(0, 'full'), goodUntil: '2026-11-22T09:00:00.000Z' }],
  ])('nothing is held where %s', async (_, capacity) => {
    await world.stand({ capacity });
    const id = await world.sent();
    expect((await world.read(id)).value.holdsPlace).toBe(false);
    expect(await places()).toBe(capacity?.places);
  });

  test('a place held before the number was said anew is not given back to the new number', async () => {
    await world.stand({ capacity: room(2) });
    const id = await world.sent();
    await world.stand({ capacity: { ...room(4), asOf: '2026-11-23T10:00:00.000Z' } });
    const at = '2026-11-23T11:00:00.000Z';
    await declineReferral(world.deps, world.asked(world.people.reader, id, at), {
      ...no,
      reason: 'outside_area',
    });
    expect(await places()).toBe(4);
    expect((await world.read(id)).value.state).toBe('declined');
  });
});
