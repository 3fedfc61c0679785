import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { acceptReferral } from '#functions/commands/accept-referral.ts';
import { declineReferral } from '#functions/commands/decline-referral.ts';
import { revealContact } from '#functions/commands/reveal-contact.ts';
import { withdrawReferral } from '#functions/commands/withdraw-referral.ts';
import { keyKeys, peopleKeys } from '#functions/store/keys.ts';
import type { Table } from '#functions/store/table.ts';
import type { ReferralId } from '#shared/model/ids.ts';
import type { Principal } from '#shared/model/roles.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { everything } from '#test/support/everything.ts';
import { canaries } from '#test/support/referral-request.ts';
import { MANCHESTER, NOW, type ReferralWorld, referralWorld, room } from '#test/support/referral-world.ts';

let engine: TestEngine;
let world: ReferralWorld;
beforeAll(async () => {
  engine = await startEngine();
}, 30_000);
beforeEach(async () => {
  world = await referralWorld(engine.table, room(20));
});
afterAll(() => engine?.close());

const who = canaries();
const sent = () => world.sent({ request: world.request(who) });
const accept = (id: ReferralId, reader: Principal = world.people.reader) =>
  acceptReferral(world.deps, world.asked(reader, id), { contactBy: '2026-11-30' });
const reveal = (person: Principal, id: ReferralId, at = NOW) =>
  revealContact(world.deps, { principal: person, referralId: id, at });
const withdraw = (id: ReferralId, agreementWithdrawn: boolean) =>
  withdrawReferral(world.deps, world.asked(world.people.sender, id), {
    reason: 'person_asked',
    agreementWithdrawn,
  });
const records = async (id: ReferralId) => {
  const { personId } = (await world.read(id)).value;
  const [original, copy, key] = await Promise.all([
    engine.table.get('people', peopleKeys.original(MANCHESTER, personId)),
    engine.table.get('people', peopleKeys.copy(MANCHESTER, personId, world.groupId)),
    engine.table.get('keys', keyKeys.person(MANCHESTER, personId)),
  ]);
  return { original: original !== undefined, copy: copy !== undefined, key: key !== undefined };
};
const revealed = async () =>
  (await everything(engine, 'events')).filter((event) => event['type'] === 'contact.revealed').length;

describe('who a person is', () => {
  test('stands sealed once when sent, twice when accepted, and is shown to both sides', async () => {
    const id = await sent();
    expect(await records(id)).toEqual({ original: true, copy: false, key: true });
    await accept(id);
    expect(await records(id)).toEqual({ original: true, copy: true, key: true });
    const details = {
      preferredName: who.name,
      surname: who.surname,
      channel: { kind: 'phone', phone: who.phone },
      safeContact: ['no_voicemail'],
      safeContactNote: who.note,
    };
    expect(await reveal(world.people.reader, id)).toEqual({ ok: true, value: details });
    expect(await reveal(world.people.sender, id)).toEqual({ ok: true, value: details });
  });

  test('stands readable in no table, before or after', async () => {
    const id = await sent();
    await accept(id);
    await reveal(world.people.reader, id);
    await withdraw(id, false);
    for (const table of ['portal', 'events', 'people', 'keys', 'sessions', 'audit', 'directory'] as const) {
      const text = JSON.stringify(await everything(engine, table));
      for (const canary of [who.name, who.surname, who.phone, who.phone.replaceAll(' ', ''), who.note]) {
        expect(text, `${table} holds ${canary}`).not.toContain(canary);
      }
    }
  });

  test('is not the reader’s before the yes, nor after a no, nor anybody’s after the end', async () => {
    const id = await sent();
    expect(await reveal(world.people.reader, id)).toMatchObject({
      ok: false,
      refusal: { code: 'not_possible_now', current: { state: 'sent' } },
    });
    const no = { reason: 'outside_area', declinedBy: 'group', comment: null } as const;
    await declineReferral(world.deps, world.asked(world.people.reader, id), no);
    for (const person of [world.people.reader, world.people.sender]) {
      expect(await reveal(person, id)).toMatchObject({ refusal: { code: 'not_possible_now' } });
    }
  });

  test.each(['colleague', 'stranger', 'lead', 'otherReader'] as const)('is not for %s', async (person) => {
    const id = await sent();
    await accept(id);
    const before = await revealed();
    expect(await reveal(world.people[person], id)).toEqual({ ok: false, refusal: { code: 'not_found' } });
    expect(await revealed()).toBe(before);
  });

  test('is shown through the 30 days of grace and not beyond', async () => {
    const id = await sent();
    await accept(id);
    const lapsed = { ...world.group.safeguarding, validUntil: '2026-12-01T09:00:00.000Z' };
    await world.stand({
      standing: { organization: 'checked', service: 'active', safeguarding: lapsed },
    });
    expect(await reveal(world.people.reader, id, '2026-12-31T08:59:59.000Z')).toMatchObject({ ok: true });
    const after = '2026-12-31T09:00:00.000Z';
    expect(await reveal(world.people.reader, id, after)).toMatchObject({
      refusal: { code: 'safeguarding_lapsed' },
    });
    expect(await reveal(world.people.sender, id, after)).toMatchObject({ ok: true });
  });
});

