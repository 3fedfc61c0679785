import type { Deps } from '#functions/commands/deps.ts';
import { markOf } from '#functions/commands/mark.ts';
import { makeSuggestion, resolveSuggestion } from '#functions/commands/suggestions.ts';
import { accept, refuse } from '#functions/domain/result.ts';
import { listOrganizations } from '#functions/store/organization.ts';
import { listOpenSuggestions } from '#functions/store/suggestion.ts';
import * as api from '#shared/api/suggestions.ts';
import type { AreaId } from '#shared/model/area.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { App } from './app.ts';
import { mountGroupChecks } from './group-checks.ts';
import { mount, mountOpen } from './mount.ts';
import { readCursor, writeCursor } from './suggestion-cursor.ts';

const PAGE = 50;

/** A page of what the public says is wrong, with the group's name and number. */
async function openOnes({ table }: Deps, asked: { area: AreaId; cursor: string | undefined; now: Instant }) {
  const { area, cursor, now } = asked;
  const after = cursor === undefined ? undefined : readCursor(area, cursor);
  if (cursor !== undefined && after === undefined) return refuse('malformed');
  const page = await listOpenSuggestions(table, area, { limit: PAGE, ...(after && { after }) });
  const open = page.rows.map(({ value }) => value).filter(({ resolved }) => resolved === null);
  const ids = [...new Set(open.map(({ organizationId }) => organizationId))];
  const groups = await listOrganizations(table, area, ids);
  const named = new Map(groups.rows.map(({ value }) => [value.id, value]));
  return accept({
    rows: open.map(({ id, organizationId, topic, text, at }) => ({
      id,
      organizationId,
      organizationName: named.get(organizationId)?.name ?? '',
      groupPhone: named.get(organizationId)?.phone.number ?? '',
      topic,
      text,
      at,
    })),
    next: writeCursor(page.next),
    now,
  });
}

/** The one route of the intake function so far: anyone may say that a listing is wrong. */
export function mountSuggesting(app: App, deps: Deps): void {
  mountOpen(app, api.suggestionMake, async ({ body, now, idempotencyKey: key = '' }) => {
    const made = await makeSuggestion(deps, { ...body, key, mark: markOf(key, body), at: now });
    return made.ok ? accept({ id: made.value }) : made;
  });
}

/** Routes of the staff function for coordinators: what to look at, and that it was dealt with. */
export function mountModeration(app: App, deps: Deps): void {
  mountGroupChecks(app, deps);
  mount(app, api.suggestionList, ({ principal, query, now }) =>
    openOnes(deps, { area: principal.area, cursor: query.cursor, now }),
  );
  mount(app, api.suggestionResolve, async ({ principal, params, body, now }) => {
    const resolved = await resolveSuggestion(deps, {
      principal,
      suggestionId: params.suggestionId,
      how: body.how,
      at: now,
    });
    return resolved.ok ? accept({ id: resolved.value }) : resolved;
  });
}
