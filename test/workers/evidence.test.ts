import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noteGap } from '#functions/commands/note-gap.ts';
import { freezeQuarters } from '#functions/schedules/freeze-quarters.ts';
import { areaListItem } from '#functions/store/area-list.ts';
import { eventFromItem } from '#functions/store/event.ts';
import { evidenceItem, listEvidence } from '#functions/store/evidence.ts';
import { listSnapshots } from '#functions/store/snapshot.ts';
import type { Item } from '#functions/store/table.ts';
import type { GapNote } from '#shared/api/gap-notes.ts';
import { dayOf } from '#shared/model/civil-time.ts';
import { quarterBounds, quarterOf } from '#shared/model/quarter.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { HOUR } from '#test/support/http-world.ts';
import { MANCHESTER, room } from '#test/support/referral-world.ts';
import { type WorkerWorld, workerWorld } from '#test/support/worker-world.ts';

let engine: TestEngine;
let world: WorkerWorld;
beforeAll(async () => {
  engine = await startEngine();
});
beforeEach(async () => {
  world = await workerWorld(engine, room(2));
  await world.put(areaListItem([MANCHESTER]));
  await world.read();
});
afterAll(() => engine.close());

const open = () => quarterOf(dayOf(world.clock.now()));
const raw = () => listEvidence(world.table, MANCHESTER, open());
const put = (item: Item) => world.table.write({ kind: 'put', table: 'insight', item, expected: 'any' });
const NOTE: GapNote = { kind: 'noted', needs: ['food', 'company'], cause: 'unreachable', barrier: 'day' };
const note = (mark: string, said: Partial<GapNote> = {}) =>
  noteGap(world.deps, {
    principal: world.people.sender,
    mark,
    note: { ...NOTE, ...said },
    at: world.clock.now(),
  });
const toTheEnd = () => {
  const end = Date.parse(`${quarterBounds(open()).until}T00:00:00.000Z`);
  world.clock.advance(end - Date.parse(world.clock.now()) + 100 * HOUR);
};

describe('a gap note', () => {
  it('counts once for each need in a session and day, without session or person', async () => {
    const before = (await raw()).length;
    await note('one session');
    await note('one session');
    await note('another session');
    await world.settle();
    const mine = (await raw()).filter(({ kind }) => kind === 'noted');
    expect((await raw()).length - before).toBe(4);
    expect(mine.every(({ cause }) => cause === 'unreachable:day')).toBe(true);
    const page = await world.table.query({
      table: 'insight',
      partition: { value: `${MANCHESTER}#evidence#${open()}#` },
      limit: 100,
    });
    expect(JSON.stringify(page.items)).not.toMatch(/session|link/);
    expect(JSON.stringify(page.items)).not.toContain(world.people.sender.userId);
  });

  it('counts a need once however it is said again: beside other needs, or with another cause', async () => {
    const count = async () => (await raw()).length;
    const before = await count();
    await note('a third session', { needs: ['food'] });
    await note('a third session', { needs: ['food', 'company'], cause: 'full', barrier: null });
    await note('a third session', { needs: ['company', 'food'], cause: null, barrier: null });
    await world.settle();
    expect((await count()) - before).toBe(2);
    await note('a third session', { needs: ['food'], kind: 'unmet', cause: 'full', barrier: null });
    world.clock.advance(24 * HOUR);
    await note('a third session', { needs: ['food'] });
    await world.settle();
    expect((await count()) - before).toBe(4);
  });

  it('is refused about a council elsewhere', async () => {
    const refused = await note('one session', { council: 'E06000051' });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'invalid' } });
  });
});

describe('a quarter', () => {
  it('is shown only once it has closed, is frozen once, and hides small numbers', async () => {
    const quarter = open();
    const where = { area: MANCHESTER, quarter };
    const evidence = { kind: 'unmet', need: 'grief', council: 'E08000003', cause: 'absent' } as const;
    for (let index = 0; index < 13; index += 1)
      await put(evidenceItem({ ...where, mark: `absent${index}` }, evidence));
    for (let index = 0; index < 3; index += 1)
      await put(evidenceItem({ ...where, mark: `full${index}` }, { ...evidence, cause: 'full' }));
    const freezing = { ...world.deps, table: world.table, now: world.clock.now };
    await freezeQuarters(freezing);
    const early = await listSnapshots(world.table, MANCHESTER, 9);
    expect(early.map((one) => one.quarter)).not.toContain(quarter);
    toTheEnd();
    await freezeQuarters(freezing);
    const [first] = await listSnapshots(world.table, MANCHESTER, 9);
    const row = first?.rows.find(({ kind, need }) => kind === 'unmet' && need === 'grief');
    expect(first?.quarter).toBe(quarter);
    expect(row).toMatchObject({
      total: 15,
      causes: [
        { cause: 'absent', count: 15 },
        { cause: 'full', count: '*' },
      ],
    });
    await put(evidenceItem({ ...where, mark: 'late' }, evidence));
    world.clock.advance(24 * HOUR);
    await freezeQuarters(freezing);
    expect((await listSnapshots(world.table, MANCHESTER, 9))[0]).toEqual(first);
    const signed = await world.table.get('events', {
      pk: `quarter#${MANCHESTER}-${quarter}`,
      sk: '0000000001',
    });
    expect(signed && eventFromItem(signed)).toMatchObject({ tenant: MANCHESTER, actor: 'system:quarters' });
  });
});
