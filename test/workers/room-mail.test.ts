import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemIds } from '#functions/runtime/ids.ts';
import { askForRoom } from '#functions/schedules/room-mail.ts';
import { findLink } from '#functions/store/link-token.ts';
import { organizationItem } from '#functions/store/organization.ts';
import { DAY_LENGTH } from '#shared/model/civil-time.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { everything } from '#test/support/everything.ts';
import { room } from '#test/support/referral-world.ts';
import { type WorkerWorld, workerWorld } from '#test/support/worker-world.ts';

let engine: TestEngine;
let world: WorkerWorld;
beforeEach(async () => {
  // An engine each: the week in which an area was asked is one mark for all its groups.
  engine = await startEngine();
  // The clock stands at nine on a Monday; room was said three days before.
  world = await workerWorld(engine, room(5));
  await world.read();
});
afterEach(() => engine.close());

const ask = async () => {
  await askForRoom({ table: world.table, ids: systemIds, now: world.clock.now });
  await world.settle();
};
const ours = () =>
  world.mail.delivered.filter(({ to }) => Object.values(world.people).some(({ email }) => email === to));
const tokenIn = (text = '') => /\/capacity\/([\w-]{43})/.exec(text)?.[1] ?? '';

describe('the weekly question', () => {
  it('is not asked while the answer is fresh, and is on the Monday after', async () => {
    await ask();
    expect(ours()).toEqual([]);
    world.clock.advance(7 * DAY_LENGTH);
    await ask();
    expect(ours().map(({ to, subject }) => `${to}: ${subject}`)).toEqual([
      'rosa.finch@demo.example: How much room do you have?',
    ]);
  });

  it('brings a link that leads to the group, and stands nowhere but in the mail', async () => {
    world.clock.advance(7 * DAY_LENGTH);
    await ask();
    const [mail] = ours();
    const token = tokenIn(mail?.text);
    expect(await findLink(world.table, token, world.clock.now())).toMatchObject({
      life: 'live',
      link: { purpose: 'room', subject: world.groupId, holder: world.people.lead.userId },
    });
    const tables = await Promise.all(
      (['events', 'sessions', 'portal'] as const).map((t) => everything(engine, t)),
    );
    expect(JSON.stringify([tables, world.lines, world.queues])).not.toContain(token);
    expect(mail?.text).not.toContain('Tomasz');
  });

  it('is asked once a week however often the hour comes round, and the newer link ends the older', async () => {
    world.clock.advance(7 * DAY_LENGTH);
    for (let hour = 0; hour < 3; hour += 1) {
      await ask();
      world.clock.advance(3_600_000);
    }
    expect(ours()).toHaveLength(1);
    world.clock.advance(7 * DAY_LENGTH);
    await ask();
    expect(ours()).toHaveLength(2);
    const [older, newer] = ours().map(({ text }) => tokenIn(text));
    expect((await findLink(world.table, older ?? '', world.clock.now()))?.life).toBe('replaced');
    expect((await findLink(world.table, newer ?? '', world.clock.now()))?.life).toBe('live');
  });

  it('is made up for later in the week when Monday was missed', async () => {
    world.clock.advance(10 * DAY_LENGTH);
    await ask();
    expect(ours()).toHaveLength(1);
  });

  it('is not put to a group that nobody has checked', async () => {
    await world.put(organizationItem({ ...world.group, status: 'suspended' }, 2));
    world.clock.advance(14 * DAY_LENGTH);
    await ask();
    expect(ours()).toEqual([]);
  });

  it('is not put, and not noted as put, where nobody can sign in for the group', async () => {
    const asked = async () =>
      (await everything(engine, 'events')).filter(({ pk }) => pk.startsWith('room_asking#')).length;
    world.clock.advance(7 * DAY_LENGTH);
    await ask();
    const before = await asked();
    expect(before).toBeGreaterThan(0);
    const { lead, reader, reader2 } = world.people;
    for (const one of [lead, reader, reader2]) await world.enrol(one, { active: false });
    world.clock.advance(7 * DAY_LENGTH);
    await ask();
    expect([await asked(), ours().length]).toEqual([before, 1]);
  });

  it('tells what it could send when the provider is down, once it is up again', async () => {
    world.clock.advance(7 * DAY_LENGTH);
    world.mail.switches.down = true;
    await ask();
    expect(ours()).toEqual([]);
    world.mail.switches.down = false;
    await world.drain('mail');
    expect(ours()).toHaveLength(1);
  });
});
