import { writeFileSync } from 'node:fs';
import { findPublicGroup } from '#functions/search/group-reader.ts';
import { searchIndex } from '#functions/search/index-reader.ts';
import type { Table } from '#functions/store/table.ts';
import type { PublicGroup } from '#shared/api/group-public.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { OrganizationId } from '#shared/model/ids.ts';

/** Every listed group as its public page has it, by name. */
export async function publicGroups(table: Table, now: Instant): Promise<PublicGroup[]> {
  const blocks = await searchIndex(table).near({ from: null, miles: null }, now);
  const ids = new Set<OrganizationId>(blocks.flat().map(({ organizationId }) => organizationId));
  const groups: PublicGroup[] = [];
  for (const id of ids) {
    const group = await findPublicGroup(table, id, now);
    if (group !== undefined) groups.push(group);
  }
  return groups.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Writes all public listings as JSON: what anyone may read, in one file. */
export async function exportListings(
  { table, now }: { table: Table; now: () => Instant },
  file: string | undefined,
  say: (line: string) => void,
): Promise<number> {
  const at = now();
  const groups = await publicGroups(table, at);
  const text = JSON.stringify({ at, groups }, undefined, 2);
  if (file === undefined) say(text);
  else {
    writeFileSync(file, `${text}\n`);
    say(`${groups.length} groups written to ${file}`);
  }
  return 0;
}
