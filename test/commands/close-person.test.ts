import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { closePerson } from '#functions/commands/close-person.ts';
import type { Deps } from '#functions/commands/deps.ts';
import { startSession } from '#functions/commands/session.ts';
import { systemIds, systemSessionId } from '#functions/runtime/ids.ts';
import { hashOf, systemSecret } from '#functions/runtime/secrets.ts';
import { listReferrals } from '#functions/store/referral-listing.ts';
import { findSession } from '#functions/store/session.ts';
import type { Table } from '#functions/store/table.ts';
import { findUser, identityHash, invitedUserItems } from '#functions/store/user.ts';
import type { UserId } from '#shared/model/ids.ts';
import type { Principal } from '#shared/model/roles.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { everything } from '#test/support/everything.ts';
import { MANCHESTER, NOW, principal, referralWorld, room } from '#test/support/referral-world.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
  return () => engine.close();
});

/** A team with a manager, two link workers, and two coordinators of the area. */
async function team() {
  const table = engine.tableWith({ now: () => NOW });
  const world = await referralWorld(table, room(400));
  const people = {
    ...world.people,
    coordinator: principal('Sunil Grange', { role: 'coordinator' }),
    second: principal('Ada Marsh', { role: 'coordinator' }),
  };
  for (const who of Object.values(people))
    for (const item of invitedUserItems({ ...who, active: true, mail: 'instant' })) await world.put(item);
  const close = (by: Principal, who: Principal, to: UserId | null = null, deps: Deps = world.deps) =>
    closePerson(deps, { principal: by, userId: who.userId, to, at: NOW });
  const user = async (who: Principal) => (await findUser(table, who.userId))?.value;
  const live = async (who: Principal) => {
    const listing = { of: 'caseload', area: MANCHESTER, scheme: world.scheme.id, live: true } as const;
    const { rows } = await listReferrals(table, { ...listing, user: who.userId }, { limit: 100 });
    return rows.map(({ value }) => value);
  };
  const send = async (count: number) => {
    for (let sent = 0; sent < count; sent += 8)
      await Promise.all(Array.from({ length: Math.min(8, count - sent) }, () => world.waitListed()));
  };
  return { ...world, table, people, close, user, live, send };
}

describe('closing somebody who leaves', () => {
  it('ends their sessions and hands every live referral on in one step, with an event each', async () => {
    const world = await team();
    const { sender, colleague, manager } = world.people;
    await world.send(3);
    const deps = {
      ...world.deps,
      now: () => NOW,
      secret: systemSecret,
      sessionId: systemSessionId,
      ids: systemIds,
    };
    const arrival = {
      identity: identityHash('https://id.example.org', sender.userId),
      verifiedEmail: sender.email,
    };
    const session = await startSession(deps, arrival);
    if (!session.ok) throw new Error('The link worker could not sign in');
    expect((await world.close(manager, sender, colleague.userId)).ok).toBe(true);
    expect(await findSession(world.table, hashOf(session.value.token), NOW)).toBeUndefined();
    expect((await world.user(sender))?.active).toBe(false);
    expect((await startSession(deps, arrival)).ok).toBe(false);
    expect(await world.live(sender)).toEqual([]);
    const taken = await world.live(colleague);
    expect(taken.map((one) => one.sender.name)).toEqual(Array(3).fill(colleague.name));
    const events = await everything(engine, 'events');
    for (const { id } of taken) {
      const own = events
        .filter(({ pk }) => pk === `referral#${id}`)
        .map(({ body }) => JSON.parse(String(body)));
      expect(own.map(({ type, actor }) => [type, actor])).toEqual([
        ['referral.sent', sender.userId],
        ['referral.wait_listed', world.people.reader.userId],
        ['referral.handed_on', manager.userId],
      ]);
    }
  });

  it('asks for a colleague of the same team while there is something to hand on, and only then', async () => {
    const world = await team();
    const { sender, colleague, stranger, manager, coordinator } = world.people;
    await world.send(1);
    for (const to of [null, sender.userId, stranger.userId, coordinator.userId])
      expect(await world.close(manager, sender, to)).toMatchObject({ refusal: { code: 'invalid' } });
    expect((await world.user(sender))?.active).toBe(true);
    expect((await world.close(manager, colleague)).ok).toBe(true);
    expect(await world.close(manager, sender, colleague.userId)).toMatchObject({
      refusal: { code: 'invalid' },
    });
  });

  it('hands on more than one transaction holds, and goes on where a fault cut it short', async () => {
    const world = await team();
    const { sender, colleague, manager } = world.people;
    await world.send(80);
    let transactions = 0;
    const failing: Table = {
      ...world.table,
      transact: (writes, token) => {
        transactions += 1;
        if (transactions === 2) throw new Error('the storage is down');
        return world.table.transact(writes, token);
      },
    };
    const broken = world.close(manager, sender, colleague.userId, { ...world.deps, table: failing });
    await expect(broken).rejects.toThrow('the storage is down');
    expect((await world.user(sender))?.active).toBe(false);
    expect((await world.live(sender)).length).toBe(80 - 36);
    expect((await world.close(manager, sender)).ok).toBe(true);
    expect([(await world.live(sender)).length, (await world.live(colleague)).length]).toEqual([0, 80]);
  }, 60_000);

  it('is for a coordinator of the area and for a manager of the team; of others they know nothing', async () => {
    const world = await team();
    const other = await team();
    const { manager, colleague, coordinator, lead, sender, reader } = world.people;
    for (const by of [sender, lead, reader, other.people.manager])
      expect(await world.close(by, colleague)).toMatchObject({ refusal: { code: 'not_found' } });
    expect(await world.close(manager, coordinator)).toMatchObject({ refusal: { code: 'not_found' } });
    expect(await world.close(coordinator, lead)).toMatchObject({ refusal: { code: 'not_found' } });
    expect(await world.close(manager, manager)).toMatchObject({ refusal: { code: 'own_account' } });
    expect((await world.close(coordinator, colleague)).ok).toBe(true);
  });

  it('leaves what somebody does in a group', async () => {
    const world = await team();
    const leads = { role: 'group_lead', organizationId: world.groupId } as const;
    const both = principal('Kit Rowe', { role: 'link_worker', schemeId: world.scheme.id });
    const person = { ...both, memberships: [...both.memberships, leads] };
    for (const item of invitedUserItems({ ...person, active: true, mail: 'instant' })) await world.put(item);
    expect((await world.close(world.people.manager, person)).ok).toBe(true);
    expect(await world.user(person)).toMatchObject({ active: true, memberships: [leads] });
  });

  it('always leaves one coordinator, also when two close each other at the same moment', async () => {
    for (let round = 0; round < 20; round += 1) {
      const world = await team();
      const { coordinator, second } = world.people;
      const done = await Promise.all([world.close(coordinator, second), world.close(second, coordinator)]);
      expect(
        done.filter(({ ok }) => ok),
        randomUUID(),
      ).toHaveLength(1);
      const active = [(await world.user(coordinator))?.active, (await world.user(second))?.active];
      expect(active.filter(Boolean)).toHaveLength(1);
    }
  }, 60_000);
});
