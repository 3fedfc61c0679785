import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { declineReferral } from '#functions/commands/decline-referral.ts';
import { withdrawReferral } from '#functions/commands/withdraw-referral.ts';
import { listRooms } from '#functions/store/directory.ts';
import { CONSUMERS, concerns, consumersOf } from '#functions/workers/consumers.ts';
import { events } from '#shared/events/index.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { room } from '#test/support/referral-world.ts';
import { type WorkerWorld, workerWorld } from '#test/support/worker-world.ts';

let engine: TestEngine;
let world: WorkerWorld;
beforeAll(async () => {
  engine = await startEngine();
});
beforeEach(async () => {
  world = await workerWorld(engine, room(3));
  await world.read();
});
afterAll(() => engine.close());

const shown = async () => (await listRooms(world.table, [world.serviceId])).get(world.serviceId)?.places;
const typesIn = async (name: 'mail' | 'chain' | 'insight') =>
  world.queues[name].waiting.map((message) => Object.keys(JSON.parse(message)).sort().join());

describe('an event', () => {
  it('of every type in the catalogue has somebody who sees to it, the chain always', () => {
    for (const type of Object.keys(events)) {
      expect(consumersOf({ type })).toContain('chain');
      expect(CONSUMERS).toEqual(expect.arrayContaining([...consumersOf({ type })]));
    }
    expect(concerns('mail', { type: 'referral.sent' })).toBe(true);
    expect(concerns('mail', { type: 'contact.revealed' })).toBe(false);
  });

  it('shows the place it took, gives back the one it released, and the queues hear ids only', async () => {
    const id = await world.sent();
    expect(await world.dispatched(await world.read())).toEqual({ batchItemFailures: [] });
    expect(await shown()).toBe(2);
    const asked = world.asked(world.people.sender, id);
    await withdrawReferral(world.deps, asked, { reason: 'person_asked', agreementWithdrawn: false });
    await world.dispatched(await world.read());
    expect(await shown()).toBe(3);
    for (const name of ['mail', 'chain', 'insight'] as const) {
      expect(await typesIn(name)).toEqual(['aggregate,version', 'aggregate,version']);
    }
  });

  it('shows that a group is full when its reader declines for want of room', async () => {
    const id = await world.sent();
    const refused = { reason: 'no_capacity', declinedBy: 'group', comment: null } as const;
    await declineReferral(world.deps, world.asked(world.people.reader, id), refused);
    await world.dispatched(await world.read());
    const rooms = await listRooms(world.table, [world.serviceId]);
    expect(rooms.get(world.serviceId)?.state).toBe('full');
  });

  it('leaves the same room in whatever order and however often it comes', async () => {
    for (let index = 0; index < 3; index += 1) await world.sent();
    const records = await world.read();
    await Promise.all([world.dispatched(records), world.dispatched([...records].reverse())]);
    await world.dispatched(records.slice(0, 1));
    expect(await shown()).toBe(0);
  });

  it('with the poller stopped changes nothing that anybody sees', async () => {
    await world.sent();
    expect([await shown(), world.mail.delivered, world.queues.mail.waiting]).toEqual([undefined, [], []]);
  });
});

describe('a batch', () => {
  it('names only what failed: a queue that turns one away keeps nobody else from being served', async () => {
    await world.sent();
    const records = await world.read();
    world.queues.mail.switches.refuses = true;
    const answer = await world.dispatched(records);
    expect(answer.batchItemFailures).toEqual([{ itemIdentifier: records[0]?.dynamodb?.SequenceNumber }]);
    expect([await shown(), world.queues.chain.waiting.length]).toEqual([2, 1]);
  });

  it('names a record that cannot be read and sees to the ones around it', async () => {
    await world.sent();
    await poison('referral#broken', '{"type":"referral.sent"}');
    await world.sent();
    const records = await world.read();
    const answer = await world.dispatched(records);
    expect(answer.batchItemFailures).toEqual([{ itemIdentifier: records[1]?.dynamodb?.SequenceNumber }]);
    expect(await shown()).toBe(1);
  });

  it('passes over marks and whatever else lies in the table', async () => {
    await world.sent();
    await world.settle();
    const records = await world.read();
    expect(records.length).toBeGreaterThan(3);
    expect(await world.dispatched(records)).toEqual({ batchItemFailures: [] });
    expect(world.queues.chain.waiting).toEqual([]);
  });
});

const poison = (aggregate: string, body: string) =>
  world.table.write({
    kind: 'put',
    table: 'events',
    item: {
      pk: aggregate,
      sk: '0000000001',
      schema: 1,
      slot: 'manchester#x',
      at: 'x',
      type: 'referral.sent',
      body,
    },
    expected: 'absent',
  });
