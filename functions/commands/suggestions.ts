import { KEY_REUSED, type RequestMark } from '#functions/domain/referral/requests.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { listAreas } from '#functions/store/area-list.ts';
import { handledWrite } from '#functions/store/handled.ts';
import { findOrganization } from '#functions/store/organization.ts';
import { findSuggestion, type Suggestion, suggestionItem } from '#functions/store/suggestion.ts';
import type { Table } from '#functions/store/table.ts';
import type { AreaId } from '#shared/model/area.ts';
import type { Instant } from '#shared/model/dates.ts';
import { type OrganizationId, SuggestionId } from '#shared/model/ids.ts';
import { isUnclaimed } from '#shared/model/organization.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { Deps } from './deps.ts';
import { doneAlreadyBy } from './done-by.ts';
import { madeBy } from './mark.ts';
import { tell } from './tell.ts';

export type Suggesting = Pick<Suggestion, 'organizationId' | 'topic' | 'text'> & {
  key: string;
  mark: RequestMark;
  at: Instant;
};

/** The area of a listed group, by asking each: a deployment has one or a few. */
async function areaOf(table: Table, id: OrganizationId): Promise<AreaId | undefined> {
  const areas = await listAreas(table);
  const found = await Promise.all(areas.map((area) => findOrganization(table, { area, id }, 'eventual')));
  const listed = found.find(
    (group) => group !== undefined && (group.value.status === 'checked' || isUnclaimed(group.value)),
  );
  return listed?.value.area;
}

/**
 * Anyone says that a listing is wrong; a coordinator looks at it. Nothing of who said it is kept.
 * Refuses with `not_found` for a group that is not listed, and `key_reused`.
 */
export async function makeSuggestion(deps: Deps, suggesting: Suggesting): Promise<Result<SuggestionId>> {
  const { organizationId, topic, text, key, mark, at } = suggesting;
  const area = await areaOf(deps.table, organizationId);
  if (area === undefined) return refuse('not_found');
  const named = { tenant: 'public', user: 'public' as const, route: 'suggestion.make', key };
  const id = SuggestionId.parse(deps.ids.created(named));
  const suggestion = { id, area, organizationId, topic, text, at, made: madeBy(mark), resolved: null };
  const written = await deps.table.transact([
    { kind: 'put', table: 'portal', item: suggestionItem(suggestion, 1), expected: 'absent' },
    tell(
      deps,
      { area, tenant: organizationId, aggregate: `suggestion#${id}`, version: 1 },
      { userId: 'public', at, type: 'suggestion.made', data: { organizationId, suggestionId: id } },
    ),
  ]);
  if (written.ok) return accept(id);
  const before = await findSuggestion(deps.table, { area, id });
  return before?.value.made === madeBy(mark) ? accept(id) : refuse(KEY_REUSED);
}

export type Resolving = {
  principal: Principal;
  suggestionId: SuggestionId;
  at: Instant;
  how: NonNullable<Suggestion['resolved']>['how'];
};

/**
 * A coordinator says that a suggestion has been dealt with; saying the same twice is once. Refuses with
 * `not_found` elsewhere, `done_already` with who did when it was dealt with otherwise, `changed_meanwhile`.
 */
export async function resolveSuggestion(deps: Deps, resolving: Resolving): Promise<Result<SuggestionId>> {
  const { principal, suggestionId: id, at, how } = resolving;
  const { area, userId, name: byName } = principal;
  const before = await findSuggestion(deps.table, { area, id });
  if (before === undefined) return refuse('not_found');
  const { resolved, organizationId } = before.value;
  if (resolved !== null) {
    const same = resolved.by === userId && resolved.how === how;
    return same ? accept(id) : doneAlreadyBy(deps.table, resolved);
  }
  const group = await findOrganization(deps.table, { area, id: organizationId }, 'eventual');
  const about = group?.value.name ?? '';
  const version = before.version + 1;
  const item = suggestionItem({ ...before.value, resolved: { at, by: userId, how } }, version);
  const written = await deps.table.transact([
    { kind: 'put', table: 'portal', item, expected: { version: before.version } },
    tell(
      deps,
      { area, tenant: organizationId, aggregate: `suggestion#${id}`, version },
      { userId, at, type: 'suggestion.resolved', data: { organizationId, suggestionId: id } },
    ),
    handledWrite(area, id, { at, byName, kind: 'report', about, outcome: how, taskId: null }),
  ]);
  if (written.ok) return accept(id);
  const first = (await findSuggestion(deps.table, { area, id }))?.value.resolved;
  return first ? doneAlreadyBy(deps.table, first) : refuse('changed_meanwhile');
}