describe('the audit of a reveal', () => {
  test('is written each time, whatever key the request carries', async () => {
    const id = await sent();
    const before = await revealed();
    await reveal(world.people.sender, id);
    await reveal(world.people.sender, id);
    expect(await revealed()).toBe(before + 2);
  });

  test('comes first: when it cannot be written nothing is opened and nothing shown', async () => {
    const id = await sent();
    const opened = world.keys.opened;
    const table: Table = {
      ...engine.table,
      write: () => Promise.reject(new Error('The audit is out')),
    };
    const deps = { ...world.deps, table };
    await expect(
      revealContact(deps, { principal: world.people.sender, referralId: id, at: NOW }),
    ).rejects.toThrow('The audit is out');
    expect(world.keys.opened).toBe(opened);
  });

  test('stands even where the key service then fails, and nothing is shown', async () => {
    const id = await sent();
    const before = await revealed();
    world.keys.failNext();
    await expect(reveal(world.people.sender, id)).rejects.toThrow('out');
    expect(await revealed()).toBe(before + 1);
  });
});

describe('taking it back', () => {
  test('destroys the group’s copy at once', async () => {
    const id = await sent();
    await accept(id);
    await withdraw(id, false);
    expect(await records(id)).toEqual({ original: true, copy: false, key: true });
    expect(await reveal(world.people.reader, id)).toMatchObject({ refusal: { code: 'not_possible_now' } });
  });

  test('with the agreement it leaves nothing that could be opened, and forgets the fingerprint', async () => {
    const id = await sent();
    await accept(id);
    await withdraw(id, true);
    expect(await records(id)).toEqual({ original: false, copy: false, key: false });
    const same = (await everything(engine, 'people')).filter((item) => item['referralId'] === id);
    expect(same).toEqual([]);
    expect((await world.read(id)).value.withdrawn).toMatchObject({ agreementWithdrawn: true });
  });

  test('lets the same person be introduced anew, once', async () => {
    const first = await sent();
    const no = { reason: 'outside_area', declinedBy: 'group', comment: null } as const;
    await declineReferral(world.deps, world.asked(world.people.reader, first), no);
    const second = await sent();
    await withdraw(second, true);
    const third = await sent();
    expect(await world.create({ request: world.request(who) })).toMatchObject({
      refusal: { code: 'live_referral_exists', referralId: third },
    });
  });
});

describe('a yes needs safeguarding that is current', () => {
  test('lapsed since it was sent: no copy is made and the referral waits', async () => {
    const id = await sent();
    const safeguarding = { ...world.group.safeguarding, validUntil: NOW };
    await world.stand({ standing: { organization: 'checked', service: 'active', safeguarding } });
    expect(await accept(id)).toMatchObject({ ok: false, refusal: { code: 'safeguarding_lapsed' } });
    expect(await records(id)).toEqual({ original: true, copy: false, key: true });
    expect((await world.read(id)).value.state).toBe('sent');
  });

  test('lapsing between the check and the commit: the transaction itself refuses', async () => {
    const id = await sent();
    const safeguarding = { ...world.group.safeguarding, status: 'paused_by_coordinator' as const };
    let lapsed = false;
    const table: Table = {
      ...engine.table,
      transact: async (writes, token) => {
        if (!lapsed)
          await world.stand({ standing: { organization: 'checked', service: 'active', safeguarding } });
        lapsed = true;
        return engine.table.transact(writes, token);
      },
    };
    const asked = world.asked(world.people.reader, id);
    const late = await acceptReferral({ ...world.deps, table }, asked, { contactBy: '2026-11-30' });
    expect(late).toMatchObject({ ok: false, refusal: { code: 'safeguarding_lapsed' } });
    expect(await records(id)).toEqual({ original: true, copy: false, key: true });
  });
});
