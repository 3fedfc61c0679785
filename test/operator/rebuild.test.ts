import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fullJitter } from '#functions/runtime/backoff.ts';
import { searchIndex } from '#functions/search/index-reader.ts';
import { organizationRecord } from '#functions/store/organization.ts';
import type { Item } from '#functions/store/table.ts';
import { rebuild } from '#infra/operator/commands/rebuild.ts';
import { NAMES, type TestEngine } from '#test/support/engine.ts';
import { SEED_NOW, seededEngine } from '#test/support/seeded.ts';

let engine: TestEngine;
beforeEach(async () => {
  engine = await seededEngine();
});
afterEach(() => engine.close());

const again = () => rebuild({ table: engine.table, backoff: fullJitter(1, 10), now: () => SEED_NOW });

/** Everything in *directory*, byte for byte, by key. */
async function directory(): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  let start: Record<string, { S: string }> | undefined;
  do {
    const page = await engine.client.send(
      new ScanCommand({ TableName: NAMES.directory, ...(start && { ExclusiveStartKey: start }) }),
    );
    for (const { pk, sk, ...rest } of page.Items ?? []) {
      const sorted = Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1));
      all.set(
        `${pk?.S} ${sk?.S}`,
        JSON.stringify(sorted, (_, value) => (value instanceof Uint8Array ? [...value] : value)),
      );
    }
    start = page.LastEvaluatedKey as typeof start;
  } while (start !== undefined);
  return all;
}
/** The keys at which two states differ: short to read when a test fails. */
const differing = (a: Map<string, string>, b: Map<string, string>) =>
  [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name));
/** Without the counters of who changed what how often: a thing made anew begins again at one. */
const contents = (all: Map<string, string>) =>
  new Map([...all].map(([name, item]) => [name, item.replace(/\["version",[^\]]*\]/, '')]));
const put = (item: Item) => engine.table.write({ kind: 'put', table: 'directory', item, expected: 'any' });

/** What a broken item holds instead, by its kind. */
const DAMAGE: Record<string, Uint8Array | string> = { block: Uint8Array.from([1, 2, 3]), document: '{}' };
async function damage(key: { pk: string; sk: string }, body: Uint8Array | string | undefined) {
  const item = await engine.table.get('directory', key);
  if (item !== undefined && body !== undefined) await put({ ...item, body });
}

describe('a rebuild of the directory', () => {
  it('leaves every byte of the seed as it was', async () => {
    const before = await directory();
    const rebuilt = await again();
    expect(rebuilt.map(({ groups }) => groups)).toEqual([212, 140]);
    expect(differing(await directory(), before)).toEqual([]);
  });

  it('puts right what was lost, changed or cannot be read, and makes nothing else', async () => {
    const before = await directory();
    const keys = [...before.keys()].map((name) => ({
      pk: name.split(' ')[0] ?? '',
      sk: name.split(' ')[1] ?? '',
    }));
    for (const kind of ['block', 'document', 'room', 'units', 'areas', 'wards']) {
      const [lost, broken] = keys.filter(({ sk }) => sk === kind);
      if (lost) await engine.table.write({ kind: 'delete', table: 'directory', key: lost, expected: 'any' });
      if (broken && kind in DAMAGE) await damage(broken, DAMAGE[kind]);
    }
    expect(differing(await directory(), before).length).toBeGreaterThan(6);
    await again();
    expect(differing(contents(await directory()), contents(before))).toEqual([]);
  });

  it('makes the whole directory again from nothing but records and events', async () => {
    const before = await directory();
    for (const name of before.keys()) {
      const [pk = '', sk = ''] = name.split(' ');
      await engine.table.write({ kind: 'delete', table: 'directory', key: { pk, sk }, expected: 'any' });
    }
    await again();
    expect(differing(contents(await directory()), contents(before))).toEqual([]);
  });

  it('takes away a group that is no longer checked', async () => {
    const [name = ''] = [...(await directory()).keys()].filter((key) => key.endsWith(' document'));
    const id = name.split('#')[1] ?? '';
    const key = ['manchester', 'shropshire'].map((area) => ({
      pk: `${area}#organization#${id}#`,
      sk: 'organization',
    }));
    const [item] = await engine.table.getMany('portal', key);
    if (item === undefined) throw new Error('The group is not in portal');
    const { value } = organizationRecord.fromItem(item);
    const suspended = organizationRecord.toItem(item, { ...value, status: 'suspended' }, 2);
    await engine.table.write({ kind: 'put', table: 'portal', item: suspended, expected: 'any' });
    await again();
    expect((await directory()).has(name)).toBe(false);
    const listings = await searchIndex(engine.table).near({ from: null, miles: null }, SEED_NOW);
    expect(listings.flat().some(({ organizationId }) => organizationId === id)).toBe(false);
    expect(listings.flat().length).toBeGreaterThan(300);
  });
});
