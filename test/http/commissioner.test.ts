import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { freezeQuarter } from '#functions/domain/insight/freeze.ts';
import { evidenceItem } from '#functions/store/evidence.ts';
import { snapshotItem } from '#functions/store/snapshot.ts';
import type { Item } from '#functions/store/table.ts';
import { routes } from '#shared/api/index.ts';
import { AreaId } from '#shared/model/area.ts';
import { dayOf } from '#shared/model/civil-time.ts';
import { lastClosed, quarterBefore, quarterOf } from '#shared/model/quarter.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { MANCHESTER, NOW, settings } from '#test/support/referral-world.ts';
import { type StaffWorld, staffWorld } from '#test/support/staff-world.ts';

let engine: TestEngine;
let world: StaffWorld;
beforeAll(async () => {
  engine = await startEngine();
  world = await staffWorld(engine);
});
afterAll(() => engine.close());

const closed = lastClosed(dayOf(NOW));
const open = quarterOf(dayOf(NOW));
const put = (item: Item) => engine.table.write({ kind: 'put', table: 'insight', item, expected: 'any' });
const get = (path: string) => world.as(world.people.commissioner).send('commissioner', 'GET', path);
const EVIDENCE = { kind: 'unmet', need: 'food', council: 'E08000003', cause: 'full' } as const;

describe('what a commissioner may ask', () => {
  const own = routes.filter(({ boundary }) => boundary === 'commissioner');

  it('is what the function for commissioners answers, and nothing of it changes anything', () => {
    expect(own.length).toBeGreaterThan(0);
    for (const { path, method, roles } of own) {
      expect(path).toMatch(/^\/api\/insight\//);
      expect(roles).toEqual(['commissioner']);
      expect(method).toBe('GET');
    }
    const elsewhere = routes.filter(
      ({ boundary, roles }) => boundary !== 'commissioner' && roles.includes('commissioner'),
    );
    expect(elsewhere.map(({ id }) => id)).toEqual([]);
  });

  it.each(own.map((route) => [route.path, route] as const))(
    '%s has no field for a person or a referral',
    (_, route) => {
      const shape = JSON.stringify(z.toJSONSchema(route.reply, { unrepresentable: 'any' }));
      const fields = [...shape.matchAll(/"(\w+)":\{/g)].map(([, name = '']) => name);
      expect(fields).toContain('rows');
      expect(
        fields.filter((name) =>
          /id$|person|user|referral|reference|label|ward|scheme|phone|email/i.test(name),
        ),
      ).toEqual([]);
    },
  );
});

describe('a quarter as a commissioner is given it', () => {
  it('is the last that closed beside the one before; one still open is not found, though it was counted', async () => {
    const evidence = Array.from({ length: 11 }, () => EVIDENCE);
    await put(snapshotItem(MANCHESTER, freezeQuarter(evidence, settings, { quarter: closed, at: NOW })));
    await put(
      snapshotItem(
        MANCHESTER,
        freezeQuarter(evidence.slice(0, 3), settings, { quarter: quarterBefore(closed), at: NOW }),
      ),
    );
    await put(evidenceItem({ area: MANCHESTER, quarter: open, mark: 'one' }, EVIDENCE));
    const { json } = await get('/api/insight/gaps');
    expect(json.quarters).toEqual([closed, quarterBefore(closed)]);
    const total = (of: { rows: { kind: string; need: string; total: unknown }[] }) =>
      of.rows.find(({ kind, need }) => kind === 'unmet' && need === 'food')?.total;
    expect([total(json.shown), total(json.before)]).toEqual([10, '*']);
    expect((await get(`/api/insight/gaps?quarter=${open}`)).status).toBe(404);
    expect((await get('/api/insight/gaps?quarter=2026-02')).status).toBe(422);
    const first = await get(`/api/insight/gaps?quarter=${quarterBefore(closed)}`);
    expect(first.json).toMatchObject({ shown: { quarter: quarterBefore(closed) }, before: null });
  });

  it('is of the caller’s own area alone', async () => {
    const elsewhere = { ...settings, area: AreaId.parse('elsewhere'), name: 'Elsewhere' };
    const at = { quarter: closed, at: NOW };
    const evidence = Array.from({ length: 40 }, () => EVIDENCE);
    await put(snapshotItem(elsewhere.area, freezeQuarter(evidence, elsewhere, at)));
    const { text } = await get('/api/insight/gaps');
    expect(text).toContain('"total":10');
    expect(text).not.toContain('"total":40');
    expect(text).not.toContain('Elsewhere');
  });
});
