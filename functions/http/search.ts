import { accept, refuse } from '#functions/domain/result.ts';
import { findPublicGroup } from '#functions/search/group-reader.ts';
import { type Searching, search } from '#functions/search/search.ts';
import { cellOfWard } from '#functions/search/ward-cell.ts';
import { groupRead } from '#shared/api/group-public.ts';
import { search as searchEndpoint } from '#shared/api/search.ts';
import type { App } from './app.ts';
import { mountOpen } from './mount.ts';

/** The public reads as JSON: the search and one group. */
export function mountSearch(app: App, searching: Searching): void {
  mountOpen(app, searchEndpoint, async ({ query: { ward, ...query }, now }) => {
    const cell = query.cell ?? (ward && (await cellOfWard(searching, ward, now)));
    return search(searching, cell === undefined ? query : { ...query, cell }, now);
  });
  mountOpen(app, groupRead, async ({ params, now }) => {
    const group = await findPublicGroup(searching.table, params.groupId, now);
    return group === undefined ? refuse('not_found') : accept(group);
  });
}
