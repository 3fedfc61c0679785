import {
  findGrant,
  isPublic,
  publicGrantItem,
  shownGrantsItem,
  shownGrantsRecord,
} from '#functions/store/grant.ts';
import { directoryKeys } from '#functions/store/keys.ts';
import { unchangedSince } from '#functions/store/record.ts';
import type { Item, Table, Write } from '#functions/store/table.ts';
import type { AreaId } from '#shared/model/area.ts';
import type { Grant } from '#shared/model/grant.ts';
import type { GrantId } from '#shared/model/ids.ts';
import { type Projecting, untilWon } from './until-won.ts';

/** Funds whose pages fit one transaction with the list. */
const AT_ONCE = 50;

/**
 * Brings the published funds of an area in line with what *portal* says of some of them. The list's own
 * version is read before *portal* and guards every write, so that of two at once the later one reads
 * again; the same twice is no write.
 */
export async function projectGrants(
  { table, backoff }: Projecting,
  area: AreaId,
  ids: readonly GrantId[],
): Promise<void> {
  const unique = [...new Set(ids)];
  for (let from = 0; from < unique.length; from += AT_ONCE) {
    const some = unique.slice(from, from + AT_ONCE);
    await untilWon(backoff, 'The list of funds', () => projectOnce(table, area, some));
  }
}

async function projectOnce(table: Table, area: AreaId, ids: readonly GrantId[]): Promise<boolean> {
  const list = await table.get('directory', directoryKeys.grants(area));
  const standing = list === undefined ? { value: [], version: 0 } : shownGrantsRecord.fromItem(list);
  const pages = await table.getMany('directory', ids.map(directoryKeys.grant));
  const found = await Promise.all(ids.map((id) => findGrant(table, { area, id })));
  const shown = found.flatMap((one) => (one !== undefined && isPublic(one.value) ? [one.value] : []));
  const documents = ids.flatMap((id) => documentWrites(id, pages, shown));
  const others = standing.value.filter((id) => !ids.includes(id));
  const next = shownGrantsItem(area, [...others, ...shown.map(({ id }) => id)], standing.version + 1);
  const listed = list?.['body'] ?? '[]';
  if (documents.length === 0 && listed === next['body']) return true;
  const expected = unchangedSince(standing.version);
  const written = await table.transact([
    { kind: 'put', table: 'directory', item: next, expected },
    ...documents,
  ]);
  return written.ok;
}

/** What a fund's page needs to be right; nothing when it is. */
function documentWrites(id: GrantId, pages: readonly Item[], shown: readonly Grant[]): Write[] {
  const key = directoryKeys.grant(id);
  const before = pages.find(({ pk }) => pk === key.pk);
  const grant = shown.find((one) => one.id === id);
  if (grant === undefined)
    return before === undefined ? [] : [{ kind: 'delete', table: 'directory', key, expected: 'any' }];
  const item = publicGrantItem(grant);
  return before?.['body'] === item['body']
    ? []
    : [{ kind: 'put', table: 'directory', item, expected: 'any' }];
}
