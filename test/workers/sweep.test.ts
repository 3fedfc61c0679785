import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { REACH_HOURS, sweep } from '#functions/schedules/sweep.ts';
import { listAnchors } from '#functions/store/audit.ts';
import { listRooms } from '#functions/store/directory.ts';
import type { Used } from '#functions/store/dynamo-table.ts';
import { slotEnd, slotStart, slotsBetween } from '#functions/store/event-slots.ts';
import { eventKeys } from '#functions/store/keys.ts';
import { keepSwept } from '#functions/store/swept.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { HOUR, MINUTE } from '#test/support/http-world.ts';
import { MANCHESTER, room } from '#test/support/referral-world.ts';
import { type WorkerWorld, workerWorld } from '#test/support/worker-world.ts';

let engine: TestEngine;
let world: WorkerWorld;
beforeEach(async () => {
  engine = await startEngine();
  world = await workerWorld(engine, room(20));
  await keepSwept(world.table, MANCHESTER, '2026-11-23T08:50:00.000Z');
});
afterEach(() => engine.close());

const sentNow = () => world.sent({ at: world.clock.now() });
const waiting = () =>
  Object.fromEntries(Object.entries(world.queues).map(([name, { waiting: left }]) => [name, left.length]));
const drainAll = async () => {
  for (const name of ['mail', 'chain', 'insight'] as const) await world.drain(name);
};
const places = async () => (await listRooms(world.table, [world.serviceId])).get(world.serviceId)?.places;

describe('the sweeper', () => {
  it('sees to what the stream never brought: room, mail, chain and counts', async () => {
    await sentNow();
    world.clock.advance(21 * MINUTE);
    await world.sweep();
    await drainAll();
    expect([await places(), world.mail.delivered.length]).toEqual([19, 2]);
    const { id } = await eventOf();
    for (const consumer of ['room', 'mail', 'chain', 'insight'])
      expect(await world.done(consumer, id)).toBe(true);
  });

  it('gives everybody ten minutes before it asks', async () => {
    await sentNow();
    world.clock.advance(10 * MINUTE - 1);
    await world.sweep();
    expect(waiting()).toEqual({ mail: 0, chain: 0, insight: 0 });
    world.clock.advance(1);
    await world.sweep();
    expect(waiting()).toEqual({ mail: 1, chain: 2, insight: 1 });
  });

  it('does nothing about what was done, and then looks at no more than the slots that are new', async () => {
    for (let index = 0; index < 5; index += 1) await sentNow();
    await world.settle();
    world.clock.advance(30 * MINUTE);
    await world.sweep();
    expect(waiting()).toEqual({ mail: 0, chain: 1, insight: 0 });
    world.clock.advance(10 * MINUTE);
    const used: Used[] = [];
    const table = engine.tableWith({ now: world.clock.now, used: (use) => used.push(use) });
    await sweep({ ...world.workers, table });
    expect(used.filter(({ operation }) => operation === 'read').length).toBeLessThanOrEqual(4);
  });

  it('asks again on every run until it is done, also for one event among many', async () => {
    for (let index = 0; index < 3; index += 1) await sentNow();
    await world.dispatched(await world.read());
    world.queues.mail.waiting.splice(1, 1);
    await drainAll();
    world.mail.switches.down = true;
    for (let run = 0; run < 3; run += 1) {
      world.clock.advance(20 * MINUTE);
      await world.sweep();
      expect(new Set(world.queues.mail.waiting).size).toBe(1);
      await drainAll();
    }
    world.mail.switches.down = false;
    await drainAll();
    expect(world.mail.delivered).toHaveLength(6);
  });

  it('finds an event that could not be read once it can, and lets it stop nobody else', async () => {
    const id = await sentNow();
    const key = eventKeys.event(`referral#${id}`, 1);
    const sound = await world.table.get('events', key);
    if (sound === undefined) throw new Error('No event');
    const put = (body: string) =>
      world.table.write({ kind: 'put', table: 'events', item: { ...sound, body }, expected: 'any' });
    await put('{"broken":true}');
    const other = await sentNow();
    const { batchItemFailures } = await world.dispatched(await world.read());
    expect(batchItemFailures).toEqual([]);
    world.queues.mail.waiting.length = 0;
    world.clock.advance(25 * MINUTE);
    await world.sweep();
    expect(world.queues.mail.waiting).toEqual([
      JSON.stringify({ aggregate: `referral#${other}`, version: 1 }),
    ]);
    expect(world.lines.join()).toContain('an event cannot be read');
    await drainAll();
    await put(String(sound['body']));
    world.clock.advance(10 * MINUTE);
    await world.sweep();
    await drainAll();
    expect(world.mail.delivered).toHaveLength(4);
  });

  it('asks for an anchor where anything happened', async () => {
    await sentNow();
    await world.settle();
    world.clock.advance(25 * MINUTE);
    await world.sweep();
    await drainAll();
    expect(await listAnchors(world.table, MANCHESTER)).toHaveLength(1);
  });

  it('gives up, loudly, what is older than marks can prove, and never mails it', async () => {
    await sentNow();
    world.clock.advance(5 * MINUTE);
    await world.sweep();
    world.clock.advance((REACH_HOURS + 14) * HOUR);
    await world.sweep();
    await drainAll();
    expect(world.mail.delivered).toEqual([]);
    expect(world.lines.join()).toContain('given up undone');
  });
});

describe('slots', () => {
  it('are ten minutes, without a gap over days and hours', () => {
    const slots = slotsBetween('2026-11-23T22:55:00.000Z', '2026-11-24T00:10:00.000Z');
    expect(slots).toHaveLength(9);
    expect(slots.every((slot, index) => index === 0 || slot === slotEnd(slots[index - 1] ?? ''))).toBe(true);
    expect(slotStart('2026-11-23T22:59:59.999Z')).toBe('2026-11-23T22:50:00.000Z');
  });
});

const eventOf = async () => {
  const slot = { name: 'slot', value: eventKeys.slot(MANCHESTER, '2026-11-23T09:00:00.000Z') };
  const page = await world.table.query({ table: 'events', index: 'slot', partition: slot, limit: 1 });
  return { id: String(page.items[0]?.['at']).split('#')[1] ?? '' };
};
