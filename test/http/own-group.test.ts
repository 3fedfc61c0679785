import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { listed } from '#functions/search/listed.ts';
import { areaItem } from '#functions/store/area.ts';
import { findOrganization, organizationItem } from '#functions/store/organization.ts';
import { registrationItem } from '#functions/store/registration.ts';
import type { GroupProgress } from '#shared/api/own-group.ts';
import { DAY_LENGTH } from '#shared/model/civil-time.ts';
import { UserId } from '#shared/model/ids.ts';
import { Registration, type RegistrationState } from '#shared/model/registration.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { everything } from '#test/support/everything.ts';
import { MANCHESTER, NOW, room, settings } from '#test/support/referral-world.ts';
import { staffWorld } from '#test/support/staff-world.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
  return () => engine.close();
});

async function fresh(capacity: Parameters<typeof staffWorld>[1] = room(3)) {
  const world = await staffWorld(engine, capacity);
  const lead = world.as(world.people.lead);
  const path = `/api/groups/${world.groupId}`;
  const progress = async (): Promise<GroupProgress> => (await lead.get(`${path}/progress`)).json;
  const state = async (step: string) => (await progress()).steps.find((one) => one.step === step)?.state;
  const groupNow = async () =>
    (await findOrganization(world.http.table, { area: MANCHESTER, id: world.groupId }))?.value;
  /** The group as it registered here, with what became of it. */
  const register = async (state_: RegistrationState) => {
    const at = { at: NOW, by: UserId.parse(randomUUID()), note: '' };
    const registration = Registration.parse({
      ...{ id: world.groupId, area: MANCHESTER, state: state_, name: 'Marigold Corner', happens: 'Tea' },
      ...{ when: 'Wednesdays', outcode: 'M14', email: 'rosa@demo.example', at: NOW, made: 'x', twin: null },
      lead: { userId: world.people.lead.userId, name: 'Rosa Finch', confirmedAt: NOW },
      checked: null,
      returned: state_ === 'returned' ? { ...at, reason: 'not_reached' } : null,
    });
    await world.put(registrationItem(registration, 3, NOW));
    await world.put(organizationItem({ ...world.group, status: 'unverified', checkedAt: null }));
  };
  return { ...world, lead, path, progress, state, groupNow, register };
}

describe('how far a group is', () => {
  it('is told its lead: what is done, what is left, who helps', async () => {
    const world = await fresh(null);
    expect(await world.progress()).toMatchObject({
      check: 'checked',
      receives: true,
      block: null,
      questionsLeft: 9,
      helper: { name: 'Yard Support', phone: '0161 496 0110' },
    });
    expect(await world.state('room')).toBe('to_do');
    await world.lead.staff('PUT', `/api/services/${world.serviceId}/capacity`, {
      body: { state: 'open', places: 2 },
    });
    expect(await world.state('room')).toBe('done');
  });

  it('says that an activity closed for now receives nobody', async () => {
    const world = await fresh();
    const { description, firstVisit, schedules, cost, access } = world.activity;
    const body = { description, firstVisit, schedules, cost, access, status: 'temporarily_closed' };
    await world.lead.staff('PATCH', `/api/services/${world.serviceId}`, { body });
    expect(await world.progress()).toMatchObject({ receives: false });
    expect(await world.state('activity')).toBe('to_do');
  });

  it('waits for a reader who was asked while their link works', async () => {
    const world = await fresh();
    expect(await world.state('reader')).toBe('to_do');
    const membership = { role: 'group_reader', organizationId: world.groupId };
    const asked = { email: 'nell@marigold.example', membership };
    expect((await world.lead.staff('POST', '/api/invites', { body: asked })).status).toBe(201);
    expect(await world.state('reader')).toBe('waiting');
    world.pass(3 * DAY_LENGTH);
    expect(await world.state('reader')).toBe('to_do');
  });

  it('says that its area is not open yet when nothing else keeps referrals away', async () => {
    const world = await fresh();
    await world.put(areaItem({ ...settings, goneLive: null }));
    expect(await world.progress()).toMatchObject({ receives: false, block: 'not_live' });
    await world.put(areaItem(settings));
  });

  it('is nobody’s to see but a lead’s of that group', async () => {
    const world = await fresh();
    const { reader, sender, coordinator, otherReader } = world.people;
    for (const who of [reader, sender, coordinator, otherReader])
      expect((await world.as(who).get(`${world.path}/progress`)).status).toBe(404);
    const other = await fresh();
    expect((await world.lead.get(`${other.path}/progress`)).status).toBe(404);
  });
});

