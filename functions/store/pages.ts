import type { Item, Query, Table } from './table.ts';

/** Where the next page of a list begins; undefined for the first page, and after the last. */
type After<Place> = Place | undefined;

/** Every page of a list, one after the other; `read` answers the page that begins at a place, and where the next does. */
export async function* everyPage<Place, Page extends { next: After<Place> }>(
  read: (after: After<Place>) => Promise<Page>,
): AsyncGenerator<Page> {
  let after: After<Place>;
  do {
    const page = await read(after);
    yield page;
    after = page.next;
  } while (after !== undefined);
}

/** All that a query finds, in portions of at most its `limit`. */
export async function* everyPortion(
  table: Pick<Table, 'query'>,
  query: Omit<Query, 'after'>,
): AsyncGenerator<Item[]> {
  const read = (after: Query['after']) => table.query({ ...query, ...(after && { after }) });
  for await (const { items } of everyPage(read)) yield items;
}
