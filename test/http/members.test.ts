import { beforeAll, describe, expect, it } from 'vitest';
import { systemSecret } from '#functions/runtime/secrets.ts';
import { findCapacity } from '#functions/store/capacity.ts';
import { makeLink } from '#functions/store/link-token.ts';
import { organizationItem } from '#functions/store/organization.ts';
import { safeguardingItem } from '#functions/store/safeguarding.ts';
import type { GroupMembers } from '#shared/api/members.ts';
import type { Principal } from '#shared/model/roles.ts';
import { SafeguardingAnswers } from '#shared/model/safeguarding-answers.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { everything } from '#test/support/everything.ts';
import { ask } from '#test/support/http-world.ts';
import { MANCHESTER, NOW } from '#test/support/referral-world.ts';
import { allAnswers } from '#test/support/safeguarding-answers.ts';
import { staffWorld } from '#test/support/staff-world.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
  return () => engine.close();
});

/** All that tier 1 asks but who reads. */
const ALL = SafeguardingAnswers.parse(allAnswers(NOW));

/** A group with a lead who has answered everything, and nobody who reads. */
async function alone() {
  const world = await staffWorld(engine);
  const { table } = world.http;
  const answeredAt = Object.fromEntries(Object.keys(ALL).map((question) => [question, NOW]));
  await world.put(safeguardingItem({ area: MANCHESTER, id: world.groupId }, { answers: ALL, answeredAt }));
  const safeguarding = { status: 'answering', tier: 1, confirmedAt: null, validUntil: null } as const;
  await world.put(organizationItem({ ...world.group, safeguarding }));
  await world.stand({ standing: { organization: 'checked', safeguarding, service: 'active' } });
  const { lead } = world.people;
  const path = `/api/groups/${world.groupId}/members`;
  const read = async (): Promise<GroupMembers> => (await world.as(lead).get(path)).json;
  const name = (who: Pick<Principal, 'userId'>, role: string) =>
    world.as(lead).staff('POST', path, { body: { userId: who.userId, role } });
  const remove = (who: Pick<Principal, 'userId'>, role: string) =>
    world.as(lead).staff('DELETE', `${path}/${who.userId}/${role}`);
  const status = async () =>
    (await findCapacity(table, { area: MANCHESTER, id: world.serviceId }))?.value.standing.safeguarding
      .status;
  // Whoever asks is invited and signed in with the first request.
  await read();
  return { ...world, table, lead, path, read, name, remove, status };
}

describe('who looks after a group', () => {
  it('is shown to its lead, themselves first, with their roles', async () => {
    const world = await alone();
    await world.as(world.people.reader).get(world.path);
    const { members } = await world.read();
    expect(members.map(({ name, roles, isMe }) => [name, roles, isMe])).toEqual([
      ['Rosa Finch', ['group_lead'], true],
      ['Idris Vale', ['group_reader'], false],
    ]);
  });

  it('is nobody else’s to see or to change', async () => {
    const world = await alone();
    const { reader, sender, coordinator } = world.people;
    const body = { userId: world.lead.userId, role: 'group_reader' };
    for (const who of [reader, sender, coordinator]) {
      const caller = world.as(who);
      expect((await caller.get(world.path)).status).toBe(404);
      expect((await caller.staff('POST', world.path, { body })).status).toBe(404);
      const path = `${world.path}/${world.lead.userId}/group_lead`;
      expect((await caller.staff('DELETE', path)).status).toBe(404);
    }
    const other = await alone();
    expect((await world.as(world.lead).get(other.path)).status).toBe(404);
    expect((await world.name(other.lead, 'group_reader')).status).toBe(404);
  });
});

describe('a lead who does everything alone', () => {
  it('names themselves reader in one act: referable at once, and still signed in with the right to read', async () => {
    const world = await alone();
    expect(await world.status()).toBe('answering');
    const named = await world.name(world.lead, 'group_reader');
    expect(named).toMatchObject({
      status: 200,
      json: { members: [{ roles: ['group_lead', 'group_reader'] }] },
    });
    expect(await world.status()).toBe('confirmed');
    expect((await world.as(world.lead).get('/api/referrals?view=inbox')).status).toBe(200);
    expect((await world.name(world.lead, 'group_reader')).status).toBe(200);
    const told = (await everything(engine, 'events')).filter(({ body }) =>
      String(body).includes(world.groupId),
    );
    const types = told.map(({ type }) => type);
    expect(types.filter((type) => type === 'member.named')).toHaveLength(1);
    expect(types.filter((type) => type === 'safeguarding.confirmed')).toHaveLength(1);
  });

  it('cannot leave the group without a lead', async () => {
    const world = await alone();
    expect((await world.remove(world.lead, 'group_lead')).json.code).toBe('last_lead');
    expect((await world.remove(world.people.sender, 'group_reader')).json.code).toBe('not_found');
    expect((await world.read()).members).toHaveLength(1);
  });
});

describe('taking a role away', () => {
  it('signs whoever had it out, and the last reader takes the referrals with them', async () => {
    const world = await alone();
    const { reader } = world.people;
    await world.as(reader).get(world.path);
    await world.name(world.lead, 'group_reader');
    expect(await world.remove(reader, 'group_reader')).toMatchObject({ status: 200, json: { readers: 1 } });
    expect((await world.as(reader).get('/api/referrals?view=inbox')).status).toBe(401);
    expect(await world.status()).toBe('confirmed');
    expect((await world.remove(world.lead, 'group_reader')).json).toEqual({ readers: 0 });
    expect(await world.status()).toBe('out_of_date');
    const form = await world.as(world.people.sender).get(`/api/services/${world.serviceId}/referral-form`);
    expect(form.json.referable).toBe(false);
    const told = (await everything(engine, 'events')).filter(
      ({ type, body }) => type === 'member.removed' && String(body).includes(world.groupId),
    );
    expect(told).toHaveLength(2);
  });
});

describe('an invited reader', () => {
  it('makes the group referable by accepting, when all else is answered', async () => {
    const world = await alone();
    const membership = { role: 'group_reader', organizationId: world.groupId };
    const email = `ann-${world.groupId.slice(0, 6)}@lantern.example`;
    const made = await world.as(world.lead).staff('POST', '/api/invites', { body: { email, membership } });
    expect((await world.read()).invites).toMatchObject([{ email, state: 'waiting' }]);
    const token = await makeLink(
      { table: world.table, secret: systemSecret },
      { purpose: 'invite', area: MANCHESTER, subject: made.json.id, holder: made.json.id },
      world.http.clock.now(),
    );
    const pressed = await ask(world.apps.joining, 'POST', `/invite/${token}`, {
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'idempotency-key': undefined,
        origin: 'null',
      },
      raw: new URLSearchParams({ name: 'Ann Rowe' }).toString(),
    });
    expect(pressed.status).toBe(200);
    expect(await world.status()).toBe('confirmed');
    const after = await world.read();
    expect(after.invites).toEqual([]);
    expect(after.members.map(({ name }) => name)).toContain('Ann Rowe');
  });
});
