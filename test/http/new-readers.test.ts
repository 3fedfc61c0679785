import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { withRoles } from '#functions/commands/merge-person.ts';
import { revealContact } from '#functions/commands/reveal-contact.ts';
import { opensFrom } from '#functions/domain/group/new-reader.ts';
import { later } from '#shared/model/civil-time.ts';
import type { Principal } from '#shared/model/roles.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { everything } from '#test/support/everything.ts';
import { person } from '#test/support/http-world.ts';
import { groupWithNewcomers } from '#test/support/new-readers.ts';
import { NOW } from '#test/support/referral-world.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
  return () => engine.close();
});

const IN_THREE_DAYS = '2026-11-26T09:00:00.000Z';

/** A second lead of the group, whom the first has named to read and who has signed in since. */
async function newReader() {
  const world = await groupWithNewcomers(engine);
  const helper = await world.another('Pat Lowe');
  expect((await world.name(world.lead, helper)).status).toBe(200);
  await world.enter(helper);
  return { ...world, helper };
}
const revealsOf = async (id: string) =>
  (await everything(engine, 'events')).filter(({ pk }) => pk === `reveal#${id}`);

describe('whoever is new as a reader', () => {
  it('answers at once, opens no contact details for 72 hours, and is told until when and whom to ring', async () => {
    const { helper, ...world } = await newReader();
    const id = await world.accepted(helper);
    const seen = await world.staff(helper, 'GET', `/api/referrals/${id}`);
    expect(seen.json).toMatchObject({
      state: 'accepted',
      senderPhone: '07700 900164',
      held: { until: IN_THREE_DAYS, coordinator: 'Yard Support', coordinatorPhone: '0161 496 0110' },
    });
    expect(seen.json.actions).not.toContain('reveal');
    const opened = await world.sealed(helper, `/api/referrals/${id}/reveal`);
    expect([opened.status, opened.json.code]).toEqual([409, 'reader_is_new']);
    expect(opened.text).not.toContain('Canary');
    expect(await revealsOf(id)).toEqual([]);
  });

  it('does not hold anybody up who read there before', async () => {
    const world = await newReader();
    const { reader } = world.people;
    const id = await world.accepted(reader);
    expect((await world.sealed(reader, `/api/referrals/${id}/reveal`)).status).toBe(200);
  });

  it('opens them to the minute when the time is over', async () => {
    const { helper, ...world } = await newReader();
    const principal = (await world.stored(helper)) ?? helper;
    const id = await world.accepted(helper);
    const at = (ms: number) =>
      revealContact(world.deps, { principal, referralId: id, at: later(IN_THREE_DAYS, ms) });
    expect(await at(-1000)).toMatchObject({ ok: false, refusal: { code: 'reader_is_new' } });
    expect((await at(0)).ok).toBe(true);
  });

  it('opens them as soon as a coordinator has vouched, without signing in again; said twice is once', async () => {
    const { helper, ...world } = await newReader();
    const { coordinator } = world.people;
    const id = await world.accepted(helper);
    const before = await world.staff(coordinator, 'GET', `/api/moderation/safeguarding/${world.groupId}`);
    expect(before.json.newReaders).toEqual([
      { userId: helper.userId, name: 'Pat Lowe', from: IN_THREE_DAYS },
    ]);
    const vouched = await world.vouch(coordinator, helper);
    expect([vouched.status, vouched.json.newReaders]).toEqual([200, []]);
    expect((await world.vouch(coordinator, helper)).status).toBe(200);
    expect((await world.staff(helper, 'GET', `/api/referrals/${id}`)).json.held).toBeUndefined();
    expect((await world.sealed(helper, `/api/referrals/${id}/reveal`)).status).toBe(200);
    const told = (await everything(engine, 'events')).filter(
      ({ type, body }) => type === 'member.vouched' && String(body).includes(helper.userId),
    );
    expect(told).toHaveLength(1);
  });

  it('is vouched for by no lead, no reader, no team, nor for a group they do not read in', async () => {
    const { helper, ...world } = await newReader();
    const other = await groupWithNewcomers(engine);
    for (const by of [world.lead, helper, world.people.reader, world.people.sender])
      expect((await world.vouch(by, helper)).status).toBe(404);
    expect((await other.vouch(other.people.coordinator, helper)).status).toBe(404);
    expect((await world.vouch(world.people.coordinator, world.people.sender)).status).toBe(404);
  });
});

describe('who is new', () => {
  type World = Awaited<ReturnType<typeof groupWithNewcomers>>;
  const isHeld = async (world: World, who: Pick<Principal, 'userId'> | undefined) =>
    who !== undefined && opensFrom((await world.stored(who)) ?? {}, world.groupId, NOW) !== null;
  const mail = () => `ann-${randomUUID().slice(0, 8)}@lantern.example`;

  it('is not the lead whom the check was about, naming themselves while they lead alone', async () => {
    const world = await groupWithNewcomers(engine);
    const named = await world.name(world.lead, world.lead);
    expect(named.json.members).toMatchObject([{ roles: ['group_lead', 'group_reader'], opensFrom: null }]);
    expect(await isHeld(world, world.lead)).toBe(false);
    const id = await world.accepted(world.lead);
    expect((await world.sealed(world.lead, `/api/referrals/${id}/reveal`)).status).toBe(200);
  });

  it('is the same lead once somebody else leads too', async () => {
    const world = await groupWithNewcomers(engine);
    await world.another('Pat Lowe');
    await world.name(world.lead, world.lead);
    expect(await isHeld(world, world.lead)).toBe(true);
  });

  it('is whoever puts the checked lead out and names themselves', async () => {
    const world = await groupWithNewcomers(engine);
    const intruder = await world.another('Pat Lowe');
    expect((await world.remove(intruder, world.lead, 'group_lead')).status).toBe(200);
    await world.name(intruder, intruder);
    expect(await isHeld(world, intruder)).toBe(true);
  });

  it('is whoever a lead invited, not whoever a coordinator did', async () => {
    const world = await groupWithNewcomers(engine);
    expect(await isHeld(world, await world.accepts(world.lead, mail()))).toBe(true);
    const vouched = await world.accepts(world.people.coordinator, mail());
    expect(vouched).toBeDefined();
    expect(await isHeld(world, vouched)).toBe(false);
  });

  it('is nobody sooner for having the role taken and given again', async () => {
    const { helper, ...world } = await newReader();
    await world.remove(world.lead, helper, 'group_reader');
    world.http.clock.advance(600_000);
    await world.name(world.lead, helper);
    expect((await world.stored(helper))?.readsFrom).toEqual({
      [world.groupId]: later(IN_THREE_DAYS, 600_000),
    });
  });

  it('stays so when two users turn out to be one person, and nobody who read there before becomes new', () => {
    const [one, other] = [person('group_reader'), person('group_reader')];
    const held = { ...other, readsFrom: { [groupIn(other)]: IN_THREE_DAYS } };
    expect(withRoles(one, held).readsFrom).toEqual(held.readsFrom);
    const again = { ...held, memberships: one.memberships, readsFrom: { [groupIn(one)]: IN_THREE_DAYS } };
    expect(withRoles(one, again)).toEqual(one);
  });
});

function groupIn({ memberships: [first] }: Pick<Principal, 'memberships'>): string {
  return first !== undefined && 'organizationId' in first ? first.organizationId : '';
}