describe('a group that was sent back', () => {
  it('sees the reason, asks for another check once, and waits again', async () => {
    const world = await fresh();
    await world.register('returned');
    expect(await world.progress()).toMatchObject({
      check: 'returned',
      reason: 'not_reached',
      receives: false,
    });
    for (const _ of [1, 2])
      expect((await world.lead.staff('POST', `${world.path}/ask-again`)).json).toEqual({ check: 'waiting' });
    expect(await world.progress()).toMatchObject({ check: 'waiting', reason: null });
    const waiting = await world.as(world.people.coordinator).get('/api/moderation/queue?kind=check');
    expect(waiting.json.rows.map(({ id }: { id: string }) => id)).toContain(world.groupId);
    const asked = (await everything(engine, 'events')).filter(
      ({ type, body }) => type === 'organization.asked_again' && String(body).includes(world.groupId),
    );
    expect(asked).toHaveLength(1);
  });

  it('is nobody else’s to ask for, and there is nothing to ask for one that has not registered', async () => {
    const world = await fresh();
    await world.register('returned');
    expect((await world.as(world.people.reader).staff('POST', `${world.path}/ask-again`)).status).toBe(404);
    const other = await fresh();
    await other.put(organizationItem({ ...other.group, status: 'unverified' }));
    expect((await other.lead.staff('POST', `${other.path}/ask-again`)).json.code).toBe('not_possible_now');
  });
});

describe('the phone of a group', () => {
  const phone = { number: '07700 900123', bestTimes: 'After 6pm', shownTo: 'professionals' };
  const publicPhone = (
    group: NonNullable<Awaited<ReturnType<Awaited<ReturnType<typeof fresh>>['groupNow']>>>,
  ) =>
    listed(
      { organization: group, services: [], capacities: new Map() },
      { wards: {}, nation: 'england', open: true },
    )?.document.phone;

  it('is shown to link workers alone, or to everybody, as the lead says', async () => {
    const world = await fresh();
    const give = (shownTo: string) =>
      world.lead.staff('PATCH', world.path, { body: { phone: { ...phone, shownTo } } });
    const form = () => world.as(world.people.sender).get(`/api/services/${world.serviceId}/referral-form`);
    expect((await give('professionals')).status).toBe(200);
    const group = await world.groupNow();
    expect(group && publicPhone(group)).toBeNull();
    expect((await form()).json.groupPhone).toEqual({ number: '07700 900123', bestTimes: 'After 6pm' });
    await give('public');
    const after = await world.groupNow();
    expect(after && publicPhone(after)).toEqual({ number: '07700 900123', bestTimes: 'After 6pm' });
    expect(after?.lastReviewedAt).toBe(world.http.clock.now());
  });

  it('sent twice under one key is one change; another number under it is refused', async () => {
    const world = await fresh();
    const key = randomUUID();
    for (const _ of [1, 2])
      expect((await world.lead.staff('PATCH', world.path, { key, body: { phone } })).status).toBe(200);
    const told = (await everything(engine, 'events')).filter(
      ({ type, body }) => type === 'organization.changed' && String(body).includes(world.groupId),
    );
    expect(told).toHaveLength(1);
    const other = { phone: { ...phone, number: '0161 496 0111' } };
    expect((await world.lead.staff('PATCH', world.path, { key, body: other })).json.code).toBe('key_reused');
  });

  it.each([
    [{ number: 'ask me' }, 'phone-number'],
    [{ shownTo: 'nobody' }, 'phone-shownTo'],
    [{ bestTimes: 'x'.repeat(81) }, 'phone-bestTimes'],
  ])('of %o is asked for again at its field', async (wrong, id) => {
    const world = await fresh();
    const answer = await world.lead.staff('PATCH', world.path, { body: { phone: { ...phone, ...wrong } } });
    expect(answer).toMatchObject({ status: 422, json: { fields: [{ id }] } });
    expect((await world.groupNow())?.phone).toEqual(world.group.phone);
  });

  it('is not a reader’s to change', async () => {
    const world = await fresh();
    expect((await world.as(world.people.reader).staff('PATCH', world.path, { body: { phone } })).status).toBe(
      404,
    );
  });
});
