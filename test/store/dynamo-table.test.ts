import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Used } from '#functions/store/dynamo-table.ts';
import type { Item, Table } from '#functions/store/table.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';

let engine: TestEngine;
let table: Table;
beforeAll(async () => {
  engine = await startEngine();
  table = engine.table;
});
afterAll(() => engine.close());

const key = (pk: string, sk = 'a') => ({ pk, sk });
const item = (pk: string, rest: Record<string, unknown> = {}): Item =>
  ({ ...key(pk), schema: 1, ...rest }) as Item;
const put = (given: Item) => table.write({ kind: 'put', table: 'portal', item: given, expected: 'any' });
const seconds = (offset: number) => Math.floor(Date.now() / 1000) + offset;

describe('reading', () => {
  it('gives every kind of value back as it was written, bytes included', async () => {
    const written = item('kinds', {
      words: 'Grüße €',
      count: 3.5,
      yes: true,
      none: null,
      bytes: new Uint8Array([0, 255, 7]),
      list: ['a', 1, { deep: [false] }],
      map: { inner: { empty: {} } },
    });
    await put(written);
    expect(await table.get('portal', key('kinds'))).toEqual(written);
  });

  it('gives many in the order asked, each once, leaving out those that are not there', async () => {
    for (const pk of ['m1', 'm2', 'm3']) await put(item(pk));
    const found = await table.getMany(
      'portal',
      ['m3', 'nobody', 'm1', 'm3', 'm2'].map((pk) => key(pk)),
    );
    expect(found.map(({ pk }) => pk)).toEqual(['m3', 'm1', 'm2']);
  });

  it('reads more than one reply can carry', async () => {
    const heavy = 'x'.repeat(390_000);
    const keys = Array.from({ length: 50 }, (_, index) => key(`heavy${index}`));
    await Promise.all(keys.map(({ pk }) => put(item(pk, { heavy }))));
    const found = await table.getMany('portal', keys, 'eventual');
    expect(found.map(({ pk }) => pk)).toEqual(keys.map(({ pk }) => pk));
  });

  it('answers nothing for no keys and refuses more than a hundred', async () => {
    expect(await table.getMany('portal', [])).toEqual([]);
    const keys = Array.from({ length: 101 }, (_, index) => key(`k${index}`));
    await expect(table.getMany('portal', keys)).rejects.toThrow('100');
  });

  it('pages through a partition both ways and within bounds', async () => {
    for (const sk of ['a1', 'a2', 'a3', 'b1']) await put({ pk: 'list', sk, schema: 1 });
    const query = { table: 'portal', partition: { value: 'list' }, limit: 2 } as const;
    const first = await table.query({ ...query, sort: { beginsWith: 'a' } });
    const rest = await table.query({ ...query, sort: { beginsWith: 'a' }, after: first.next ?? {} });
    expect([...first.items, ...rest.items].map(({ sk }) => sk)).toEqual(['a1', 'a2', 'a3']);
    const down = await table.query({ ...query, sort: { from: 'a2', to: 'b1' }, descending: true });
    expect(down.items.map(({ sk }) => sk)).toEqual(['b1', 'a3']);
  });

  it('lists by an index, which carries keys only', async () => {
    await put(item('indexed', { inboxPk: 'group', inboxSk: 'live#1', body: 'kept back' }));
    const page = await table.query({
      table: 'portal',
      index: 'inbox',
      partition: { name: 'inboxPk', value: 'group' },
      sort: { name: 'inboxSk', beginsWith: 'live#' },
      limit: 5,
    });
    expect(page.items.map(({ pk, body }) => [pk, body])).toEqual([['indexed', undefined]]);
  });
});

describe('an item past its ttl', () => {
  it('is absent from every kind of read though the engine still holds it', async () => {
    await put(item('old', { ttl: seconds(-1) }));
    expect(await table.get('portal', key('old'))).toBeUndefined();
    expect(await table.getMany('portal', [key('old')])).toEqual([]);
    const page = await table.query({ table: 'portal', partition: { value: 'old' }, limit: 5 });
    expect(page.items).toEqual([]);
    const later = engine.tableWith({ now: () => new Date(Date.now() - 60_000).toISOString() });
    expect(await later.get('portal', key('old'))).toBeDefined();
  });

  it('counts as absent in every condition', async () => {
    const write = (expected: 'present' | 'absent' | { version: number }) =>
      table.write({ kind: 'put', table: 'portal', item: item('late', { ttl: seconds(60) }), expected });
    await put(item('late', { version: 1, ttl: seconds(-1) }));
    expect(await write('present')).toEqual({ ok: false, conflicts: [{ index: 0, item: undefined }] });
    expect(await write({ version: 1 })).toMatchObject({ ok: false });
    expect(await write('absent')).toEqual({ ok: true });
  });

  it('is not counted on from', async () => {
    await put(item('counter', { n: 9, ttl: seconds(-1) }));
    const add = {
      kind: 'add',
      table: 'portal',
      key: key('counter'),
      add: { n: 1 },
      expected: 'any',
    } as const;
    expect(await table.write(add)).toMatchObject({ ok: false });
  });
});

