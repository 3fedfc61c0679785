import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { markOf } from '#functions/commands/mark.ts';
import { stateCapacity } from '#functions/commands/state-capacity.ts';
import { supplyRows } from '#functions/domain/insight/supply.ts';
import { eventWrite } from '#functions/store/event.ts';
import { organizationItem } from '#functions/store/organization.ts';
import { serviceItem } from '#functions/store/service.ts';
import { listSupply } from '#functions/store/supply.ts';
import type { Organization } from '#shared/model/organization.ts';
import type { Service } from '#shared/model/service.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { HOUR } from '#test/support/http-world.ts';
import { MANCHESTER, room } from '#test/support/referral-world.ts';
import { type WorkerWorld, workerWorld } from '#test/support/worker-world.ts';

let engine: TestEngine;
let world: WorkerWorld;
let version = 0;
beforeAll(async () => {
  engine = await startEngine();
});
beforeEach(async () => {
  world = await workerWorld(engine, room(2));
  await world.read();
});
afterAll(() => engine.close());

const count = async () => {
  const all = await listSupply(world.table, MANCHESTER);
  const mine = all.filter(({ serviceId }) => serviceId === world.serviceId);
  const rows = supplyRows(mine, world.clock.now()).filter(({ council }) => council !== null);
  return rows.map(({ need, services, referable, withRoom, unknownRoom }) => [
    need,
    [services, referable, withRoom, unknownRoom].join(),
  ]);
};
/** A change of the group or its activity, with the event that tells of it. */
const change = async (group: Partial<Organization>, activity: Partial<Service> = {}) => {
  version += 1;
  await world.put(organizationItem({ ...world.group, ...group }));
  await world.put(serviceItem(MANCHESTER, { ...world.activity, ...activity }));
  const event = eventWrite({
    id: world.deps.ids.event(),
    area: MANCHESTER,
    tenant: world.groupId,
    aggregate: `organization#${world.groupId}`,
    version,
    at: world.clock.now(),
    actor: 'system:test',
    type: 'organization.changed',
    data: { organizationId: world.groupId },
  });
  await world.table.write(event);
  await world.settle();
};

describe('the counts of supply', () => {
  it('count an activity under each of its needs, with room while there is a place', async () => {
    await change({});
    expect(await count()).toEqual([
      ['company', '1,1,1,0'],
      ['grief', '1,1,1,0'],
    ]);
    for (let index = 0; index < 2; index += 1) await world.sent();
    await world.settle();
    expect((await count())[0]).toEqual(['company', '1,1,0,0']);
  });

  it('are exact when a date passes, though nothing was written', async () => {
    await change({});
    world.clock.advance(31 * 24 * HOUR);
    expect((await count())[0]).toEqual(['company', '1,1,0,1']);
    world.clock.advance(365 * 24 * HOUR);
    expect((await count())[0]).toEqual(['company', '1,0,0,0']);
  });

  it('follow what a group says of its room', async () => {
    const { people, serviceId, deps } = world;
    const mark = markOf('0b9f4b0c-4a39-4a52-8a3e-0d7a4f6b2c11', {});
    const by = { principal: people.reader, serviceId, mark, at: world.clock.now() };
    const said = await stateCapacity(deps, by, { state: 'full', places: null });
    expect(said.ok).toBe(true);
    await world.settle();
    expect((await count())[0]).toEqual(['company', '1,1,0,0']);
  });

  it('leave out a group that is no longer checked and an activity that has closed, and take them in again', async () => {
    await change({ status: 'suspended' });
    expect(await count()).toEqual([]);
    await change({}, { status: 'closed' });
    expect(await count()).toEqual([]);
    await change({});
    expect(await count()).toHaveLength(2);
  });

  it('end the same when events come many times and at once', async () => {
    await change({});
    const message = JSON.stringify({ aggregate: `organization#${world.groupId}`, version });
    world.queues.insight.waiting.push(...Array.from({ length: 20 }, () => message));
    await Promise.all([world.drain('insight'), world.drain('insight')]);
    expect((await count())[0]).toEqual(['company', '1,1,1,0']);
  });
});
