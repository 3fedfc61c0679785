import { createHash } from 'node:crypto';
import type { SearchQuery } from '#shared/api/search.ts';
import type { Day } from '#shared/model/dates.ts';

/** Results on a page, and the last one that can be paged to: whoever needs more narrows the search. */
export const PAGE = 20;
export const MOST_ROWS = 200;

/** Where a page begins, and the day whose turn the order is, so that pages fit together past midnight. */
export type Position = { offset: number; day: Day };

function hashOf({ cursor: _cursor, near: _near, ...asked }: SearchQuery): string {
  const sorted = Object.entries(asked).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url').slice(0, 8);
}

/** The cursor of a page: nobody's secret, but only good for the search it came from. */
export const cursorFor = (query: SearchQuery, { offset, day }: Position): string =>
  Buffer.from(`${offset}.${day}.${hashOf(query)}`).toString('base64url');

/**
 * Where a search is to go on; its beginning without a cursor. Undefined for a cursor of another search,
 * or one nobody made.
 */
export function positionOf(query: SearchQuery, today: Day): Position | undefined {
  if (query.cursor === undefined) return { offset: 0, day: today };
  const text = Buffer.from(query.cursor, 'base64url').toString();
  const parts = /^(\d{1,3})\.(\d{4}-\d{2}-\d{2})\.([\w-]{8})$/.exec(text);
  const offset = Number(parts?.[1]);
  if (parts === null || parts[3] !== hashOf(query) || offset >= MOST_ROWS || offset % PAGE !== 0)
    return undefined;
  return { offset, day: parts[2] ?? today };
}
