import * as z from 'zod/mini';
import { SuggestionTopic } from '#shared/api/suggestions.ts';
import { AreaId } from '#shared/model/area.ts';
import { Instant } from '#shared/model/dates.ts';
import { OrganizationId, SuggestionId, UserId } from '#shared/model/ids.ts';
import { ttlAfter } from './expiry.ts';
import { listingKeys, portalKeys } from './keys.ts';
import { findOne } from './reading.ts';
import { record } from './record.ts';
import type { Item, Table, Value } from './table.ts';

/** What somebody said is wrong with a listing. No name or contact of theirs is kept. */
export const Suggestion = z.strictObject({
  id: SuggestionId,
  area: AreaId,
  organizationId: OrganizationId,
  topic: SuggestionTopic,
  text: z.string(),
  at: Instant,
  /** Hash of the request that made it: the same key with other words is refused. */
  made: z.string(),
  resolved: z.nullable(
    z.strictObject({
      at: Instant,
      by: UserId,
      how: z.enum(['listing_changed', 'listing_was_right', 'group_told']),
    }),
  ),
});
export type Suggestion = z.infer<typeof Suggestion>;

export const suggestionRecord = record('suggestion', Suggestion);

/** How long the words stay after a coordinator has dealt with them. */
export const SUGGESTION_KEPT_DAYS = 180;

/** A suggestion as an item of *portal*; while it is open it stands in the area's list by time, then it goes by itself. */
export function suggestionItem(suggestion: Suggestion, version: number): Item {
  const { area, id, at, resolved } = suggestion;
  const beside: Record<string, Value> =
    resolved === null
      ? { inboxPk: listingKeys.suggestionsPk(area), inboxSk: at }
      : { ttl: ttlAfter(resolved.at, SUGGESTION_KEPT_DAYS) };
  return suggestionRecord.toItem(portalKeys.suggestion(area, id), suggestion, version, beside);
}

/** The suggestion, or undefined when the area has none of that id. */
export const findSuggestion = (table: Table, at: { area: AreaId; id: SuggestionId }) =>
  findOne(table, portalKeys.suggestion(at.area, at.id), { reader: suggestionRecord });
