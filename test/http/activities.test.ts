import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { findCapacity } from '#functions/store/capacity.ts';
import { outcodeItem } from '#functions/store/directory.ts';
import { findOrganization, organizationItem } from '#functions/store/organization.ts';
import { findService, serviceItem } from '#functions/store/service.ts';
import { ServiceId } from '#shared/model/ids.ts';
import { OutcodeShard } from '#shared/model/postcode.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { everything } from '#test/support/everything.ts';
import { MANCHESTER } from '#test/support/referral-world.ts';
import { staffWorld } from '#test/support/staff-world.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
  return () => engine.close();
});

const OUTLINE = {
  name: 'Lantern walk',
  kind: 'walking',
  needs: ['moving', 'company'],
  description: 'We walk by the canal',
  firstVisit: 'Ask for Jo at the boat house',
  schedules: [{ weekday: 'TH', opensAt: '18:00', closesAt: '19:30' }],
  place: { name: 'The boat house', address: '2 Water Street', postcode: 'm145rl', masked: false },
  cost: { pence: 150, note: 'For soup' },
};
const shardOf = (outcode: string, area: string | null) =>
  OutcodeShard.parse({
    ...{ outcode, area, councilName: 'Manchester' },
    wards: [{ code: 'E05011361', name: 'Fallowfield', council: 'E08000003' }],
    units: { '5RL': [53.4451, -2.2182, 0] },
  });

async function fresh() {
  const world = await staffWorld(engine);
  const { table } = world.http;
  for (const shard of [shardOf('M14', 'manchester'), shardOf('SY1', 'shropshire'), shardOf('L1', null)])
    await table.write({ kind: 'put', table: 'directory', item: outcodeItem(shard), expected: 'any' });
  const lead = world.as(world.people.lead);
  const path = `/api/groups/${world.groupId}/services`;
  const add = (body: object = OUTLINE, key = randomUUID()) => lead.staff('POST', path, { body, key });
  const change = (id: string, body: object) => lead.staff('PATCH', `/api/services/${id}`, { body });
  const listed = async () =>
    (await findOrganization(table, { area: MANCHESTER, id: world.groupId }))?.value.services ?? [];
  return { ...world, table, lead, path, add, change, listed };
}

describe('something people can join', () => {
  it('is added once a key, lies where its postcode does, and takes tier and limits from the group', async () => {
    const world = await fresh();
    await world.lead.staff('PUT', `/api/groups/${world.groupId}/safeguarding`, {
      body: { limits: ['We cannot help with medicines'] },
    });
    const key = randomUUID();
    const [added, again] = [await world.add(OUTLINE, key), await world.add(OUTLINE, key)];
    expect([added.status, again.status]).toEqual([201, 201]);
    expect(again.json).toEqual(added.json);
    const { service } = added.json;
    expect(service).toMatchObject({
      name: 'Lantern walk',
      place: { postcode: 'M14 5RL', ward: 'E05011361', wardName: 'Fallowfield', latitude: 53.4451 },
      tier: 1,
      exclusions: ['We cannot help with medicines'],
      access: { stepFree: null },
      status: 'active',
    });
    expect(await world.listed()).toEqual([world.serviceId, service.id]);
    const room = await findCapacity(world.table, { area: MANCHESTER, id: service.id });
    expect(room?.value).toMatchObject({ capacity: null, standing: { organization: 'checked' } });
    const told = (await everything(engine, 'events')).filter(
      ({ type, body }) => type === 'service.added' && String(body).includes(service.id),
    );
    expect(told).toHaveLength(1);
    expect((await world.add({ ...OUTLINE, name: 'Another' }, key)).json.code).toBe('key_reused');
  });

  it('can be sent referrals as soon as it is there, when its group can', async () => {
    const world = await fresh();
    await world.lead.staff('PUT', `/api/groups/${world.groupId}/safeguarding`, {
      body: { checks: ['trial'] },
    });
    const { service } = (await world.add()).json;
    const form = await world.as(world.people.sender).get(`/api/services/${service.id}/referral-form`);
    expect(form).toMatchObject({ status: 200, json: { service: { name: 'Lantern walk' } } });
  });

  it.each([
    ['SY1 5RL', 'That postcode is outside your area'],
    ['L1 5RL', 'That postcode is outside your area'],
    ['M14 9ZZ', 'We do not know that postcode'],
    ['the hall', 'Enter a full postcode'],
  ])('at %s is asked for again at the postcode', async (postcode, text) => {
    const world = await fresh();
    const answer = await world.add({ ...OUTLINE, place: { ...OUTLINE.place, postcode } });
    expect(answer).toMatchObject({
      status: 422,
      json: { fields: [{ id: 'place-postcode', text: expect.stringContaining(text) }] },
    });
    expect(await world.listed()).toEqual([world.serviceId]);
  });

  it('is refused when the group lists 45, unless one of them has ended', async () => {
    const world = await fresh();
    const ids = Array.from({ length: 45 }, () => ServiceId.parse(randomUUID()));
    for (const id of ids) await world.put(serviceItem(MANCHESTER, { ...world.activity, id }));
    await world.put(organizationItem({ ...world.group, services: ids }));
    expect((await world.add()).json.code).toBe('group_full');
    const [over = world.serviceId] = ids;
    await world.put(serviceItem(MANCHESTER, { ...world.activity, id: over, status: 'closed' }));
    expect((await world.add()).status).toBe(201);
    const after = await world.listed();
    expect([after.length, after.includes(over)]).toEqual([45, false]);
    expect((await findService(world.table, { area: MANCHESTER, id: over }))?.value.status).toBe('closed');
  });

  it('is added by a lead of that group alone', async () => {
    const world = await fresh();
    const { reader, sender, coordinator } = world.people;
    for (const who of [reader, sender, coordinator])
      expect((await world.as(who).staff('POST', world.path, { body: OUTLINE })).status).toBe(404);
    const other = await fresh();
    expect((await world.lead.staff('POST', other.path, { body: OUTLINE })).status).toBe(404);
  });
});

describe('a listing', () => {
  it('is changed part by part: what is left out stays', async () => {
    const world = await fresh();
    const eligibility = { minimumAge: 50, maximumAge: null, onlyFor: ['women'] };
    await world.change(world.serviceId, { eligibility });
    const moved = await world.change(world.serviceId, { place: OUTLINE.place });
    expect(moved.json.service).toMatchObject({
      name: 'Tea and talk',
      eligibility,
      place: { name: 'The boat house', postcode: 'M14 5RL', ward: 'E05011361' },
    });
  });

  it('says so when the highest age is below the lowest, or a place is elsewhere', async () => {
    const world = await fresh();
    const eligibility = { minimumAge: 60, maximumAge: 20, onlyFor: [] };
    const wrong = await world.change(world.serviceId, { eligibility });
    expect(wrong.json.fields).toEqual([
      { id: 'eligibility-maximumAge', text: 'The highest age must not be below the lowest' },
    ]);
    const away = await world.change(world.serviceId, { place: { ...OUTLINE.place, postcode: 'SY1 5RL' } });
    expect(away.json.fields[0].id).toBe('place-postcode');
  });
});
