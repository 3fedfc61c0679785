import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acceptReferral } from '#functions/commands/accept-referral.ts';
import * as care from '#functions/commands/care-referral.ts';
import { completeReferral } from '#functions/commands/progress-referral.ts';
import { revealContact } from '#functions/commands/reveal-contact.ts';
import { offered } from '#functions/http/offered.ts';
import { addDays } from '#shared/model/civil-time.ts';
import type { ReferralId } from '#shared/model/ids.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { NOW, type ReferralWorld, referralWorld, room } from '#test/support/referral-world.ts';

let engine: TestEngine;
let world: ReferralWorld;
beforeAll(async () => {
  engine = await startEngine();
});
beforeEach(async () => {
  world = await referralWorld(engine.tableWith({ now: () => NOW }), room(5));
});
afterAll(() => engine.close());

const by = (who: keyof ReferralWorld['people'], id: ReferralId) => world.asked(world.people[who], id);
const accepted = async () => {
  const id = await world.sent();
  expect((await acceptReferral(world.deps, by('reader', id), { contactBy: '2026-11-30' })).ok).toBe(true);
  return id;
};
const beyond = {
  immediateDanger: false,
  called: null,
  kind: 'mental_health',
  personAware: 'yes',
  note: null,
} as const;
const owner = {
  who: 'Duty team',
  organization: 'Adult social care',
  how: 'phone',
  on: '2026-11-23',
  accepted: true,
} as const;
const stateOf = async (id: ReferralId) => (await world.read(id)).value.state;
const places = async () => (await world.capacityNow())?.capacity?.places;

describe('handing back', () => {
  it('in danger asks who was called before it is written', async () => {
    const id = await accepted();
    const silent = await care.handBackReferral(world.deps, by('reader', id), {
      ...beyond,
      immediateDanger: true,
    });
    expect(silent).toMatchObject({ ok: false, refusal: { code: 'invalid', fields: [{ id: 'called' }] } });
    expect(await stateOf(id)).toBe('accepted');
    const called = { ...beyond, immediateDanger: true, called: 'emergency_999' } as const;
    expect((await care.handBackReferral(world.deps, by('reader', id), called)).ok).toBe(true);
    expect((await world.read(id)).value.handedBack).toMatchObject({
      called: 'emergency_999',
      from: 'accepted',
    });
  });

  it('is closed by nothing but a new owner, recorded by the sending team; the place is free then', async () => {
    const id = await accepted();
    await care.handBackReferral(world.deps, by('reader', id), beyond);
    const outcome = { outcome: 'came_regularly', words: null } as const;
    for (const who of ['reader', 'sender', 'manager'] as const)
      expect((await completeReferral(world.deps, by(who, id), outcome)).ok).toBe(false);
    expect((await care.recordOwner(world.deps, by('reader', id), owner)).ok).toBe(false);
    expect(await places()).toBe(4);
    const late = await care.recordOwner(world.deps, by('sender', id), { ...owner, on: '2026-11-20' });
    expect(late).toMatchObject({ ok: false, refusal: { fields: [{ id: 'on' }] } });
    expect((await care.recordOwner(world.deps, by('sender', id), owner)).ok).toBe(true);
    expect(await stateOf(id)).toBe('handed_to_clinician');
    expect(await places()).toBe(5);
    expect((await revealContact(world.deps, by('reader', id))).ok).toBe(false);
  });

  it('goes on with the group only when both sides say so', async () => {
    const id = await accepted();
    await care.handBackReferral(world.deps, by('reader', id), beyond);
    expect((await care.returnReferral(world.deps, by('reader', id), { note: 'We spoke' })).ok).toBe(true);
    expect(await stateOf(id)).toBe('handed_back');
    const { value } = await world.read(id);
    expect(offered(value, { side: 'reader', doer: 'group_reader' })).not.toContain('return_to_group');
    expect((await care.returnReferral(world.deps, by('reader2', id), { note: 'Yes' })).ok).toBe(false);
    expect((await care.returnReferral(world.deps, by('manager', id), { note: 'Agreed' })).ok).toBe(true);
    expect((await world.read(id)).value).toMatchObject({ state: 'accepted', holdsPlace: true });
  });

  it('does not go to a group that never said yes: the link worker sends it anew', async () => {
    const id = await world.sent();
    await care.handBackReferral(world.deps, by('reader', id), beyond);
    for (const who of ['reader', 'sender'] as const)
      expect((await care.returnReferral(world.deps, by(who, id), { note: 'Yes' })).ok).toBe(false);
  });

  it('is taken back by a manager alone', async () => {
    const id = await accepted();
    await care.handBackReferral(world.deps, by('reader', id), beyond);
    const { value } = await world.read(id);
    expect(offered(value, { side: 'sender', doer: 'link_worker' })).not.toContain('withdraw');
    expect(offered(value, { side: 'sender', doer: 'lw_manager' })).toContain('withdraw');
  });
});

describe('a question', () => {
  it('goes to the link worker and back, twice at most', async () => {
    const id = await world.sent();
    for (const text of ['Stairs?', 'Which day?']) {
      expect((await care.askAbout(world.deps, by('reader', id), { text })).ok).toBe(true);
      expect(await stateOf(id)).toBe('info_needed');
      expect((await care.answerAbout(world.deps, by('reader', id), { text })).ok).toBe(false);
      expect((await care.answerAbout(world.deps, by('sender', id), { text: 'Yes' })).ok).toBe(true);
      expect(await stateOf(id)).toBe('sent');
    }
    const third = await care.askAbout(world.deps, by('reader', id), { text: 'And?' });
    expect(third).toMatchObject({ ok: false, refusal: { code: 'invalid', fields: [{ id: 'text' }] } });
  });
});

describe('a waiting list', () => {
  it('gives the held place back and takes nobody who cannot wait', async () => {
    const id = await world.sent();
    expect(await places()).toBe(4);
    const month = addDays('2026-11-23', 60).slice(0, 7);
    expect((await care.waitList(world.deps, by('reader', id), { month: '2026-01' })).ok).toBe(false);
    expect((await care.waitList(world.deps, by('reader', id), { month })).ok).toBe(true);
    expect(await stateOf(id)).toBe('waitlisted');
    expect(await places()).toBe(5);
    const urgent = await world.sent({ request: { ...world.request(), priority: 'time_sensitive' } });
    expect((await care.waitList(world.deps, by('reader', urgent), { month })).ok).toBe(false);
  });
});
