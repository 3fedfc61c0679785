import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventFromItem } from '#functions/store/event.ts';
import { listImports } from '#functions/store/import.ts';
import { eventKeys } from '#functions/store/keys.ts';
import { findOrganization, organizationItem } from '#functions/store/organization.ts';
import { findService, serviceItem } from '#functions/store/service.ts';
import { reactWithListing } from '#functions/workers/listing.ts';
import { rebuild } from '#infra/operator/commands/rebuild.ts';
import { undo } from '#infra/operator/commands/undo-import.ts';
import type { TestEngine } from '#test/support/engine.ts';
import {
  AREA,
  applyingTo,
  importInto,
  listedNames,
  pageOf,
  statesOf,
  watched,
} from '#test/support/importing.ts';
import { organization, page, service, services } from '#test/support/oruk-feed.ts';
import { SEED_NOW, seededEngine } from '#test/support/seeded.ts';

let engine: TestEngine;
beforeEach(async () => {
  engine = await seededEngine();
});
afterEach(() => engine.close());

const listed = () => listedNames(engine.table, 'Lantern Row');
const lantern = (name = 'Lantern Row 1') => pageOf(engine.table, name);
async function groupOf(name: string) {
  const id = (await lantern(name))?.id;
  if (id === undefined) throw new Error(`${name} is not listed`);
  const found = await findOrganization(engine.table, { area: AREA, id });
  if (found === undefined) throw new Error(`${name} is not in portal`);
  return found;
}

describe('the first import of a directory', () => {
  it('changes nothing before somebody says yes', async () => {
    const { table, seen } = watched(engine.table);
    const { done, said } = await importInto(table, page(services(3)), { yes: false });
    expect([done, seen.writes]).toEqual([false, 0]);
    expect(said).toContain('3 groups with 3 activities will be listed as unclaimed');
    expect(said).toContain('Nothing was changed');
  });

  it('lists groups as unclaimed, with their source, no word on room, and nobody to be sent to them', async () => {
    await importInto(engine.table, page(services(3)));
    expect(await listed()).toEqual(['Lantern Row 1', 'Lantern Row 2', 'Lantern Row 3']);
    const group = await lantern();
    expect(group?.source).toEqual({
      name: 'Twine Valley Directory',
      url: 'https://twine.example/',
      licence: 'OGL 3.0',
      fetchedAt: SEED_NOW,
    });
    expect(group?.services[0]).toMatchObject({ referable: false, room: { state: 'unknown', asOf: null } });
  });

  it('leaves out a group that is listed here already, and one that stands twice in the file', async () => {
    await importInto(engine.table, page([service(1)]));
    const same = service(9, { organization: organization(9, { name: 'The Lantern Row 1 Group' }) });
    const twin = service(5, { organization: organization(5, { name: 'Lantern Row 4' }) });
    const seeded = service(6, { organization: organization(6, { name: 'The MARIGOLD corner Group' }) });
    const waits = service(7, { organization: organization(7, { name: 'Platt Kite Makers' }) });
    const file = page([service(1), same, service(4), twin, seeded, waits]);
    const { said } = await importInto(engine.table, file);
    expect(said).toContain('3: a group of this name is listed here already');
    for (const name of ['The MARIGOLD corner Group', 'Platt Kite Makers']) expect(said).toContain(name);
    expect(said).toContain('twice in the file');
    expect(await listed()).toEqual(['Lantern Row 1', 'Lantern Row 4']);
  });

  it('is in the directory that a rebuild makes', async () => {
    await importInto(engine.table, page(services(2)));
    const before = await lantern();
    await rebuild(applyingTo(engine.table));
    expect(await lantern()).toEqual(before);
    expect(await listed()).toEqual(['Lantern Row 1', 'Lantern Row 2']);
  });
});

describe('an import that is stopped half way', () => {
  it('shows nothing until all is written, then all of it, however often the machine is switched off', async () => {
    const feed = page(services(60));
    let stops = 0;
    for (let done = false; !done; stops += 1) {
      const attempt = importInto(watched(engine.table, 2).table, feed);
      done = await attempt.then(
        ({ done: whole }) => whole,
        () => false,
      );
      if (!(await statesOf(engine.table)).includes('shown')) expect(await listed()).toEqual([]);
    }
    expect(stops).toBeGreaterThan(3);
    const [last, ...others] = await listImports(engine.table, AREA);
    expect([last?.value.groups, others]).toEqual([60, []]);
    const shown = await engine.table.get('events', eventKeys.event(`import#${last?.value.id}`, 2));
    if (shown === undefined) throw new Error('Nobody was told that the import is shown');
    await reactWithListing(applyingTo(engine.table), eventFromItem(shown));
    expect(await listed()).toHaveLength(60);
    const { table: again, seen: after } = watched(engine.table);
    await importInto(again, feed);
    expect(after.writes).toBe(0);
  });
});

