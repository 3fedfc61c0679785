import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceptReferral } from '#functions/commands/accept-referral.ts';
import { openReferral } from '#functions/commands/open-referral.ts';
import { startReferral } from '#functions/commands/progress-referral.ts';
import { roomAt } from '#functions/domain/capacity/room.ts';
import { systemIds } from '#functions/runtime/ids.ts';
import { runReferralTimers } from '#functions/schedules/referral-timers.ts';
import { tidyQueue } from '#functions/schedules/tidy-queue.ts';
import { eventKeys } from '#functions/store/keys.ts';
import { findLink } from '#functions/store/link-token.ts';
import { findReferral } from '#functions/store/referral.ts';
import { schemeItem } from '#functions/store/scheme.ts';
import { listTasks } from '#functions/store/task.ts';
import { DAY_LENGTH, dayOf } from '#shared/model/civil-time.ts';
import { type ReferralId, SchemeId } from '#shared/model/ids.ts';
import type { Principal } from '#shared/model/roles.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { everything } from '#test/support/everything.ts';
import { canaries } from '#test/support/referral-request.ts';
import { MANCHESTER, room } from '#test/support/referral-world.ts';
import { type WorkerWorld, workerWorld } from '#test/support/worker-world.ts';

let engine: TestEngine;
let world: WorkerWorld;
beforeEach(async () => {
  // The clock stands at nine on Monday 23 November 2026.
  engine = await startEngine();
  world = await workerWorld(engine, room(3));
  await world.read();
});
afterEach(() => engine.close());

const at = (who: Principal, id: ReferralId) => world.asked(who, id, world.clock.now());
const run = async () => {
  await runReferralTimers({ table: world.table, ids: systemIds, now: world.clock.now });
  await world.settle();
};
/** Lets so many days pass, the hour coming round at nine and at eighteen. */
const pass = async (days: number) => {
  for (let day = 0; day < days; day += 1) {
    world.clock.advance(9 * 3_600_000);
    await run();
    world.clock.advance(15 * 3_600_000);
    await run();
  }
};
/** As if the run had died before it could note that the day was done. */
const forget = async () => {
  const key = eventKeys.timed(MANCHESTER);
  await world.table.write({ kind: 'delete', table: 'events', key, expected: 'any' });
};
const referral = async (id: ReferralId) => (await findReferral(world.table, { area: MANCHESTER, id }))?.value;
const mails = () => world.mail.delivered.map(({ to, subject }) => `${to.split('@')[0]}: ${subject}`);
const told = (words: string) => mails().filter((line) => line.includes(words));

/** What stands on the coordinator's list. */
const toRing = async () => {
  await tidyQueue({ table: world.table, ids: systemIds, now: world.clock.now });
  const asked = { area: MANCHESTER, kind: 'silence', now: world.clock.now(), limit: 100 } as const;
  const tasks = await listTasks(world.table, asked);
  return tasks.map(({ value }) => ('referralId' in value ? value.referralId : undefined));
};

