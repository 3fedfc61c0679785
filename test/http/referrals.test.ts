import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { canaries } from '#test/support/referral-request.ts';
import { type StaffWorld, staffWorld } from '#test/support/staff-world.ts';

let engine: TestEngine;
let world: StaffWorld;
beforeAll(async () => {
  engine = await startEngine();
  world = await staffWorld(engine);
}, 30_000);
afterAll(() => engine?.close());

const send = async (more: object = {}): Promise<string> => {
  const body = { ...world.request(canaries()), ...more };
  const sent = await world.as(world.people.sender).sealed('/api/referrals', { body });
  if (sent.status !== 201) throw new Error(sent.text);
  return String(sent.json.id);
};
const accept = (id: string) =>
  world.as(world.people.reader).sealed(`/api/referrals/${id}/accept`, { body: { contactBy: '2026-11-30' } });

describe('one referral', () => {
  test('goes from send to outcome, and each side reads what happened and what comes next', async () => {
    const { sender, reader } = world.people;
    const id = await send();
    const before = await world.as(reader).get(`/api/referrals/${id}`);
    expect(before.json).toMatchObject({
      side: 'reader',
      state: 'sent',
      label: null,
      senderName: 'Tomasz Reed',
      senderPhone: '07700 900164',
      agreement: { agreedOn: '2026-11-20', how: null },
      actions: ['ask', 'accept', 'wait_list', 'decline', 'hand_back'],
    });
    await world.as(reader).staff('POST', `/api/referrals/${id}/open`);
    const yes = await accept(id);
    expect(yes).toMatchObject({
      status: 200,
      json: { state: 'accepted', actions: ['start', 'not_start', 'hand_back', 'reveal'] },
    });
    const shown = await world.as(reader).sealed(`/api/referrals/${id}/reveal`);
    expect(shown.json.person).toMatchObject({ safeContact: ['no_voicemail'] });
    await world.as(reader).staff('POST', `/api/referrals/${id}/start`, { body: { on: '2026-11-23' } });
    const body = { outcome: 'came_some', words: null };
    await world.as(sender).staff('POST', `/api/referrals/${id}/complete`, { body });
    const after = await world.as(sender).get(`/api/referrals/${id}`);
    expect(after.json).toMatchObject({
      side: 'sender',
      label: 'Case 12',
      agreement: { how: 'by_phone' },
      contactBy: '2026-11-30',
      startedOn: '2026-11-23',
      outcome: 'came_some',
      actions: [],
    });
    const timeline = after.json.timeline.map((entry: { type: string; by: string; code: string }) => [
      entry.type,
      entry.by,
      entry.code,
    ]);
    expect(timeline).toEqual([
      ['referral.sent', 'Tomasz Reed', null],
      ['referral.opened', 'Idris Vale', null],
      ['referral.accepted', 'Idris Vale', null],
      ['referral.started', 'Idris Vale', null],
      ['referral.completed', 'Tomasz Reed', 'came_some'],
      // All of one instant here: what is an aggregate of its own comes last.
      ['contact.revealed', 'Idris Vale', 'reader'],
    ]);
  });

  test('names everybody who looked at who it is, however often, and tells the sender the group’s number', async () => {
    const { sender, reader, reader2: second } = world.people;
    const id = await send();
    await accept(id);
    for (const who of [reader, second, second]) await world.as(who).sealed(`/api/referrals/${id}/reveal`);
    await world.as(sender).sealed(`/api/referrals/${id}/reveal`);
    const seen = await world.as(sender).get(`/api/referrals/${id}`);
    const looks = seen.json.timeline.filter(({ type }: { type: string }) => type === 'contact.revealed');
    expect(looks.map(({ by, code }: { by: string; code: string }) => `${by} ${code}`).sort()).toEqual([
      'Idris Vale reader',
      'Nell Arkwright reader',
      'Nell Arkwright reader',
      'Tomasz Reed sender',
    ]);
    expect(seen.json.groupPhone).toMatchObject({ number: expect.stringMatching(/^0/) });
    const asReader = await world.as(reader).get(`/api/referrals/${id}`);
    expect(asReader.json.groupPhone).toBeNull();
    expect(asReader.json.timeline).toEqual(seen.json.timeline);
  });

  test.each(['colleague', 'stranger', 'otherReader', 'lead', 'coordinator', 'commissioner'] as const)(
    'does not exist for %s, by any address',
    async (who) => {
      const id = await send();
      const caller = world.as(world.people[who]);
      const missing = await caller.get('/api/referrals/0190a000-0000-7000-8000-000000000001');
      const answers = [
        await caller.get(`/api/referrals/${id}`),
        await caller.staff('POST', `/api/referrals/${id}/open`),
        await accept(id).then(() => caller.sealed(`/api/referrals/${id}/reveal`)),
        await caller.staff('POST', `/api/referrals/${id}/start`, { body: { on: '2026-11-23' } }),
      ];
      for (const answer of answers) {
        expect(answer.status).toBe(404);
        const { requestId: _one, ...told } = answer.json;
        const { requestId: _other, ...nothing } = missing.json;
        expect(told).toEqual(nothing);
      }
    },
  );

  test('a move that is illegal now is 409 with what the API can do instead and who was last', async () => {
    const id = await send();
    await accept(id);
    const late = await world.as(world.people.reader2).staff('POST', `/api/referrals/${id}/decline`, {
      body: { reason: 'outside_area', declinedBy: 'group', comment: null },
    });
    expect(late).toMatchObject({
      status: 409,
      json: {
        code: 'not_possible_now',
        legal: ['start', 'not_start', 'hand_back'],
        current: { state: 'accepted', by: 'Idris Vale' },
      },
    });
  });

  test('the group reads no more than the reference of what was taken back, the sender all but who it was', async () => {
    const id = await send();
    await accept(id);
    const body = { reason: 'person_asked', agreementWithdrawn: true };
    await world.as(world.people.sender).sealed(`/api/referrals/${id}/withdraw`, { body });
    const seen = await world.as(world.people.reader).get(`/api/referrals/${id}`);
    expect(seen.json).toMatchObject({ state: 'withdrawn', wouldLike: null, accessNeeds: [], actions: [] });
    const kept = await world.as(world.people.sender).get(`/api/referrals/${id}`);
    expect(kept.json.wouldLike).not.toBeNull();
    for (const who of [world.people.reader, world.people.sender]) {
      expect((await world.as(who).sealed(`/api/referrals/${id}/reveal`)).status).toBe(409);
    }
  });

  test('no answer but the reveal’s names the person', async () => {
    const who = canaries();
    const id = await send({ person: world.request(who).person });
    await accept(id);
    const { sender, reader } = world.people;
    const answers = [
      await world.as(reader).get(`/api/referrals/${id}`),
      await world.as(sender).get(`/api/referrals/${id}`),
      await world.as(reader).get('/api/referrals?view=inbox'),
      await world.as(sender).get('/api/referrals?view=caseload'),
    ];
    const all = [...answers.map(({ text }) => text), ...world.http.lines].join('\n');
    for (const canary of Object.values(who)) expect(all).not.toContain(canary);
    expect((await world.as(reader).sealed(`/api/referrals/${id}/reveal`)).text).toContain(who.name);
  });

  test('the key service out is 503, and nothing was sent', async () => {
    const { Unavailable } = await import('#functions/runtime/unavailable.ts');
    const create = world.keys.create;
    world.keys.create = () => Promise.reject(new Unavailable('keys', new Error('out')));
    const key = crypto.randomUUID();
    const body = world.request(canaries());
    const caller = world.as(world.people.sender);
    expect(await caller.sealed('/api/referrals', { body, key })).toMatchObject({
      status: 503,
      json: { code: 'unavailable' },
    });
    world.keys.create = create;
    expect((await caller.sealed('/api/referrals', { body, key })).status).toBe(201);
  });
});
