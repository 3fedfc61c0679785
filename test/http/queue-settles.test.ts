import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY_LENGTH } from '#shared/model/civil-time.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { everything } from '#test/support/everything.ts';
import { type QueueWorld, queueWorld } from '#test/support/queue-world.ts';

let engine: TestEngine;
let world: QueueWorld;
beforeEach(async () => {
  engine = await startEngine();
  world = await queueWorld(engine);
});
afterEach(() => engine.close());

describe('what settles itself', () => {
  test('is out of the queue at once, and closed by the hour', async () => {
    const id = await world.nudged('coordinator_rings');
    await world.who('reader').sealed(`/api/referrals/${id}/accept`, { body: { contactBy: '2026-11-27' } });
    expect(await world.queue()).toMatchObject({ rows: [], counts: [] });
    await world.tidy();
    const [event] = (await everything(engine, 'events')).filter(({ type }) => type === 'task.settled');
    expect(String(event?.['body'])).toContain('no_longer_needed');
    expect((await world.reopen(`silence-${id}`)).status).toBe(409);
  });

  test('a hand-back stays whatever is said, until somebody has taken it over', async () => {
    const id = await world.handedBack();
    await world.tidy();
    await world.settle(`unowned-${id}`, 'team_on_it');
    world.pass(DAY_LENGTH);
    expect(await world.ids()).toEqual([`unowned-${id}`]);
    await world.who('sender').staff('POST', `/api/referrals/${id}/record-new-owner`, {
      body: { who: 'Dr Vale', organization: 'The practice', how: 'phone', on: '2026-11-24', accepted: true },
    });
    expect(await world.ids()).toEqual([]);
  });

  test('basics that run out are seen before, then as run out, and not at all once confirmed anew', async () => {
    await world.runningOut(20);
    expect(await world.kinds()).toEqual([]);
    world.pass(7 * DAY_LENGTH);
    expect(await world.kinds()).toEqual(['lapsing']);
    world.pass(13 * DAY_LENGTH);
    expect(await world.kinds()).toEqual(['lapsed']);
    await world.settle(`lapsed-${world.groupId}`, 'will_renew');
    expect(await world.kinds()).toEqual([]);
    world.pass(8 * DAY_LENGTH);
    expect(await world.kinds()).toEqual(['lapsed']);
  });
});

describe('what link workers miss', () => {
  test('is counted by need and council; where only few people can be meant, by need alone', async () => {
    await world.missing(['food', 'money']);
    await world.missing(['money', 'food']);
    await world.missing(['food'], 'colleague', 'full');
    await world.missing(['safety'], 'colleague');
    expect(await world.rows()).toMatchObject([
      { need: 'food', councilName: 'Manchester', notes: 2 },
      { need: 'money', councilName: 'Manchester', notes: 1 },
      { need: 'safety', councilName: null, notes: 1 },
    ]);
  });

  test('is counted anew after somebody dealt with it, and by many at once', async () => {
    await world.missing(['food']);
    await world.settle('gap-food-E08000003', 'passed_on');
    expect(await world.rows()).toEqual([]);
    // One session says the same of one need once a day.
    world.pass(DAY_LENGTH);
    const who = ['sender', 'colleague', 'manager'] as const;
    await Promise.all(who.map((one) => world.missing(['food'], one, 'full')));
    expect(await world.rows()).toMatchObject([{ need: 'food', notes: 3, last: { outcome: 'passed_on' } }]);
  });
});
