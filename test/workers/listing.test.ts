import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullJitter } from '#functions/runtime/backoff.ts';
import { jsonLogger } from '#functions/runtime/logger.ts';
import { searchIndex } from '#functions/search/index-reader.ts';
import { directoryKeys } from '#functions/store/keys.ts';
import { findOrganization, organizationItem } from '#functions/store/organization.ts';
import { findService, serviceItem } from '#functions/store/service.ts';
import type { Item, Write } from '#functions/store/table.ts';
import { projectBatch } from '#functions/workers/listing.ts';
import { seededId } from '#infra/operator/seed/chance.ts';
import { DEMO_GROUP } from '#infra/operator/seed/demonstration-groups.ts';
import { demonstration } from '#infra/operator/seed/world.ts';
import type { Envelope } from '#shared/events/envelope.ts';
import { EventId, type OrganizationId } from '#shared/model/ids.ts';
import type { Organization } from '#shared/model/organization.ts';
import type { TestEngine } from '#test/support/engine.ts';
import { MANCHESTER } from '#test/support/listings.ts';
import { SEED_DAY, SEED_NOW, seededEngine } from '#test/support/seeded.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await seededEngine();
});
afterAll(() => engine.close());

const deps = () => ({
  table: engine.table,
  backoff: fullJitter(2, 40),
  now: () => SEED_NOW,
  log: jsonLogger(() => undefined),
});
let count = 0;
const changed = (organizationId: OrganizationId): Envelope => {
  count += 1;
  return {
    id: EventId.parse(seededId(`test event ${count}`)),
    area: MANCHESTER,
    tenant: organizationId,
    aggregate: `organization#${organizationId}`,
    version: count + 1,
    type: 'organization.changed',
    v: 1,
    at: SEED_NOW,
    actor: 'system:test',
    data: { organizationId },
  };
};
const part = (event: Envelope) => ({ id: event.id, read: () => event });
const project = (...ids: OrganizationId[]) => projectBatch(deps(), ids.map(changed).map(part));
const put = (item: Item): Write => ({ kind: 'put', table: 'portal', item, expected: 'any' });

async function change(id: OrganizationId, by: Partial<Organization>): Promise<void> {
  const found = await findOrganization(engine.table, { area: MANCHESTER, id });
  if (found === undefined) throw new Error('No such group');
  await engine.table.write(put(organizationItem({ ...found.value, ...by }, found.version + 1)));
}
const listingsOf = async (id: OrganizationId) => {
  const all = await searchIndex(engine.table).near({ from: null, miles: null }, SEED_NOW);
  return all.flat().filter(({ organizationId }) => organizationId === id);
};
const page = (id: OrganizationId) => engine.table.get('directory', directoryKeys.group(id));
const manifest = () => engine.table.get('directory', directoryKeys.manifest(MANCHESTER));

describe('the projector of listings', () => {
  it('lists a group once a coordinator has checked it, and takes it away when it is suspended or closed', async () => {
    const { organization } = demonstration(SEED_DAY).groups.find(
      (group) => group.organization.status === 'unverified' && group.organization.area === 'manchester',
    ) ?? { organization: undefined };
    if (organization === undefined) throw new Error('No unverified group in the seed');
    const { id } = organization;
    expect([await page(id), await listingsOf(id)]).toEqual([undefined, []]);
    await change(id, { status: 'checked' });
    await project(id);
    expect(await page(id)).toBeDefined();
    expect((await listingsOf(id)).length).toBeGreaterThan(0);
    for (const status of ['suspended', 'checked', 'closed'] as const) {
      await change(id, { status });
      await project(id);
      expect((await listingsOf(id)).length > 0).toBe(status === 'checked');
      expect((await page(id)) !== undefined).toBe(status === 'checked');
    }
  });

  it('writes nothing when nothing differs, however often an event comes', async () => {
    const before = await manifest();
    await project(DEMO_GROUP, DEMO_GROUP);
    await project(DEMO_GROUP);
    expect(await manifest()).toEqual(before);
  });

  it('moves a listing to the block of its new place and leaves none behind', async () => {
    const [tea] = await listingsOf(DEMO_GROUP);
    if (tea === undefined) throw new Error('The demonstration group is not listed');
    const found = await findService(engine.table, { area: MANCHESTER, id: tea.serviceId });
    if (found === undefined) throw new Error('No such activity');
    const place = { ...found.value.place, latitude: 53.52, longitude: -2.2 };
    await engine.table.write(put(serviceItem(MANCHESTER, { ...found.value, place }, 2)));
    await project(DEMO_GROUP);
    const moved = (await listingsOf(DEMO_GROUP)).filter(({ serviceId }) => serviceId === tea.serviceId);
    expect(moved.map(({ latitude, longitude }) => [latitude, longitude])).toEqual([[53.52, -2.2]]);
  });

  it('loses no change when many projections of one area run at once', async () => {
    const ids = demonstration(SEED_DAY)
      .groups.filter(
        ({ organization }) => organization.area === 'manchester' && organization.status === 'checked',
      )
      .slice(2, 14)
      .map(({ organization }) => organization.id);
    await Promise.all(
      ids.map(async (id, index) => {
        await change(id, { name: `Renamed ${index}` });
        await project(id);
      }),
    );
    for (const [index, id] of ids.entries())
      for (const listing of await listingsOf(id)) expect(listing.organizationName).toBe(`Renamed ${index}`);
  });

  it('hides a masked place behind the middle of its ward', async () => {
    const masked = demonstration(SEED_DAY).groups.find(
      ({ organization, services }) =>
        organization.status === 'checked' &&
        services.some(({ place, status }) => place.masked && status === 'active'),
    );
    const service = masked?.services.find(({ place, status }) => place.masked && status === 'active');
    if (masked === undefined || service === undefined) throw new Error('No masked place in the seed');
    const listing = (await listingsOf(masked.organization.id)).find(
      ({ serviceId }) => serviceId === service.id,
    );
    expect(listing?.wardName).toBe(service.place.wardName);
    expect([listing?.latitude, listing?.longitude]).not.toEqual([
      service.place.latitude,
      service.place.longitude,
    ]);
    const body = String((await page(masked.organization.id))?.['body']);
    expect(body).not.toContain(service.place.address);
    expect(body).not.toContain(service.place.postcode);
  });

  it('names the one event that cannot be done and does the others', async () => {
    const poison = { ...changed(DEMO_GROUP), type: 'organization.vanished' };
    const unreadable = { id: 'unreadable', read: () => JSON.parse('{') };
    const id = demonstration(SEED_DAY).groups[20]?.organization.id ?? DEMO_GROUP;
    await change(id, { name: 'After the poison' });
    const answer = await projectBatch(deps(), [part(poison), unreadable, part(changed(id))]);
    expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual([
      poison.id,
      'unreadable',
    ]);
    expect(
      (await listingsOf(id)).every(({ organizationName }) => organizationName === 'After the poison'),
    ).toBe(true);
  });

  it('says which events failed when storage is out, and leaves no mark on them', async () => {
    const table = { ...engine.table, transact: () => Promise.reject(new Error('storage is out')) };
    await change(DEMO_GROUP, { name: 'Never shown' });
    const event = changed(DEMO_GROUP);
    const answer = await projectBatch({ ...deps(), table }, [part(event)]);
    expect(answer.batchItemFailures).toEqual([{ itemIdentifier: event.id }]);
    expect(await engine.table.get('events', { pk: `done#${event.id}`, sk: 'listing' })).toBeUndefined();
  });
});
