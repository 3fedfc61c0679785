import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acceptReferral } from '#functions/commands/accept-referral.ts';
import { declineReferral } from '#functions/commands/decline-referral.ts';
import { startReferral } from '#functions/commands/progress-referral.ts';
import { tell } from '#functions/commands/tell.ts';
import { withdrawReferral } from '#functions/commands/withdraw-referral.ts';
import { findReferral } from '#functions/store/referral.ts';
import { findUser, memberChanges, userItem } from '#functions/store/user.ts';
import { InviteId, type OrganizationId, type ReferralId, type SchemeId } from '#shared/model/ids.ts';
import type { Principal } from '#shared/model/roles.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { HOUR, MINUTE } from '#test/support/http-world.ts';
import { canaries } from '#test/support/referral-request.ts';
import { MANCHESTER, room } from '#test/support/referral-world.ts';
import { type WorkerWorld, workerWorld } from '#test/support/worker-world.ts';

let engine: TestEngine;
let world: WorkerWorld;
beforeAll(async () => {
  engine = await startEngine();
});
beforeEach(async () => {
  world = await workerWorld(engine, room(20));
  await world.read();
});
afterAll(() => engine.close());

const mailed = () =>
  world.mail.delivered.map(({ to, subject }) => `${to}: ${subject.replace(/R-[\w-]+/, 'R')}`);
const at = (who: Principal, id: ReferralId) => world.asked(who, id, world.clock.now());
const referenceOf = async (id: ReferralId) =>
  (await findReferral(world.table, { area: world.people.sender.area, id }))?.value.reference;
const accept = (id: ReferralId) =>
  acceptReferral(world.deps, at(world.people.reader, id), { contactBy: '2026-11-30' });

describe('a new referral', () => {
  it('is told to every reader of the group and to nobody else, by reference, activity and link alone', async () => {
    const who = canaries();
    const id = await world.sent({ request: world.request(who) });
    await world.settle();
    const reference = await referenceOf(id);
    expect(mailed().sort()).toEqual([
      'idris.vale@demo.example: A new referral waits: R',
      'nell.arkwright@demo.example: A new referral waits: R',
    ]);
    const [first] = world.mail.delivered;
    expect(first?.text).toContain(reference);
    expect(first?.text).toContain('Tea and talk');
    expect(first?.text).toContain(`https://portal.example.org/referrals/${id}`);
    const everything = JSON.stringify([world.mail.delivered, world.lines, world.queues]);
    for (const secret of [who.name, who.surname, who.phone, who.note, 'Case 12'])
      expect(everything).not.toContain(secret);
  });

  it('is told to no reader who may no longer sign in or has lost the role', async () => {
    await world.enrol(world.people.reader, { active: false });
    await world.enrol(world.people.reader2, {
      memberships: [{ role: 'group_lead', organizationId: world.groupId }],
    });
    await world.sent();
    await world.settle();
    expect(mailed()).toEqual(['coordinator@demo.example: Nobody at a group can open referral R']);
  });
});

describe('what follows', () => {
  it('is told to the link worker, but not what they did themselves', async () => {
    const id = await world.sent();
    await accept(id);
    await startReferral(world.deps, at(world.people.sender, id), { on: '2026-11-23' });
    const other = await world.sent();
    await declineReferral(world.deps, at(world.people.reader2, other), {
      reason: 'outside_area',
      declinedBy: 'group',
      comment: null,
    });
    await world.settle();
    expect(mailed().filter((one) => one.startsWith('tomasz'))).toEqual([
      'tomasz.reed@demo.example: R: the group said yes',
      'tomasz.reed@demo.example: R: the group could not say yes',
    ]);
  });

  it('reaches a link worker who chose daily at once when somebody needs another way, else once a day', async () => {
    await world.enrol(world.people.sender, { mail: 'daily' });
    const [one, two, three] = [await world.sent(), await world.sent(), await world.sent()];
    for (const id of [one, two]) await accept(id);
    await declineReferral(world.deps, at(world.people.reader, three), {
      reason: 'outside_area',
      declinedBy: 'group',
      comment: null,
    });
    await world.settle();
    const toSender = () =>
      mailed()
        .filter((line) => line.startsWith('tomasz'))
        .map((line) => line.split(': ')[2]);
    expect(toSender()).toEqual(['the group said yes', 'the group could not say yes']);
    world.clock.advance(24 * HOUR + MINUTE);
    await startReferral(world.deps, at(world.people.reader, one), { on: '2026-11-24' });
    await world.settle();
    expect(toSender()).toEqual([
      'the group said yes',
      'the group could not say yes',
      'the first visit has happened',
    ]);
  });

  it('tells the readers when a referral is taken back', async () => {
    const id = await world.sent();
    await withdrawReferral(world.deps, at(world.people.sender, id), {
      reason: 'person_asked',
      agreementWithdrawn: true,
    });
    await world.settle();
    expect(mailed().filter((line) => line.includes('taken back'))).toHaveLength(2);
  });
});

