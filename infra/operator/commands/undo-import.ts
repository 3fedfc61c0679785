import { systemIds } from '#functions/runtime/ids.ts';
import { listAreas } from '#functions/store/area-list.ts';
import { findImport, type Import, listImports } from '#functions/store/import.ts';
import type { Stored } from '#functions/store/record.ts';
import { ImportId } from '#shared/model/listing-source.ts';
import { undoImport } from '../import/apply.ts';
import { Advice, type OpenPortal } from '../open-portal.ts';

type Portal = Pick<OpenPortal, 'table' | 'backoff' | 'now'>;

const STATES: Readonly<Record<Import['state'], string>> = {
  begun: 'stopped half way, nothing of it is shown',
  shown: 'shown',
  undone: 'undone',
};

/** Says which imports there were in each area, newest first. */
export async function sayImports({ table }: Portal, say: (line: string) => void): Promise<number> {
  for (const area of await listAreas(table)) {
    const imports = await listImports(table, area);
    say(`${area}: ${imports.length === 0 ? 'no imports' : ''}`.trim());
    for (const { value } of imports)
      say(
        `  ${value.id}  ${value.begunAt.slice(0, 10)}  ${value.groups} groups from ${value.directory.name}, ${STATES[value.state]}`,
      );
  }
  return 0;
}

/** Hides what an import shows, but for groups that have been claimed since. Doing it twice is once. */
export async function undo(
  portal: Portal,
  asked: string | undefined,
  say: (line: string) => void,
): Promise<number> {
  const id = ImportId.safeParse(asked);
  if (!id.success)
    throw new Advice('Use: import undo IMPORT. To see the imports: npm run portal -- import list');
  const found = await findAnywhere(portal, id.data);
  if (found === undefined)
    throw new Advice(`There is no import ${id.data}. To see the imports: npm run portal -- import list`);
  const groups = await undoImport({ ...portal, newId: systemIds.event }, found);
  say(
    groups === undefined
      ? `Nothing was changed: this import is ${STATES[found.value.state]}.`
      : `${groups} groups are hidden, but for those that have been claimed. What it changed in groups listed before stays.`,
  );
  return 0;
}

async function findAnywhere({ table }: Portal, id: ImportId): Promise<Stored<Import> | undefined> {
  for (const area of await listAreas(table)) {
    const found = await findImport(table, { area, id });
    if (found !== undefined) return found;
  }
  return undefined;
}
