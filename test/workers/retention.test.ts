import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceptReferral } from '#functions/commands/accept-referral.ts';
import { declineReferral } from '#functions/commands/decline-referral.ts';
import { completeReferral, startReferral } from '#functions/commands/progress-referral.ts';
import { resendReferral } from '#functions/commands/resend-referral.ts';
import { revealContact } from '#functions/commands/reveal-contact.ts';
import { systemIds } from '#functions/runtime/ids.ts';
import { purge } from '#functions/schedules/purge.ts';
import { eventKeys } from '#functions/store/keys.ts';
import { findReferral, findReferralId } from '#functions/store/referral.ts';
import { TABLES } from '#functions/store/table.ts';
import { DAY_LENGTH, dayOf } from '#shared/model/civil-time.ts';
import type { ReferralId } from '#shared/model/ids.ts';
import type { Principal } from '#shared/model/roles.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { everything } from '#test/support/everything.ts';
import { canaries } from '#test/support/referral-request.ts';
import { MANCHESTER, room } from '#test/support/referral-world.ts';
import { type WorkerWorld, workerWorld } from '#test/support/worker-world.ts';

let engine: TestEngine;
let world: WorkerWorld;
beforeEach(async () => {
  engine = await startEngine();
  world = await workerWorld(engine, room(5));
  await world.read();
});
afterEach(() => engine.close());

const at = (who: Principal, id: ReferralId) => world.asked(who, id, world.clock.now());
const run = () => purge({ table: world.table, ids: systemIds, now: world.clock.now, log: world.workers.log });
/** Lets so many days pass; what has to be destroyed is looked for at the end of them. */
const pass = async (days: number) => {
  world.clock.advance(days * DAY_LENGTH);
  await run();
  await world.settle();
};
const referral = async (id: ReferralId) => (await findReferral(world.table, { area: MANCHESTER, id }))?.value;
const kinds = async (table: 'people' | 'keys') =>
  (await everything(engine, table)).map(({ sk }) => sk).sort();

/** A referral that was accepted, started and finished, with words typed on the way. */
async function finished(request = world.request()): Promise<ReferralId> {
  const id = await world.sent({ request });
  await acceptReferral(world.deps, at(world.people.reader, id), { contactBy: '2026-11-30' });
  await startReferral(world.deps, at(world.people.reader, id), { on: dayOf(world.clock.now()) });
  const given = { outcome: 'came_regularly', words: 'Comes every Wednesday and laughs' } as const;
  await completeReferral(world.deps, at(world.people.reader, id), given);
  await world.settle();
  return id;
}
async function declined(request = world.request()): Promise<ReferralId> {
  const id = await world.sent({ request });
  const given = { reason: 'outside_area', declinedBy: 'group', comment: 'Too far to walk' } as const;
  await declineReferral(world.deps, at(world.people.reader, id), given);
  await world.settle();
  return id;
}

describe('who a referred person is', () => {
  it('is kept for the thirty days of complaints after the end, and then destroyed: key, both records, fingerprint', async () => {
    const id = await finished();
    await pass(30);
    expect((await kinds('people')).length).toBe(3);
    await pass(1);
    expect([await kinds('people'), await kinds('keys')]).toEqual([[], []]);
    expect((await referral(id))?.gone).toMatchObject({
      copy: world.clock.now(),
      original: world.clock.now(),
    });
  });

  it('stays sealed while somewhere else can still be found, ninety days at most', async () => {
    const id = await declined();
    await pass(60);
    expect(await kinds('people')).toContain('original');
    await pass(31);
    expect([await kinds('people'), await kinds('keys')]).toEqual([[], []]);
    const resend = { serviceId: world.serviceId, how: 'by_phone' } as const;
    const tried = await resendReferral(world.deps, {
      ...at(world.people.sender, id),
      given: resend,
      wordingVersion: 'introduction-1',
      key: '0b9f4b0c-4a39-4a52-8a3e-0d7a4f6b2c11',
    });
    expect(tried).toMatchObject({ ok: false, refusal: { code: 'not_possible_now' } });
  });

  it('leaves no mark of theirs anywhere, nor a word that was typed; need, area, dates and outcome stay', async () => {
    const who = canaries();
    const request = { ...world.request(who), wouldLike: 'Somebody to garden with', label: 'QX 17' };
    const id = await finished(request);
    await pass(31);
    const all = JSON.stringify(await Promise.all(TABLES.map((table) => everything(engine, table))));
    for (const mark of [who.name, who.phone, who.note, 'garden with', 'QX 17', 'every Wednesday'])
      expect(all).not.toContain(mark);
    expect(await referral(id)).toMatchObject({
      state: 'completed',
      completed: { outcome: 'came_regularly', words: null },
      needs: request.needs,
      ward: request.ward,
    });
  });

  it('can be asked for by nobody once it is destroyed', async () => {
    const id = await finished();
    await pass(31);
    for (const who of [world.people.sender, world.people.reader])
      expect((await revealContact(world.deps, at(who, id))).ok).toBe(false);
  });

  it('of a referral that lives is left alone, however old it is', async () => {
    const id = await world.sent();
    await acceptReferral(world.deps, at(world.people.reader, id), { contactBy: '2026-11-30' });
    await world.settle();
    await pass(400);
    expect((await referral(id))?.gone).toBeUndefined();
    expect((await kinds('people')).length).toBe(3);
  });
});

describe('a referral', () => {
  it('leaves the group’s inbox with its copy, and is forgotten after three years; its events stay', async () => {
    const id = await finished();
    const reference = (await referral(id))?.reference;
    await pass(31);
    const inbox = async () => (await everything(engine, 'portal')).filter(({ pk }) => pk.includes(id));
    expect((await inbox())[0]?.['inboxPk']).toBeUndefined();
    for (let month = 0; month < 40; month += 1) await pass(31);
    expect(await referral(id)).toBeUndefined();
    if (reference === undefined) throw new Error('no reference');
    expect(await findReferralId(world.table, { area: MANCHESTER, reference })).toBeUndefined();
    const events = await everything(engine, 'events');
    expect(events.filter(({ pk }) => pk === `referral#${id}`).map(({ type }) => type)).toContain(
      'referral.completed',
    );
    expect(events.filter(({ pk }) => pk.startsWith('closed#'))).toEqual([]);
  });

  it('is purged once for each stage, however often the run comes, and goes on after a run that died', async () => {
    const id = await finished();
    await pass(31);
    const key = eventKeys.purged(MANCHESTER, 'copy');
    await world.table.write({ kind: 'delete', table: 'events', key, expected: 'any' });
    await run();
    await run();
    const events = (await everything(engine, 'events')).filter(({ pk }) => pk === `referral#${id}`);
    expect(events.filter(({ type }) => type === 'referral.purged')).toHaveLength(1);
  });

  it('is found again by the sweeper when the stream never told that it closed', async () => {
    const id = await world.sent();
    await declineReferral(world.deps, at(world.people.reader, id), {
      reason: 'outside_area',
      declinedBy: 'group',
      comment: null,
    });
    await world.read();
    world.clock.advance(3_600_000);
    await world.sweep();
    const noted = (await everything(engine, 'events')).filter(({ pk }) => pk.startsWith('closed#'));
    expect(noted.map(({ sk }) => sk)).toEqual([id]);
  });
});