describe('sending', () => {
  it('sends nothing twice when messages, batches or the whole stream come again', async () => {
    await world.sent();
    const records = await world.read();
    for (let round = 0; round < 3; round += 1) {
      await world.dispatched(records);
      await world.drain('mail');
      await world.drain('mail');
    }
    expect(world.mail.delivered).toHaveLength(2);
  });

  it('waits out a provider that is down and then delivers everything once', async () => {
    world.mail.switches.down = true;
    for (let index = 0; index < 5; index += 1) await world.sent();
    await world.settle();
    for (let hour = 0; hour < 4; hour += 1) {
      world.clock.advance(HOUR);
      await world.drain('mail');
    }
    expect(world.mail.delivered).toEqual([]);
    world.mail.switches.down = false;
    await world.drain('mail');
    await world.sweep();
    await world.drain('mail');
    expect(world.mail.delivered).toHaveLength(10);
    expect(new Set(mailed()).size).toBe(2);
    expect(new Set(world.mail.delivered.map(({ to, key }) => to + key)).size).toBe(10);
  });

  it('lets go of the others when one mail hangs, and tries that one again after two minutes', async () => {
    await world.sent();
    await world.dispatched(await world.read());
    const message = world.queues.mail.waiting[0] ?? '';
    world.mail.switches.dieAfterSend = true;
    void world.drain('mail');
    while (world.mail.delivered.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    world.mail.switches.dieAfterSend = false;
    world.queues.mail.waiting.push(message);
    await world.drain('mail');
    expect(world.queues.mail.waiting).toEqual([message]);
    world.clock.advance(2 * MINUTE);
    await world.drain('mail');
    const counts = Object.values(Object.groupBy(world.mail.delivered, ({ to }) => to)).map(
      (some) => some?.length,
    );
    expect(counts.sort()).toEqual([1, 2]);
  });

  it('tells nobody twice when two functions take the same message at once', async () => {
    await world.sent();
    await world.dispatched(await world.read());
    const message = world.queues.mail.waiting[0] ?? '';
    world.queues.mail.waiting.push(message);
    await Promise.all([world.drain('mail'), world.drain('mail')]);
    while (world.queues.mail.waiting.length > 0) await world.drain('mail');
    expect(world.mail.delivered).toHaveLength(2);
  });
});

describe('a role taken by a link', () => {
  it('is told to those who lead the group already, because a stranger in an account would begin there', async () => {
    const { lead, reader, sender } = world.people;
    const accepted = (tenant: OrganizationId | SchemeId, role: 'group_reader' | 'link_worker') => {
      const data = { inviteId: InviteId.parse(randomUUID()), role, userId: reader.userId };
      const of = { area: MANCHESTER, tenant, aggregate: `invite#${data.inviteId}`, version: 2 };
      const telling = { userId: 'link', at: world.clock.now(), type: 'invite.accepted', data } as const;
      return world.table.write(tell(world.deps, of, telling));
    };
    await accepted(world.groupId, 'group_reader');
    await accepted(world.scheme.id, 'link_worker');
    await world.settle();
    expect(mailed()).toEqual([`${lead.email}: Marigold Corner: who looks after the group has changed`]);
    expect(JSON.stringify(world.mail.delivered)).not.toContain(sender.name);
  });

  it('and its loss are told to a lead whom another has put out, who is no lead any more', async () => {
    const { lead, reader } = world.people;
    const found = await findUser(world.table, lead.userId);
    if (found === undefined) throw new Error('The lead is not there');
    const after = { ...found.value, memberships: [] };
    const put = { kind: 'put', table: 'portal', item: userItem(after, 2), expected: 'any' } as const;
    const data = { organizationId: world.groupId, userId: lead.userId, role: 'group_lead' } as const;
    const of = { area: MANCHESTER, tenant: world.groupId, aggregate: `user#${lead.userId}`, version: 2 };
    const telling = { userId: reader.userId, at: world.clock.now(), type: 'member.removed', data } as const;
    await world.table.transact([put, ...memberChanges(found.value, after), tell(world.deps, of, telling)]);
    await world.settle();
    expect(mailed()).toEqual([`${lead.email}: Marigold Corner: who looks after the group has changed`]);
    expect(world.mail.delivered[0]?.text).toContain('https://portal.example.org/help');
  });
});
