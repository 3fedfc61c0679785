import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullJitter } from '#functions/runtime/backoff.ts';
import { listPublicGrants, listShownGrants } from '#functions/store/grant.ts';
import { projectGrants } from '#functions/workers/project-grant.ts';
import type { KeptGrant } from '#shared/api/grants.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { criterion, grant } from '#test/support/grant-builder.ts';
import { type StaffWorld, staffWorld } from '#test/support/staff-world.ts';

let engine: TestEngine;
let world: StaffWorld;
beforeAll(async () => {
  engine = await startEngine();
  world = await staffWorld(engine);
});
afterAll(() => engine.close());

const {
  id: _id,
  area: _area,
  sourceCheckedAt: _at,
  sourceCheckedBy: _by,
  lastChangedAt: _on,
  ...fund
} = grant({ criteria: [criterion({ kind: 'committee', people: 3 }, { fixable: 'yes' })] });

const coordinator = () => world.as(world.people.coordinator);
const added = async (body: object = fund, key = randomUUID()) =>
  coordinator().staff('POST', '/api/grants', { body, key });

describe('keeping funds true', () => {
  it('adds one fund for one key, however often it is sent, and refuses the key for another', async () => {
    const key = randomUUID();
    const [first, second] = [await added(fund, key), await added(fund, key)];
    expect(first.status).toBe(201);
    expect(second.json).toEqual(first.json);
    expect((await added({ ...fund, title: 'Another' }, key)).json).toMatchObject({ code: 'key_reused' });
  });

  it('loses nobody’s change: what was made from an older version is refused', async () => {
    const { grant: made, version } = (await added()).json as KeptGrant;
    const path = `/api/grants/${made.id}`;
    const change = (title: string) =>
      coordinator().staff('PUT', path, { body: { version, grant: { ...fund, title } }, key: randomUUID() });
    expect((await change('First')).status).toBe(200);
    expect((await change('Second')).json).toMatchObject({ code: 'changed_meanwhile' });
  });

  it('shows a published fund to anyone without who checked it, and takes away a withdrawn one', async () => {
    const { grant: made } = (await added()).json as KeptGrant;
    const project = () => projectGrants({ table: engine.table, backoff: fullJitter() }, made.area, [made.id]);
    await project();
    expect(await listShownGrants(engine.table, made.area)).toContain(made.id);
    expect(await listPublicGrants(engine.table, [made.id])).toMatchObject([{ sourceCheckedBy: null }]);
    const body = { version: 1, grant: { ...fund, status: 'withdrawn' } };
    await coordinator().staff('PUT', `/api/grants/${made.id}`, { body, key: randomUUID() });
    await project();
    expect(await listShownGrants(engine.table, made.area)).not.toContain(made.id);
    expect(await listPublicGrants(engine.table, [made.id])).toEqual([]);
  });
});
