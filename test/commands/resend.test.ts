import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { acceptReferral } from '#functions/commands/accept-referral.ts';
import { declineReferral } from '#functions/commands/decline-referral.ts';
import { putAsideReferral } from '#functions/commands/put-aside-referral.ts';
import { type Resend, resendReferral } from '#functions/commands/resend-referral.ts';
import { revealContact } from '#functions/commands/reveal-contact.ts';
import { withdrawReferral } from '#functions/commands/withdraw-referral.ts';
import { capacityItem } from '#functions/store/capacity.ts';
import { originalPlace, sealedDelete } from '#functions/store/person.ts';
import { serviceItem } from '#functions/store/service.ts';
import { type ReferralId, ServiceId } from '#shared/model/ids.ts';
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
const DECLINE = { reason: 'outside_area', declinedBy: 'group', comment: null } as const;
async function declined(): Promise<ReferralId> {
  const id = await world.sent({ request: world.request(who) });
  const no = await declineReferral(world.deps, world.asked(world.people.reader, id), DECLINE);
  expect(no.ok).toBe(true);
  return id;
}
const resend = (id: ReferralId, change: Partial<Resend> = {}) => {
  const { principal, mark } = world.asked(world.people.sender, id);
  const given = { serviceId: world.request(who).serviceId, how: 'face_to_face' } as const;
  const asked = { principal, referralId: id, given, wordingVersion: 'introduction-1', at: NOW, mark };
  return resendReferral(world.deps, { ...asked, key: mark.key, ...change });
};
const idOf = async (answer: ReturnType<typeof resend>): Promise<ReferralId> => {
  const result = await answer;
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.id;
};

