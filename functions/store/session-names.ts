import * as z from 'zod/mini';
import type { Principal } from '#shared/model/roles.ts';
import { portalKeys } from './keys.ts';
import type { Item, Key, Table } from './table.ts';

const Named = z.object({ name: z.string() });
const nameOf = (item: Item | undefined): string =>
  item === undefined ? '' : Named.parse(JSON.parse(String(item['body']))).name;

/**
 * The names of a person's area, groups and schemes, read once at sign-in: a session shows them as they
 * were then, and reading the session costs no more for it.
 */
export async function namesFor(
  table: Table,
  { area, memberships }: Principal,
): Promise<{ names: Record<string, string>; areaName: string }> {
  const keys = new Map<string, Key>();
  for (const held of memberships) {
    if ('organizationId' in held)
      keys.set(held.organizationId, portalKeys.organization(area, held.organizationId));
    if ('schemeId' in held) keys.set(held.schemeId, portalKeys.scheme(area, held.schemeId));
  }
  const settings = portalKeys.area(area);
  const items = await table.getMany('portal', [settings, ...keys.values()], 'eventual');
  const named = new Map(items.map((item) => [item.pk, nameOf(item)]));
  const names = [...keys].map(([id, { pk }]) => [id, named.get(pk) ?? ''] as const);
  return { names: Object.fromEntries(names), areaName: named.get(settings.pk) ?? area };
}
