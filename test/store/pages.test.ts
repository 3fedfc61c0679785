import { expect, it } from 'vitest';
import { everyPage, everyPortion } from '#functions/store/pages.ts';
import type { Query } from '#functions/store/table.ts';

it('goes on from where each page ended, until one says that it was the last', async () => {
  const pages = new Map([
    [undefined, { rows: ['a', 'b'], next: 'b' }],
    ['b', { rows: [], next: 'c' }],
    ['c', { rows: ['d'], next: undefined }],
  ]);
  const asked: (string | undefined)[] = [];
  const rows: string[] = [];
  const read = async (after: string | undefined) => {
    asked.push(after);
    return pages.get(after) ?? { rows: ['never'], next: undefined };
  };
  for await (const page of everyPage(read)) rows.push(...page.rows);
  expect(asked).toEqual([undefined, 'b', 'c']);
  expect(rows).toEqual(['a', 'b', 'd']);
});

it('asks for the next portion of a query only when the one before has been worked through', async () => {
  const asked: Query[] = [];
  const table = {
    query: async (query: Query) => {
      asked.push(query);
      const next = query.after === undefined ? { pk: 'x', sk: '1' } : undefined;
      return { items: [{ pk: 'x', sk: String(asked.length), schema: 1 }], next };
    },
  };
  const query = { table: 'portal', partition: { value: 'x' }, limit: 1 } as const;
  const seen: string[] = [];
  for await (const items of everyPortion(table, query)) {
    expect(asked).toHaveLength(seen.length + 1);
    seen.push(...items.map(({ sk }) => sk));
  }
  expect(seen).toEqual(['1', '2']);
  expect(asked).toEqual([query, { ...query, after: { pk: 'x', sk: '1' } }]);
});