describe('sending the same person elsewhere', () => {
  test('makes a new referral of the sealed original, each naming the other, agreed to anew', async () => {
    const old = await declined();
    const id = await idOf(resend(old));
    const [before, after] = [(await world.read(old)).value, (await world.read(id)).value];
    expect(before).toMatchObject({ state: 'declined', resentAs: id });
    expect(after).toMatchObject({
      state: 'sent',
      previousReferralId: old,
      needs: before.needs,
      agreement: { how: 'face_to_face', agreedOn: '2026-11-23' },
    });
    expect(after.personId).not.toBe(before.personId);
    const shown = await revealContact(world.deps, {
      principal: world.people.sender,
      referralId: id,
      at: NOW,
    });
    expect(shown).toMatchObject({ ok: true, value: { preferredName: who.name } });
  });

  test('shows nobody the person and leaves one event that names both', async () => {
    const old = await declined();
    const before = new Set((await everything(engine, 'events')).map(({ pk, sk }) => `${pk} ${sk}`));
    const id = await idOf(resend(old));
    const added = (await everything(engine, 'events')).filter(({ pk, sk }) => !before.has(`${pk} ${sk}`));
    expect(added.map(({ type }) => type)).toEqual(['referral.sent']);
    const told = JSON.stringify(added);
    expect(told).toContain(`"previousReferralId\\":\\"${old}`);
    expect(told).toContain(id);
    expect(told).not.toContain(who.name);
  });

  test('is done once: the same request answers the same, another one is refused', async () => {
    const old = await declined();
    const { mark } = world.asked(world.people.sender, old);
    const [first, again] = [
      await resend(old, { mark, key: mark.key }),
      await resend(old, { mark, key: mark.key }),
    ];
    expect(again).toEqual(first);
    expect(await resend(old)).toMatchObject({ ok: false, refusal: { code: 'not_possible_now' } });
  });

  test('lets one of two presses at once through', async () => {
    const old = await declined();
    const both = await Promise.all([resend(old), resend(old)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('is refused while the first group may still answer, to others, and once nobody can be opened', async () => {
    const live = await world.sent({ request: world.request(canaries()) });
    expect(await resend(live)).toMatchObject({ ok: false, refusal: { code: 'not_possible_now' } });
    const old = await declined();
    expect(await resend(old, { principal: world.people.reader })).toMatchObject({
      ok: false,
      refusal: { code: 'not_found' },
    });
    await withdrawReferral(world.deps, world.asked(world.people.sender, live), {
      reason: 'person_asked',
      agreementWithdrawn: true,
    });
    expect(await resend(live)).toMatchObject({ ok: false, refusal: { code: 'not_possible_now' } });
  });
});

describe('putting aside', () => {
  test('takes a declined referral out of what has still to be found, for the sender alone', async () => {
    const old = await declined();
    const byReader = await putAsideReferral(world.deps, world.asked(world.people.reader, old));
    expect(byReader).toMatchObject({ ok: false, refusal: { code: 'not_found' } });
    const aside = await putAsideReferral(world.deps, world.asked(world.people.sender, old));
    expect(aside.ok).toBe(true);
    expect(await resend(old)).toMatchObject({ ok: false, refusal: { code: 'not_possible_now' } });
  });
});

describe('sending elsewhere while the group may still answer', () => {
  /** Another activity that takes referrals, with room. */
  async function another(): Promise<ServiceId> {
    const id = ServiceId.parse(randomUUID());
    const relied = await world.capacityNow();
    if (relied === undefined) throw new Error('The activity has no standing');
    await world.put(serviceItem(MANCHESTER, { ...world.activity, id }));
    await world.put(capacityItem(MANCHESTER, { ...relied, serviceId: id }));
    return id;
  }
  const LATE = '2026-12-02T18:00:00.000Z';
  const elsewhere = (id: ReferralId, serviceId: ServiceId, at = LATE) =>
    resend(id, { given: { serviceId, how: 'by_phone' }, at });

  test('waits until it is late, then takes the first one back with its place, and tells the group', async () => {
    const [id, serviceId] = [await world.sent({ request: world.request(canaries()) }), await another()];
    const places = (await world.capacityNow())?.capacity?.places ?? 0;
    const early = await elsewhere(id, serviceId, NOW);
    expect(early).toMatchObject({ ok: false, refusal: { code: 'not_possible_now' } });
    const made = await idOf(elsewhere(id, serviceId));
    expect((await world.read(id)).value).toMatchObject({
      state: 'withdrawn',
      resentAs: made,
      holdsPlace: false,
      withdrawn: { reason: 'found_elsewhere', agreementWithdrawn: false },
    });
    expect((await world.capacityNow())?.capacity?.places).toBe(places + 1);
    expect((await world.read(made)).value).toMatchObject({
      state: 'sent',
      serviceId,
      previousReferralId: id,
    });
    const told = (await everything(engine, 'events')).filter(({ pk }) => pk === `referral#${id}`);
    expect(told.map(({ type }) => type)).toEqual(['referral.sent', 'referral.withdrawn']);
  });

  test('does nothing at all when the group says yes at the same moment', async () => {
    const [id, serviceId] = [await world.sent({ request: world.request(canaries()) }), await another()];
    const asked = world.asked(world.people.reader, id, LATE);
    const [sent, yes] = await Promise.all([
      elsewhere(id, serviceId),
      acceptReferral(world.deps, asked, { contactBy: '2026-12-04' }),
    ]);
    expect([sent.ok, yes.ok].filter(Boolean)).toHaveLength(1);
    expect((await world.read(id)).value.state).toBe(yes.ok ? 'accepted' : 'withdrawn');
  });

  test('is not for the same activity, nor once somebody else can be opened no more', async () => {
    const id = await world.sent({ request: world.request(canaries()) });
    expect(await elsewhere(id, world.serviceId)).toMatchObject({
      ok: false,
      refusal: { code: 'not_possible_now' },
    });
    const { personId, schemeId } = (await world.read(id)).value;
    const key = originalPlace(MANCHESTER, personId, schemeId);
    await world.deps.table.write(sealedDelete(key));
    expect(await elsewhere(id, await another())).toMatchObject({
      ok: false,
      refusal: { code: 'details_gone' },
    });
    expect((await world.read(id)).value.state).toBe('sent');
  });
});