describe('a later import of the same directory', () => {
  beforeEach(() => importInto(engine.table, page(services(3))));

  it('writes nothing at all when nothing has changed', async () => {
    const { table, seen } = watched(engine.table);
    const { said } = await importInto(table, page([...services(3)].reverse()), {
      now: '2026-11-25T09:00:00.000Z',
    });
    expect(seen.writes).toBe(0);
    expect(said).toContain('There is nothing to do');
  });

  it('takes over what the directory changed, adds what it added, and reports what is gone', async () => {
    const changed = service(1, { name: 'Rope, needle and thread', organization: organization(1) });
    const added = service(7, { organization: organization(1) });
    const { said } = await importInto(engine.table, page([changed, added, service(2)]));
    expect((await lantern())?.services.map(({ name }) => name)).toEqual([
      'Rope, needle and thread',
      'Rope and needle 7',
    ]);
    expect(said).toContain('1 group listed before cannot be found in the file');
    expect(await listed()).toContain('Lantern Row 3');
  });

  it('never undoes what somebody edited here', async () => {
    const { value, version } = await groupOf('Lantern Row 1');
    const [first] = value.services;
    const own = first && (await findService(engine.table, { area: AREA, id: first }));
    if (own === undefined) throw new Error('There is no activity');
    const edited = serviceItem(AREA, { ...own.value, description: 'We knot things.' }, own.version + 1);
    await engine.table.write({
      kind: 'put',
      table: 'portal',
      item: edited,
      expected: { version: own.version },
    });
    const phone = { ...value.phone, number: '0161 496 0123' };
    const group = organizationItem({ ...value, phone }, version + 1);
    await engine.table.write({ kind: 'put', table: 'portal', item: group, expected: { version } });
    const news = {
      description: 'Something new.',
      name: 'A new name',
      organization: organization(1, { phones: [{ number: '0161 496 0111' }] }),
    };
    const { said } = await importInto(engine.table, page([service(1, news), service(2), service(3)]));
    const after = await lantern();
    expect(after?.services[0]).toMatchObject({ name: 'A new name', description: 'We knot things.' });
    expect(after?.phone?.number).toBe('0161 496 0123');
    expect(said).toContain('stays as it was edited here');
    const { table, seen } = watched(engine.table);
    await importInto(table, page([service(1, news), service(2), service(3)]));
    expect(seen.writes).toBe(0);
  });

  it('leaves a group alone that looks after its own page now', async () => {
    const { value, version } = await groupOf('Lantern Row 1');
    const claimed = organizationItem({ ...value, status: 'checked', checkedAt: SEED_NOW }, version + 1);
    await engine.table.write({ kind: 'put', table: 'portal', item: claimed, expected: { version } });
    const { table, seen } = watched(engine.table);
    const { said } = await importInto(table, page([service(1, { name: 'Another' }), service(2), service(3)]));
    expect(seen.writes).toBe(0);
    expect(said).toContain('look after their own page now');
  });

  it('keeps whether an activity runs known where senders look', async () => {
    await importInto(
      engine.table,
      page([service(1, { status: 'temporarily closed' }), service(2), service(3)]),
    );
    expect(await listed()).toEqual(['Lantern Row 2', 'Lantern Row 3']);
  });
});

describe('an import that is undone', () => {
  it('hides in one write what it showed, but for the claimed, and shows it again when the file comes again', async () => {
    await importInto(engine.table, page(services(3)));
    const { value, version } = await groupOf('Lantern Row 2');
    const claimed = organizationItem({ ...value, status: 'checked', checkedAt: SEED_NOW }, version + 1);
    await engine.table.write({ kind: 'put', table: 'portal', item: claimed, expected: { version } });
    const [first] = await listImports(engine.table, AREA);
    const said: string[] = [];
    await undo(applyingTo(engine.table), first?.value.id, (line) => said.push(line));
    expect(await listed()).toEqual(['Lantern Row 2']);
    expect(said.join()).toContain('3 groups are hidden');
    await undo(applyingTo(engine.table), first?.value.id, (line) => said.push(line));
    expect(said.at(-1)).toContain('Nothing was changed');
    await importInto(engine.table, page(services(3)));
    expect(await listed()).toEqual(['Lantern Row 1', 'Lantern Row 2', 'Lantern Row 3']);
  });

  it('says what to do when the import is not known', async () => {
    await expect(undo(applyingTo(engine.table), 'nonsense', () => undefined)).rejects.toThrow('import list');
  });
});
