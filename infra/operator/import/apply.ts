import type { Backoff } from '#functions/runtime/backoff.ts';
import { groupsOfImport, type Import, importWrite, partWrites } from '#functions/store/import.ts';
import type { Stored } from '#functions/store/record.ts';
import type { Table, Write } from '#functions/store/table.ts';
import { projectGroups } from '#functions/workers/project-listing.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { OrganizationId } from '#shared/model/ids.ts';
import { ImportId } from '#shared/model/listing-source.ts';
import { Advice } from '../open-portal.ts';
import type { Plan } from './plan.ts';
import { changeWrites, creationWrites, told, type Writing } from './writes.ts';

export type Applying = { table: Table; backoff: Backoff; now: () => Instant; newId: () => string };
export type Origin = Pick<Writing, 'directory' | 'fetchedAt'> & { digest: string };

/** A transaction takes a hundred writes and 4 MB; groups are some kilobytes each. */
const WRITES_AT_ONCE = 95;
const BYTES_AT_ONCE = 2_500_000;

const MEANWHILE =
  'Somebody changed a listing while it was being imported. Run the same command again: it goes on where it stopped.';

const sizeOf = (writes: readonly Write[]): number => JSON.stringify(writes).length;

/** Writes group after group, whole groups together in as few transactions as they fit into. */
async function writeAll(table: Table, groups: readonly (() => Promise<Write[]> | Write[])[]): Promise<void> {
  let gathered: Write[] = [];
  let bytes = 0;
  const flush = async () => {
    if (gathered.length === 0) return;
    const written = await table.transact(gathered);
    if (!written.ok) throw new Advice(MEANWHILE);
    [gathered, bytes] = [[], 0];
  };
  for (const group of groups) {
    const writes = await group();
    const size = sizeOf(writes);
    if (gathered.length + writes.length > WRITES_AT_ONCE || bytes + size > BYTES_AT_ONCE) await flush();
    gathered.push(...writes);
    bytes += size;
  }
  await flush();
}

/** Whether a plan has nothing to write: the file is as it was read before. */
export const isIdle = ({ resumed, created, again, changed }: Plan): boolean =>
  resumed === undefined && created.length + again.length + changed.length === 0;

/**
 * Does what was planned for one area. New groups are written unseen under the import's id; one write then
 * shows all of them; changes of listed groups follow, each whole. Stopped at any point it leaves nothing
 * half-done to be seen, and the same file goes on from there. Answers the import's id; undefined when there
 * was nothing to do.
 */
export async function applyPlan(
  applying: Applying,
  plan: Plan,
  origin: Origin,
): Promise<ImportId | undefined> {
  if (isIdle(plan)) return undefined;
  const { table } = applying;
  const begun = plan.resumed ?? (await begin(applying, plan, origin));
  const { area } = plan;
  const writing: Writing = { ...origin, ...applying, area, importId: begun.value.id, now: applying.now() };
  const created: OrganizationId[] = plan.written.map(({ organizationId }) => organizationId);
  await writeAll(table, [
    ...plan.created.map((creation) => () => {
      const { id, writes } = creationWrites(writing, creation);
      created.push(id);
      return writes;
    }),
    ...plan.again.map((change) => () => {
      created.push(change.group.value.id);
      return changeWrites(table, writing, { change, again: true });
    }),
  ]);
  await show(applying, begun, created);
  await writeAll(
    table,
    plan.changed.map((change) => () => changeWrites(table, writing, { change, again: false })),
  );
  await projectGroups(applying, area, [...created, ...plan.changed.map(({ group }) => group.value.id)]);
  return begun.value.id;
}

/** The import as it begins: nothing of it can be seen. */
async function begin({ table, now, newId }: Applying, plan: Plan, origin: Origin): Promise<Stored<Import>> {
  const { area } = plan;
  const id = ImportId.parse(newId());
  const at = now();
  const value: Import = {
    ...{ id, area, state: 'begun', directory: origin.directory, digest: origin.digest },
    ...{ begunAt: at, shownAt: null, undoneAt: null, groups: 0, parts: 0 },
  };
  const written = await table.transact([
    importWrite(value, 0),
    told<'import.begun'>(
      { area, now: at, newId },
      {
        ...{ tenant: area, aggregate: `import#${id}`, version: 1, type: 'import.begun' },
        data: { importId: id, groups: plan.created.length + plan.again.length },
      },
    ),
  ]);
  if (!written.ok) throw new Advice(MEANWHILE);
  return { value, version: 1 };
}

/** Names the groups of an import, then shows all of them by one write. */
async function show({ table, now, newId }: Applying, begun: Stored<Import>, groups: OrganizationId[]) {
  const { id, area } = begun.value;
  const parts = partWrites(area, id, groups);
  for (const part of parts) await table.write(part);
  const at = now();
  const shown: Import = {
    ...begun.value,
    ...{ state: 'shown', shownAt: at, groups: groups.length, parts: parts.length },
  };
  const version = begun.version + 1;
  const written = await table.transact([
    importWrite(shown, begun.version),
    told<'import.shown'>(
      { area, now: at, newId },
      {
        ...{ tenant: area, aggregate: `import#${id}`, version, type: 'import.shown' },
        data: { importId: id, groups: groups.length },
      },
    ),
  ]);
  if (!written.ok) throw new Advice(MEANWHILE);
}

/**
 * Hides by one write what an import shows, but for groups that have been claimed since. What it changed in
 * groups listed before stays as it is. Answers how many groups it showed; undefined when it shows nothing.
 */
export async function undoImport(
  { table, backoff, now, newId }: Applying,
  before: Stored<Import>,
): Promise<number | undefined> {
  const { id, area, state } = before.value;
  if (state !== 'shown') return undefined;
  const groups = await groupsOfImport(table, area, id);
  const at = now();
  const version = before.version + 1;
  const written = await table.transact([
    importWrite({ ...before.value, state: 'undone', undoneAt: at }, before.version),
    told<'import.undone'>(
      { area, now: at, newId },
      {
        ...{ tenant: area, aggregate: `import#${id}`, version, type: 'import.undone' },
        data: { importId: id, groups: groups.length },
      },
    ),
  ]);
  if (!written.ok) throw new Advice(MEANWHILE);
  await projectGroups({ table, backoff }, area, groups);
  return groups.length;
}
