import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkGroup } from '#functions/commands/check-group.ts';
import { newGroup } from '#functions/domain/registration/new-group.ts';
import { systemIds } from '#functions/runtime/ids.ts';
import { findPublicGroup } from '#functions/search/group-reader.ts';
import { areaLookup } from '#functions/store/area.ts';
import { findCapacity } from '#functions/store/capacity.ts';
import { organizationItem } from '#functions/store/organization.ts';
import { findByName, registrationItem } from '#functions/store/registration.ts';
import { projectGroups } from '#functions/workers/project-listing.ts';
import type { OrganizationId } from '#shared/model/ids.ts';
import { Registration } from '#shared/model/registration.ts';
import { Principal } from '#shared/model/roles.ts';
import type { TestEngine } from '#test/support/engine.ts';
import { AREA, applyingTo, importInto, listedNames, pageOf, watched } from '#test/support/importing.ts';
import { page, service, services } from '#test/support/oruk-feed.ts';
import { SEED_NOW, seededEngine } from '#test/support/seeded.ts';

const NAMED = { area: AREA, name: 'The Lantern Row 1', outcode: 'M14' };
const coordinator = Principal.parse({
  userId: randomUUID(),
  name: 'Cora Vane',
  email: 'cora@demo.example',
  phone: '0161 496 0100',
  area: AREA,
  memberships: [{ role: 'coordinator' }],
});

let engine: TestEngine;
beforeEach(async () => {
  engine = await seededEngine();
  await importInto(engine.table, page(services(2)));
});
afterEach(() => engine.close());

/** A group of the same name and district has confirmed its registration and waits for the check. */
async function waiting(): Promise<{ own: OrganizationId; listing: OrganizationId }> {
  const listing = await findByName(engine.table, NAMED);
  if (listing === undefined) throw new Error('The import took no name');
  const registration = Registration.parse({
    ...{ ...NAMED, id: randomUUID(), state: 'confirmed', happens: 'We mend.', when: 'Tuesdays' },
    ...{ email: 'jo@demo.example', at: SEED_NOW, made: 'x', twin: listing, checked: null, returned: null },
    lead: { userId: randomUUID(), name: 'Jo Lantern', confirmedAt: SEED_NOW },
  });
  const group = newGroup(registration, SEED_NOW);
  for (const item of [registrationItem(registration, 1, SEED_NOW), organizationItem(group)])
    await engine.table.write({ kind: 'put', table: 'portal', item, expected: 'absent' });
  return { own: registration.id, listing };
}

async function check(groupId: OrganizationId, isSame: boolean | undefined) {
  const deps = { table: engine.table, ids: systemIds, areas: areaLookup(engine.table, () => SEED_NOW) };
  const how = 'visited' as const;
  return checkGroup(deps, { principal: coordinator, groupId, how, note: 'Met Jo.', isSame, at: SEED_NOW });
}
const project = (ids: OrganizationId[]) => projectGroups(applyingTo(engine.table), AREA, ids);

describe('a group that registers while a directory’s listing of it is here', () => {
  it('is not checked before the coordinator says whether the two are the same', async () => {
    const { own } = await waiting();
    const asked = await check(own, undefined);
    expect(asked).toMatchObject({ ok: false, refusal: { code: 'invalid', fields: [{ id: 'isSame' }] } });
  });

  it('takes the listing over when they are: its activities, number and name are the group’s now', async () => {
    const { own, listing } = await waiting();
    expect(await check(own, true)).toMatchObject({ ok: true });
    expect(await check(own, true)).toMatchObject({ ok: true });
    await project([own, listing]);
    const group = await findPublicGroup(engine.table, own, SEED_NOW);
    expect(group).toMatchObject({
      description: 'We mend.',
      phone: { number: '0161 496 0199' },
      charityNumber: '990001',
    });
    expect(group?.source).toBeUndefined();
    expect(group?.services.map(({ name }) => name)).toEqual(['Rope and needle 1']);
    expect(await findPublicGroup(engine.table, listing, SEED_NOW)).toBeUndefined();
    expect(await findByName(engine.table, NAMED)).toBe(own);
    const [moved] = group?.services ?? [];
    const room = moved && (await findCapacity(engine.table, { area: AREA, id: moved.id }));
    expect(room?.value).toMatchObject({ organizationId: own, standing: { organization: 'checked' } });
  });

  it('keeps it from then on, whatever the directory says', async () => {
    const { own, listing } = await waiting();
    await check(own, true);
    await project([own, listing]);
    const { table, seen } = watched(engine.table);
    const { said } = await importInto(table, page([service(1, { name: 'Renamed' }), service(2)]));
    expect([seen.writes, said.includes('look after their own page now')]).toEqual([0, true]);
    expect((await pageOf(engine.table, 'The Lantern Row 1'))?.services[0]?.name).toBe('Rope and needle 1');
  });

  it('stands beside it when they are two groups', async () => {
    const { own, listing } = await waiting();
    expect(await check(own, false)).toMatchObject({ ok: true });
    await project([own, listing]);
    expect(await listedNames(engine.table, 'Lantern Row')).toEqual(['Lantern Row 1', 'Lantern Row 2']);
    expect((await findPublicGroup(engine.table, own, SEED_NOW))?.services).toEqual([]);
  });
});
