import { beforeAll, describe, expect, it } from 'vitest';
import { findArea } from '#functions/store/area.ts';
import { findLink } from '#functions/store/link-token.ts';
import type { Table } from '#functions/store/table.ts';
import { placeAnswers } from '#infra/operator/place/answers.ts';
import { openArea, setNumbers, signaturesFrom } from '#infra/operator/place/go-live.ts';
import { goLiveRows } from '#infra/operator/place/go-live-rows.ts';
import { initPlace } from '#infra/operator/place/init.ts';
import { coordinatorLink } from '#infra/operator/place/link.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { everything } from '#test/support/everything.ts';
import { MANCHESTER, NOW } from '#test/support/referral-world.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
  return () => engine.close();
});

const answers = {
  name: 'Manchester',
  councils: 'E08000003',
  organisation: 'Yard Support',
  phone: '0161 496 0110',
  coordinatorEmail: 'sunil@yard.example',
};
const portal = (table: Table = engine.table) => ({
  table,
  backoff: async () => undefined,
  now: () => NOW,
  origin: 'https://portal.example.org',
});
const kept = () =>
  Promise.all((['portal', 'events', 'sessions'] as const).map((table) => everything(engine, table)));
const tokenOf = (link: string) => link.split('/').at(-1) ?? '';
const complaint = async (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'nothing was refused',
    (error: Error) => error.message,
  );
const numbers = { adultSocialCare: '0161 496 0101', outOfHours: '0161 496 0102', crisis: '0808 157 0101' };
const signed = () =>
  Object.fromEntries(goLiveRows().map(({ row }) => [row, { by: 'Sam Okafor', on: '2026-11-20' }]));

describe('setting up an area', () => {
  it('says every answer that is missing or does not fit, and changes nothing', async () => {
    const said = await complaint(placeAnswers({ name: 'Manchester', councils: 'Manchester' }, undefined));
    for (const field of ['councils', 'organisation', 'phone', 'coordinatorEmail'])
      expect(said).toContain(`  ${field}: `);
    expect(said).not.toMatch(/invalid/i);
    expect(await complaint(initPlace(portal(), { ...answers, councils: 'E08000009' }))).toContain(
      'E08000003 (Manchester), E06000051 (Shropshire)',
    );
    expect(await everything(engine, 'portal')).toEqual([]);
  });

  it('leaves nothing behind when it fails half-way', async () => {
    const failing: Table = {
      ...engine.table,
      transact: async () => {
        throw new Error('the storage is down');
      },
    };
    expect(await complaint(initPlace(portal(failing), answers))).toContain('the storage is down');
    for (const table of ['portal', 'events', 'sessions'] as const)
      expect(await everything(engine, table)).toEqual([]);
  });

  it('makes the area and a link of its first coordinator; a second run changes nothing', async () => {
    const done = await initPlace(portal(), answers);
    if (!done.made) throw new Error('It was there already');
    expect((await findLink(engine.table, tokenOf(done.link), NOW))?.life).toBe('live');
    const before = await kept();
    expect(JSON.stringify(before)).not.toContain(tokenOf(done.link));
    expect((await initPlace(portal(), { ...answers, name: 'Another name' })).made).toBe(false);
    expect(await kept()).toEqual(before);
    const again = await coordinatorLink(portal(), { area: MANCHESTER, email: 'Sunil@yard.example' });
    expect((await findLink(engine.table, tokenOf(done.link), NOW))?.life).toBe('replaced');
    expect((await findLink(engine.table, tokenOf(again), NOW))?.life).toBe('live');
  });

  it('takes no referral until each council has every number and each row is signed', async () => {
    const live = async () => (await findArea(engine.table, MANCHESTER))?.value.goneLive;
    const open = () => openArea(portal(), MANCHESTER, signed() as never);
    await complaint(open());
    expect(await live()).toBe(null);
    const some = await setNumbers(portal(), undefined, [{ code: 'E08000003', ...numbers }]);
    expect(some.councils[0]).toMatchObject({ ...numbers, linkWorkers: null });
    await complaint(open());
    expect(await live()).toBe(null);
    await setNumbers(portal(), 'manchester', [{ code: 'E08000003', linkWorkers: 'Ring 0161 496 0103' }]);
    const { numbers: _unsigned, ...others } = signed();
    expect(await complaint(signaturesFrom(others, undefined, '2026-11-23'))).toContain('numbers: ');
    const tomorrow = { ...signed(), mail: { by: 'Sam Okafor', on: '2026-11-24' } };
    expect(await complaint(signaturesFrom(tomorrow, undefined, '2026-11-23'))).toContain('mail: ');
    await openArea(portal(), MANCHESTER, await signaturesFrom(signed(), undefined, '2026-11-23'));
    expect(await live()).toBe(NOW);
    const list = (await everything(engine, 'portal')).find(({ sk }) => sk === 'go-live');
    expect(String(list?.['body'])).toContain('Sam Okafor');
    const emptied = setNumbers(portal(), undefined, [{ code: 'E08000003', crisis: null }]);
    expect(await complaint(emptied)).toContain('has to keep every number');
  });

  it('is asked for the very rows of the document', () => {
    expect(goLiveRows()[0]).toMatchObject({ row: 'data_protection', who: 'data protection officer' });
    expect(goLiveRows().find(({ row }) => row === 'numbers')?.what).toContain('checked by ringing them');
    expect(goLiveRows().find(({ row }) => row === 'dependencies')?.what).toContain('npm audit');
  });
});
