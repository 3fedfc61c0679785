import * as z from 'zod/mini';
import { INDEXES, listingKeys, portalKeys } from '#functions/store/keys.ts';
import type { AreaId } from '#shared/model/area.ts';
import { Instant } from '#shared/model/dates.ts';
import { SuggestionId } from '#shared/model/ids.ts';

const Position = z.tuple([SuggestionId, Instant]);

/** Where a page of suggestions ended, as an opaque cursor; null when there is no more. */
export function writeCursor(next: Record<string, string> | undefined): string | null {
  const id = next?.['sk']?.replace('suggestion#', '');
  const at = next?.[INDEXES.inbox.sort];
  return id === undefined || at === undefined
    ? null
    : Buffer.from(JSON.stringify([id, at])).toString('base64url');
}

/** Reads a cursor back as a place in this area's list and no other; undefined when it is none. */
export function readCursor(area: AreaId, cursor: string): Record<string, string> | undefined {
  try {
    const [id, at] = Position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return {
      ...portalKeys.suggestion(area, id),
      [INDEXES.inbox.partition]: listingKeys.suggestionsPk(area),
      [INDEXES.inbox.sort]: at,
    };
  } catch {
    return undefined;
  }
}
