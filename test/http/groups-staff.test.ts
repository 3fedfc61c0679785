import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findOrganization } from '#functions/store/organization.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { everything } from '#test/support/everything.ts';
import { MANCHESTER, room } from '#test/support/referral-world.ts';
import { type StaffWorld, staffWorld } from '#test/support/staff-world.ts';

let engine: TestEngine;
let world: StaffWorld;
beforeAll(async () => {
  engine = await startEngine();
  world = await staffWorld(engine);
}, 30_000);
afterAll(() => engine?.close());

const told = async (type: string) =>
  (await everything(engine, 'events')).filter(
    (event) => event['type'] === type && String(event['body']).includes(world.serviceId),
  ).length;

describe('saying how much room there is', () => {
  const path = () => `/api/services/${world.serviceId}/capacity`;
  test.each(['lead', 'reader'] as const)('the group’s %s says it, from now for 30 days', async (who) => {
    const caller = world.as(world.people[who]);
    const said = await caller.staff('PUT', path(), { body: { state: 'few', places: 2 } });
    expect(said).toMatchObject({
      status: 200,
      json: {
        capacity: { state: 'few', places: 2, goodUntil: '2026-12-23T09:00:00.000Z' },
        room: { state: 'few', places: 2 },
      },
    });
    expect((await world.capacityNow())?.capacity?.places).toBe(2);
  });

  test('the same key twice tells it once; with another answer it is refused', async () => {
    const before = await told('capacity.stated');
    const key = randomUUID();
    const caller = world.as(world.people.lead);
    const body = { state: 'open', places: 6 };
    const answers = [
      await caller.staff('PUT', path(), { key, body }),
      await caller.staff('PUT', path(), { key, body }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await told('capacity.stated')).toBe(before + 1);
    const other = await caller.staff('PUT', path(), { key, body: { state: 'full', places: null } });
    expect(other).toMatchObject({ status: 422, json: { code: 'key_reused' } });
  });

  test.each(['sender', 'otherReader', 'coordinator'] as const)(
    'for %s there is no such activity',
    async (who) => {
      const answer = await world
        .as(world.people[who])
        .staff('PUT', path(), { body: { state: 'full', places: null } });
      expect(answer.status).toBe(404);
    },
  );

  test('open with no place is a question back to the group', async () => {
    const body = { state: 'open', places: 0 };
    const answer = await world.as(world.people.lead).staff('PUT', path(), { body });
    expect(answer).toMatchObject({ status: 422, json: { fields: [{ id: 'places' }] } });
  });
});

describe('a listing', () => {
  const change = () => {
    const { description: _old, firstVisit, schedules, cost, access, status } = world.activity;
    return { description: 'Tea, cake and a piano', firstVisit, schedules, cost, access, status };
  };
  test('is changed by its lead, told once a key', async () => {
    const before = await told('service.changed');
    const key = randomUUID();
    const caller = world.as(world.people.lead);
    for (let times = 0; times < 2; times += 1) {
      const changed = await caller.staff('PATCH', `/api/services/${world.serviceId}`, {
        key,
        body: change(),
      });
      expect(changed).toMatchObject({
        status: 200,
        json: { service: { description: 'Tea, cake and a piano' } },
      });
    }
    expect(await told('service.changed')).toBe(before + 1);
    const mine = await caller.get(`/api/groups/${world.groupId}/services`);
    expect(mine.json.services[0].service.description).toBe('Tea, cake and a piano');
  });

  test('was last checked by the group on the day something of it was changed', async () => {
    const own = await staffWorld(engine, room(4));
    own.pass(40 * 86_400_000);
    await own.as(own.people.lead).staff('PATCH', `/api/services/${own.serviceId}`, { body: change() });
    const group = await findOrganization(own.http.table, { area: MANCHESTER, id: own.groupId });
    expect(group?.value.lastReviewedAt).toBe(own.http.clock.now());
  });

  test('closed for a while takes no referrals from that very moment', async () => {
    const own = await staffWorld(engine, room(4));
    const { description, firstVisit, schedules, cost, access } = own.activity;
    const body = { description, firstVisit, schedules, cost, access, status: 'temporarily_closed' };
    await own.as(own.people.lead).staff('PATCH', `/api/services/${own.serviceId}`, { body });
    expect(await own.create()).toMatchObject({ ok: false, refusal: { code: 'not_referable' } });
    const form = await own.as(own.people.sender).get(`/api/services/${own.serviceId}/referral-form`);
    expect(form.json.referable).toBe(false);
  });

  test('is said to a sender to be full or resting before anything is typed, never when nobody knows', async () => {
    const own = await staffWorld(engine, room(4));
    const form = async () =>
      (await own.as(own.people.sender).get(`/api/services/${own.serviceId}/referral-form`)).json;
    for (const capacity of [room(3), room(null, 'waiting_list'), null]) {
      await own.stand({ capacity });
      expect(await form()).toMatchObject({ referable: true, whyNot: null });
    }
    for (const capacity of [room(null, 'full'), room(null, 'paused'), room(0)]) {
      await own.stand({ capacity });
      expect(await form()).toMatchObject({ referable: false, whyNot: 'full' });
    }
    await own.stand({ capacity: room(null) });
    for (let sent = 0; sent < 10; sent += 1) await own.sent();
    expect(await form()).toMatchObject({ referable: false, whyNot: 'offers_waiting', isNew: false });
  });

  test.each(['reader', 'sender', 'coordinator'] as const)(
    'is not %s’s to change or to see so',
    async (who) => {
      const caller = world.as(world.people[who]);
      const path = `/api/services/${world.serviceId}`;
      expect((await caller.staff('PATCH', path, { body: change() })).status).toBe(404);
      expect((await caller.get(`/api/groups/${world.groupId}/services`)).status).toBe(404);
    },
  );
});

describe('what a sender must see first', () => {
  test('the room, what cannot be supported, the numbers for danger, the group’s own number', async () => {
    const own = await staffWorld(engine, room(4));
    const form = await own.as(own.people.sender).get(`/api/services/${own.serviceId}/referral-form`);
    expect(form).toMatchObject({
      status: 200,
      json: {
        service: {
          name: 'Tea and talk',
          wardName: 'Fallowfield',
          exclusions: ['We cannot help with medicines'],
        },
        room: { state: 'open', places: 4 },
        safeguarding: { status: 'confirmed', tier: 1 },
        referable: true,
        groupPhone: { number: '0161 496 0120' },
        stopPanel: [{ council: 'Manchester', crisis: '0808 157 0101' }],
        wordingVersion: 'introduction-1',
        today: '2026-11-23',
      },
    });
  });
  test('in another area, or for a group not checked, there is nothing', async () => {
    const elsewhere = world.as({
      ...world.people.stranger,
      area: 'shropshire' as typeof world.people.lead.area,
    });
    expect((await elsewhere.get(`/api/services/${world.serviceId}/referral-form`)).status).toBe(404);
    const lead = world.as(world.people.lead);
    expect((await lead.get(`/api/services/${world.serviceId}/referral-form`)).status).toBe(404);
  });
});