describe('silence', () => {
  it('is nudged, told to the link worker and the coordinator, and ends after ten working days with the place free', async () => {
    const who = canaries();
    const id = await world.sent({ request: world.request(who) });
    expect((await world.capacityNow())?.capacity?.places).toBe(2);
    await pass(14);
    expect((await referral(id))?.state).toBe('sent');
    expect(told('Still unread').length).toBe(2);
    expect(
      told('Waits for an answer')
        .map((line) => line.split(':')[0])
        .sort(),
    ).toEqual(['idris.vale', 'nell.arkwright', 'rosa.finch']);
    expect(told('no answer yet')).toHaveLength(1);
    expect(told('Ring Marigold Corner')).toHaveLength(1);
    expect(await toRing()).toEqual([id]);
    await pass(1);
    expect(await toRing()).toEqual([id]);
    const ended = await referral(id);
    expect(ended).toMatchObject({ state: 'expired', holdsPlace: false, dueAt: null });
    const capacity = (await world.capacityNow())?.capacity ?? null;
    expect(capacity?.places).toBe(3);
    expect(roomAt(capacity, world.clock.now()).state).toBe('unknown');
    expect(told('no answer came')).toHaveLength(1);
    expect(told('let a referral run out')).toHaveLength(1);
    const written = JSON.stringify([await everything(engine, 'events'), world.mail.delivered, world.lines]);
    for (const secret of [who.name, who.surname, who.phone, who.note]) expect(written).not.toContain(secret);
  });

  it('ends in one team also while a referral of another team cannot be read', async () => {
    const [id, spoilt] = [await world.sent(), await world.sent()];
    const other = SchemeId.parse('00000000-0000-4000-8000-000000000001');
    await world.put(schemeItem({ ...world.scheme, id: other }));
    const item = (await everything(engine, 'portal')).find(({ pk }) => pk.includes(`referral#${spoilt}`));
    if (item === undefined) throw new Error('no referral');
    const listed = JSON.parse(JSON.stringify(item).replaceAll(world.scheme.id, other));
    await world.put({ ...listed, body: '{}' });
    world.clock.advance(20 * DAY_LENGTH);
    await expect(run()).rejects.toThrow();
    expect((await referral(id))?.state).toBe('expired');
  });

  it('writes and mails nothing twice when a close of day is done again', async () => {
    await world.sent();
    await pass(8);
    const before = [(await everything(engine, 'events')).length, world.mail.delivered.length];
    await forget();
    await run();
    await forget();
    await run();
    expect(world.mail.delivered.length).toBe(before[1]);
    expect((await everything(engine, 'events')).filter(({ type }) => type === 'referral.nudged').length).toBe(
      2,
    );
  });

  it('is not silence when the group has answered: nobody is told any more', async () => {
    const id = await world.sent();
    await openReferral(world.deps, at(world.people.reader, id));
    await acceptReferral(world.deps, at(world.people.reader, id), { contactBy: '2026-11-30' });
    await pass(6);
    expect([...told('Still unread'), ...told('Waits for an answer'), ...told('no answer')]).toEqual([]);
  });

  it('leaves the coordinator’s list when the group answers after all, and says nothing of the person there', async () => {
    const who = canaries();
    const id = await world.sent({ request: world.request(who) });
    await pass(12);
    expect(await toRing()).toEqual([id]);
    const items = (await everything(engine, 'portal')).filter(({ pk }) => pk.startsWith('manchester#task#'));
    expect(items).toHaveLength(1);
    expect(JSON.stringify(items)).not.toMatch(/E05|company|Case 12/);
    await acceptReferral(world.deps, at(world.people.reader, id), {
      contactBy: dayOf(world.clock.now()),
    });
    expect(await toRing()).toEqual([]);
  });

  it('about an outcome brings a link that works once, and after thirteen weeks closes as not known', async () => {
    const id = await world.sent();
    await acceptReferral(world.deps, at(world.people.reader, id), { contactBy: '2026-11-30' });
    const started = await startReferral(world.deps, at(world.people.sender, id), {
      on: dayOf(world.clock.now()),
    });
    expect(started.ok).toBe(true);
    world.clock.advance(42 * DAY_LENGTH);
    await pass(1);
    const asked = world.mail.delivered.filter(({ subject }) => subject.startsWith('What came of'));
    expect(asked.map(({ to }) => to)).toContain('tomasz.reed@demo.example');
    const token = /\/outcome\/([\w-]{43})/.exec(asked[0]?.text ?? '')?.[1] ?? '';
    expect(await findLink(world.table, token, world.clock.now())).toMatchObject({
      life: 'live',
      link: { purpose: 'outcome', subject: id },
    });
    world.clock.advance(50 * DAY_LENGTH);
    await pass(1);
    const closed = await referral(id);
    expect(closed).toMatchObject({
      state: 'completed',
      completed: { outcome: 'outcome_unknown', by: 'system' },
    });
  });
});
