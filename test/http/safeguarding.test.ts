import { beforeAll, describe, expect, it } from 'vitest';
import { findCapacity } from '#functions/store/capacity.ts';
import { organizationItem } from '#functions/store/organization.ts';
import { findService } from '#functions/store/service.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { MANCHESTER, NOW } from '#test/support/referral-world.ts';
import { allAnswers } from '#test/support/safeguarding-answers.ts';
import { staffWorld } from '#test/support/staff-world.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
  return () => engine.close();
});

const { limits: LIMITS, ...ANSWERS } = allAnswers(NOW);

/** A checked group that has not confirmed anything yet, and has a reader. */
async function fresh() {
  const world = await staffWorld(engine);
  const standing = { status: 'answering', tier: 1, confirmedAt: null, validUntil: null } as const;
  await world.put(organizationItem({ ...world.group, safeguarding: standing }));
  await world.stand({
    standing: { organization: 'checked', safeguarding: standing, service: 'active' },
  });
  await world.as(world.people.reader).get('/api/session');
  const path = `/api/groups/${world.groupId}/safeguarding`;
  const lead = world.as(world.people.lead);
  const room = async () =>
    (await findCapacity(world.http.table, { area: MANCHESTER, id: world.serviceId }))?.value.standing;
  return {
    ...world,
    path,
    room,
    read: () => lead.get(path),
    answer: (body: unknown, key?: string) => lead.staff('PUT', path, { body, ...(key && { key }) }),
  };
}

describe('the answers of a group', () => {
  it('are kept one by one, and the last makes it referable where senders look, in the same act', async () => {
    const world = await fresh();
    for (const [question, answer] of Object.entries(ANSWERS)) {
      const saved = await world.answer({ [question]: answer });
      expect(saved.status).toBe(200);
      expect(saved.json.missing).not.toContain(question);
      expect((await world.room())?.safeguarding.status).toBe('answering');
    }
    expect((await world.read()).json).toMatchObject({ missing: ['limits'], answers: ANSWERS });
    const done = await world.answer({ limits: LIMITS });
    expect(done.json).toMatchObject({ missing: [], standing: { status: 'confirmed', tier: 1 } });
    expect((await world.room())?.safeguarding).toEqual(done.json.standing);
    const found = await world.as(world.people.sender).get(`/api/services/${world.serviceId}/referral-form`);
    expect(found.json.referable).toBe(true);
  });

  it('take the confirmation back when one is no longer enough, and give each activity its tier', async () => {
    const world = await fresh();
    await world.answer({ ...ANSWERS, limits: ['We cannot help with medicines'] });
    const higher = await world.answer({ does: ['homes'] });
    expect(higher.json.standing).toMatchObject({ status: 'out_of_date', tier: 3 });
    expect((await world.room())?.safeguarding.tier).toBe(3);
    const service = await findService(world.http.table, { area: MANCHESTER, id: world.serviceId });
    expect(service?.value.tier).toBe(3);
    const found = await world.as(world.people.sender).get(`/api/services/${world.serviceId}/referral-form`);
    expect(found.json.referable).toBe(false);
  });

  it('sent twice are one effect; another answer under the same key is refused', async () => {
    const world = await fresh();
    const key = '0b2c9a2e-52f5-4c39-9f68-3a6dd3b1f6aa';
    await world.answer({ checks: ['trial'] }, key);
    expect((await world.answer({ checks: ['trial'] }, key)).status).toBe(200);
    expect((await world.answer({ checks: ['known'] }, key)).json.code).toBe('key_reused');
  });

  it('are nobody’s but the lead’s of that group', async () => {
    const world = await fresh();
    for (const who of [world.people.reader, world.people.sender, world.people.otherReader])
      expect((await world.as(who).staff('GET', world.path)).status).toBe(404);
    const other = await fresh();
    expect((await world.as(world.people.lead).get(other.path)).status).toBe(404);
  });

  it('that need another look are named by field, and nothing is kept', async () => {
    const world = await fresh();
    const wrong = await world.answer({ lead: { name: '', role: 'x', contact: '1', deputy: null } });
    expect(wrong.status).toBe(422);
    expect(wrong.json.fields).toEqual([
      { id: 'lead-name', text: 'Enter the name of the person people tell' },
    ]);
    expect((await world.read()).json.answers).toEqual({});
  });
});
