import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { safeguardingItem } from '#functions/store/safeguarding.ts';
import { AreaId } from '#shared/model/area.ts';
import { SafeguardingAnswers } from '#shared/model/safeguarding-answers.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { MANCHESTER, NOW, principal } from '#test/support/referral-world.ts';
import { allAnswers } from '#test/support/safeguarding-answers.ts';
import { staffWorld } from '#test/support/staff-world.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
  return () => engine.close();
});

/** A confirmed group with its lead, its reader, a sender and the coordinator. */
async function confirmed() {
  const world = await staffWorld(engine);
  const answers = SafeguardingAnswers.parse(allAnswers(NOW));
  const answeredAt = Object.fromEntries(Object.keys(answers).map((one) => [one, NOW]));
  await world.put(safeguardingItem({ area: MANCHESTER, id: world.groupId }, { answers, answeredAt }));
  const coordinator = world.as(world.people.coordinator);
  await world.as(world.people.reader).get('/api/session');
  const own = `/api/groups/${world.groupId}/safeguarding`;
  const theirs = `/api/moderation/safeguarding/${world.groupId}`;
  const lead = world.as(world.people.lead);
  return {
    ...world,
    referable: async () =>
      (await world.as(world.people.sender).get(`/api/services/${world.serviceId}/referral-form`)).json
        .referable,
    withdraw: (key?: string) => lead.staff('POST', `${own}/withdraw`, { body: {}, ...(key && { key }) }),
    renew: (body: object) => lead.staff('POST', `${own}/renew`, { body }),
    pause: (who = coordinator) =>
      who.staff('POST', `${theirs}/pause`, { body: { reason: 'concern_raised' } }),
    resume: () => coordinator.staff('POST', `${theirs}/resume`, { body: {} }),
    stands: (who = coordinator) => who.get(theirs),
  };
}
const RENEWAL = { policyReviewedOn: '2026-11-01', insuredUntil: null, stillTrue: true };

describe('a group that takes its confirmation back', () => {
  it('is sent nobody from the next request on, and is referable again by renewing on one page', async () => {
    const world = await confirmed();
    expect(await world.referable()).toBe(true);
    const taken = await world.withdraw();
    expect(taken.json.standing.status).toBe('withdrawn_by_group');
    expect(await world.referable()).toBe(false);
    const renewed = await world.renew(RENEWAL);
    expect(renewed.json).toMatchObject({ missing: [], standing: { status: 'confirmed' } });
    expect(await world.referable()).toBe(true);
  });
  it('does so once however often the same request comes, and cannot twice', async () => {
    const world = await confirmed();
    const key = randomUUID();
    expect((await world.withdraw(key)).status).toBe(200);
    expect((await world.withdraw(key)).status).toBe(200);
    expect((await world.withdraw()).json.code).toBe('not_possible_now');
  });
  it('is not confirmed again by an answer given in passing', async () => {
    const world = await confirmed();
    await world.withdraw();
    const path = `/api/groups/${world.groupId}/safeguarding`;
    const saved = await world.as(world.people.lead).staff('PUT', path, { body: { checks: ['trial'] } });
    expect(saved.json.standing.status).toBe('withdrawn_by_group');
    expect(await world.referable()).toBe(false);
  });
  it('is told at the field which date does not count, and nothing is changed', async () => {
    const world = await confirmed();
    await world.withdraw();
    const refused = await world.renew({ ...RENEWAL, policyReviewedOn: '2030-01-01' });
    expect(refused.status).toBe(422);
    expect(refused.json.fields).toMatchObject([{ id: 'policyReviewedOn' }]);
    const unticked = await world.renew({ ...RENEWAL, stillTrue: false });
    expect(unticked.json.fields).toMatchObject([{ id: 'stillTrue' }]);
    expect(await world.referable()).toBe(false);
  });
});

describe('a coordinator’s pause', () => {
  it('stops referrals at once, whatever the group answers or renews, until the coordinator ends it', async () => {
    const world = await confirmed();
    expect((await world.pause()).json.standing.status).toBe('paused_by_coordinator');
    expect(await world.referable()).toBe(false);
    expect((await world.renew(RENEWAL)).json.code).toBe('not_possible_now');
    expect((await world.withdraw()).json.code).toBe('not_possible_now');
    expect((await world.pause()).json.code).toBe('not_possible_now');
    const ended = await world.resume();
    expect(ended.json.standing).toMatchObject({ status: 'confirmed' });
    expect(await world.referable()).toBe(true);
  });
  it('is nobody’s but a coordinator’s of the area, and shows no answers about people', async () => {
    const world = await confirmed();
    const stands = await world.stands();
    expect(stands.json).toMatchObject({ group: { name: 'Marigold Corner' }, missing: [], readers: 1 });
    expect(stands.text).not.toContain('Rosa');
    const area = AreaId.parse('shropshire');
    const elsewhere = { ...principal('Ivy Marl', { role: 'coordinator' }), area };
    const others = [world.people.lead, world.people.reader, world.people.sender, elsewhere];
    for (const who of others) {
      expect((await world.pause(world.as(who))).status).toBe(404);
      expect((await world.stands(world.as(who))).status).toBe(404);
    }
  });
});
