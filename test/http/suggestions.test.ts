import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { supplyItem } from '#functions/store/supply.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { ask } from '#test/support/http-world.ts';
import { MANCHESTER, room } from '#test/support/referral-world.ts';
import { type StaffWorld, staffWorld } from '#test/support/staff-world.ts';

let engine: TestEngine;
let world: StaffWorld;
beforeAll(async () => {
  engine = await startEngine();
  world = await staffWorld(engine);
}, 30_000);
afterAll(() => engine?.close());

const suggest = (text: string, key = randomUUID(), organizationId: string = world.groupId) =>
  ask(world.apps.intake, 'POST', '/api/suggestions', {
    headers: { 'idempotency-key': key },
    body: { organizationId, topic: 'out_of_date', text },
  });
const open = () => world.as(world.people.coordinator).get('/api/moderation/queue?kind=report');
const resolve = (id: string, how = 'listing_changed') =>
  world
    .as(world.people.coordinator)
    .staff('POST', `/api/moderation/suggestions/${id}/resolve`, { body: { how } });

describe('what the public says is wrong', () => {
  test('reaches the coordinator once a key, oldest first, and leaves when dealt with', async () => {
    const key = randomUUID();
    const first = await suggest('It is on Thursdays now', key);
    expect(first.status).toBe(202);
    expect((await suggest('It is on Thursdays now', key)).json.id).toBe(first.json.id);
    expect(await suggest('Something else', key)).toMatchObject({ status: 422, json: { code: 'key_reused' } });
    world.http.clock.advance(1000);
    const second = await suggest('The hall has moved');
    const listed = await open();
    expect(listed.json.rows).toMatchObject([
      {
        id: first.json.id,
        groupName: 'Marigold Corner',
        ring: { phone: '0161 496 0120', times: 'Mornings' },
        text: 'It is on Thursdays now',
      },
      { id: second.json.id },
    ]);
    expect((await resolve(first.json.id)).status).toBe(200);
    expect((await resolve(first.json.id)).status).toBe(200);
    expect((await resolve(first.json.id, 'group_told')).status).toBe(409);
    expect((await open()).json.rows.map(({ id }: { id: string }) => id)).toEqual([second.json.id]);
  });

  test('of a group nobody has is not found', async () => {
    expect((await suggest('Where?', randomUUID(), randomUUID())).status).toBe(404);
  });

  test('is nobody’s to read or settle but a coordinator’s', async () => {
    for (const who of ['lead', 'sender', 'commissioner'] as const) {
      const caller = world.as(world.people[who]);
      expect((await caller.get('/api/moderation/queue?kind=report')).status).toBe(404);
    }
    expect((await resolve(randomUUID())).status).toBe(404);
  });

  test('is paged, and a cursor that is none is refused', async () => {
    const own = await staffWorld(engine);
    for (let count = 0; count < 55; count += 1) {
      own.http.clock.advance(1000);
      const headers = { 'x-viewer-ip': `203.0.113.${count}` };
      await ask(own.apps.intake, 'POST', '/api/suggestions', {
        headers,
        body: { organizationId: own.groupId, topic: 'has_closed', text: `Note ${count}` },
      });
    }
    const caller = own.as(own.people.coordinator);
    const first = await caller.get('/api/moderation/queue?kind=report');
    expect(first.json.rows).toHaveLength(50);
    const next = await caller.get(`/api/moderation/queue?kind=report&cursor=${first.json.next}`);
    const texts = [...first.json.rows, ...next.json.rows].map(({ text }: { text: string }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts).toContain('Note 54');
    expect((await caller.get('/api/moderation/queue?cursor=bm8')).status).toBe(400);
  });
});

describe('what there is, for a commissioner', () => {
  const get = async (who: keyof StaffWorld['people']) =>
    world.as(world.people[who]).send('commissioner', 'GET', '/api/insight/supply');

  test('is empty before anything was counted, then rows by council and need', async () => {
    expect((await get('commissioner')).json).toMatchObject({ rows: [], countedAt: null });
    const item = supplyItem(MANCHESTER, {
      serviceId: world.serviceId,
      organizationId: world.groupId,
      council: 'E08000003',
      councilName: 'Manchester',
      needs: ['company'],
      referableUntil: '2027-01-01T00:00:00.000Z',
      capacity: room(3),
    });
    await engine.table.write({ kind: 'put', table: 'insight', item, expected: 'any' });
    const row = { need: 'company', groups: 1, services: 1, referable: 1, withRoom: 1, unknownRoom: 0 };
    const { rows } = (await get('commissioner')).json;
    expect(rows).toContainEqual({ ...row, council: 'E08000003', councilName: 'Manchester' });
    expect(rows).toContainEqual({ ...row, council: null, councilName: '' });
  });

  test.each(['sender', 'reader', 'lead', 'coordinator'] as const)('is not for %s', async (who) => {
    expect((await get(who)).status).toBe(404);
  });
});
