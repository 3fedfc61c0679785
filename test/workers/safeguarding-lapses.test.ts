import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openReferral } from '#functions/commands/open-referral.ts';
import { systemIds } from '#functions/runtime/ids.ts';
import { askForRoom } from '#functions/schedules/room-mail.ts';
import { tellOfLapses } from '#functions/schedules/safeguarding-lapses.ts';
import { eventKeys } from '#functions/store/keys.ts';
import { organizationItem } from '#functions/store/organization.ts';
import { DAY_LENGTH } from '#shared/model/civil-time.ts';
import type { SafeguardingStanding } from '#shared/model/safeguarding.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { everything } from '#test/support/everything.ts';
import { MANCHESTER, room } from '#test/support/referral-world.ts';
import { type WorkerWorld, workerWorld } from '#test/support/worker-world.ts';

let engine: TestEngine;
let world: WorkerWorld;
/** At nine on Monday 23 November 2026 the answers have eight days left. */
const LAST = '2026-12-01T00:00:00.000Z';
beforeEach(async () => {
  engine = await startEngine();
  world = await workerWorld(engine, room(5));
  await standing({ validUntil: LAST });
  await world.read();
});
afterEach(() => engine.close());

const standing = (change: Partial<SafeguardingStanding>) => {
  const safeguarding = { ...world.group.safeguarding, ...change };
  return world.put(organizationItem({ ...world.group, safeguarding }, 2));
};
const scheduled = () => ({ table: world.table, ids: systemIds, now: world.clock.now });
const pass = async (days: number) => {
  for (let day = 0; day < days; day += 1) {
    world.clock.advance(DAY_LENGTH);
    await tellOfLapses(scheduled());
    await world.settle();
  }
};
const mails = () => world.mail.delivered.map(({ to, subject }) => `${to.split('@')[0]}: ${subject}`);

describe('answers that run out', () => {
  it('are told to the lead with a week left, and when they have run out: one mail a week', async () => {
    await pass(9);
    expect(mails()).toEqual([
      'rosa.finch: Your safeguarding answers run out in 7 days',
      'rosa.finch: Referrals to you have stopped for now',
    ]);
    expect(world.mail.delivered[0]?.text).toContain(`/renew?group=${world.groupId}`);
    const told = (await everything(engine, 'events')).filter(({ type }) => type === 'safeguarding.due');
    expect(told.map(({ body }) => JSON.parse(String(body)).data.daysLeft).sort()).toEqual([0, 1, 7]);
  });

  it('are told by the weekly question about room where that comes first', async () => {
    world.clock.advance(DAY_LENGTH * 7);
    await askForRoom(scheduled());
    await world.settle();
    await tellOfLapses(scheduled());
    await world.settle();
    expect(mails()).toEqual(['rosa.finch: How much room do you have?']);
    expect(world.mail.delivered[0]?.text).toContain(
      'The safeguarding answers of Marigold Corner run out on 1 December 2026. Renewing takes one page',
    );
  });

  it('are told once however often a morning is done again', async () => {
    await pass(1);
    const key = eventKeys.lapsesSeen(MANCHESTER);
    await world.table.write({ kind: 'delete', table: 'events', key, expected: 'any' });
    await tellOfLapses(scheduled());
    await world.settle();
    expect(mails()).toHaveLength(1);
  });

  it('are told to whoever waits for a yes, once, when they have run out; not to those already answered', async () => {
    const id = await world.sent();
    await openReferral(world.deps, world.asked(world.people.reader, id, world.clock.now()));
    await world.settle();
    world.mail.delivered.splice(0);
    await pass(10);
    const told = mails().filter((line) => line.includes('cannot say yes'));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^tomasz\.reed: R-/);
  });

  it('are silent for a group that nobody has checked', async () => {
    const safeguarding = { ...world.group.safeguarding, validUntil: LAST };
    await world.put(organizationItem({ ...world.group, safeguarding, status: 'suspended' }, 3));
    await pass(10);
    expect(mails()).toEqual([]);
  });
});