describe('writing', () => {
  it('lets one of two writers through and shows the other what stands there', async () => {
    await table.write({ kind: 'put', table: 'portal', item: item('v', { version: 1 }), expected: 'absent' });
    const next = { kind: 'put', table: 'portal', expected: { version: 1 } } as const;
    const both = await Promise.all(
      ['x', 'y'].map((by) => table.write({ ...next, item: item('v', { version: 2, by }) })),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const lost = both.find(({ ok }) => !ok);
    expect(lost).toMatchObject({ conflicts: [{ index: 0, item: { version: 2 } }] });
  });

  it('keeps a number within its bounds, from nothing too', async () => {
    const add = (by: number, bound: { atLeast?: number; atMost?: number }) =>
      table.write({
        kind: 'add',
        table: 'portal',
        key: key('room'),
        add: { held: by },
        set: { schema: 1 },
        bound: { attribute: 'held', ...bound },
        expected: 'any',
      });
    expect(await add(3, { atMost: 2 })).toMatchObject({ ok: false });
    expect(await add(-1, { atLeast: 0 })).toMatchObject({ ok: false });
    expect(await add(2, { atMost: 2 })).toEqual({ ok: true });
    expect(await add(1, { atMost: 2 })).toMatchObject({ ok: false, conflicts: [{ item: { held: 2 } }] });
    expect(await add(-2, { atLeast: 0 })).toEqual({ ok: true });
  });

  it('adds up when many write at once', async () => {
    const add = { kind: 'add', table: 'portal', key: key('sum'), add: { n: 1 }, expected: 'any' } as const;
    await Promise.all(Array.from({ length: 40 }, () => table.write(add)));
    expect(await table.get('portal', key('sum'))).toMatchObject({ n: 40 });
  });

  it('deletes under a condition on an attribute', async () => {
    await put(item('gone', { state: 'open' }));
    const remove = (equals: string) =>
      table.write({
        kind: 'delete',
        table: 'portal',
        key: key('gone'),
        expected: { attribute: 'state', equals },
      });
    expect(await remove('closed')).toMatchObject({ ok: false, conflicts: [{ item: { state: 'open' } }] });
    expect(await remove('open')).toEqual({ ok: true });
    expect(await table.get('portal', key('gone'))).toBeUndefined();
  });
});

describe('a transaction', () => {
  it('does all or nothing and says which condition failed', async () => {
    await put(item('t-state', { version: 4 }));
    const outcome = await table.transact([
      { kind: 'put', table: 'portal', item: item('t-new'), expected: 'absent' },
      { kind: 'check', table: 'portal', key: key('t-state'), expected: { version: 3 } },
    ]);
    expect(outcome).toMatchObject({ ok: false, conflicts: [{ index: 1, item: { version: 4 } }] });
    expect(await table.get('portal', key('t-new'))).toBeUndefined();
  });

  it('has one effect when the same token comes again', async () => {
    const add = { kind: 'add', table: 'portal', key: key('once'), add: { n: 1 }, expected: 'any' } as const;
    await table.transact([add], 'token-1');
    await table.transact([add], 'token-1');
    expect(await table.get('portal', key('once'))).toMatchObject({ n: 1 });
  });

  it('spans tables and a single check stands alone', async () => {
    await table.transact([
      { kind: 'put', table: 'portal', item: item('both'), expected: 'absent' },
      { kind: 'put', table: 'events', item: item('both'), expected: 'absent' },
    ]);
    expect(await table.get('events', key('both'))).toBeDefined();
    const check = { kind: 'check', table: 'events', key: key('both') } as const;
    expect(await table.write({ ...check, expected: 'present' })).toEqual({ ok: true });
    expect(await table.write({ ...check, expected: 'absent' })).toMatchObject({ ok: false });
  });
});

it('counts the units of reads and writes for the bench', async () => {
  const used: Used[] = [];
  const metered = engine.tableWith({ used: (use) => used.push(use) });
  await metered.transact([{ kind: 'put', table: 'portal', item: item('unit'), expected: 'absent' }]);
  await metered.get('portal', key('unit'), 'eventual');
  expect(used).toEqual([
    { operation: 'write', units: 2 },
    { operation: 'read', units: 0.5 },
  ]);
});
