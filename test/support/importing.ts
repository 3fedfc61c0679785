import { fullJitter } from '#functions/runtime/backoff.ts';
import { systemIds } from '#functions/runtime/ids.ts';
import { hashOf } from '#functions/runtime/secrets.ts';
import { findPublicGroup } from '#functions/search/group-reader.ts';
import { searchIndex } from '#functions/search/index-reader.ts';
import { listImports } from '#functions/store/import.ts';
import type { Table } from '#functions/store/table.ts';
import { gather } from '#infra/operator/import/gather.ts';
import { coveredPlaces } from '#infra/operator/import/places.ts';
import { runImport } from '#infra/operator/import/run.ts';
import { AreaId } from '#shared/model/area.ts';
import type { OrganizationId } from '#shared/model/ids.ts';
import { SEED_NOW } from './seeded.ts';

const places = coveredPlaces();
export const AREA = AreaId.parse('manchester');
export const DIRECTORY = 'Twine Valley Directory';

export const applyingTo = (table: Table, now = SEED_NOW) => ({
  table,
  backoff: fullJitter(1, 10),
  now: () => now,
  newId: systemIds.event,
});

/** Imports a value as if it were a file; answers what was said. A broken one throws as the command would. */
export async function importInto(table: Table, value: unknown, how: { yes?: boolean; now?: string } = {}) {
  const text = JSON.stringify(value, undefined, 1);
  const gathered = gather(JSON.parse(text), { places, ownTerms: {}, leaveOutBroken: false });
  if (gathered.faults.length > 0) throw new Error(JSON.stringify(gathered.faults));
  const said: string[] = [];
  const file = {
    path: 'feed.json',
    text,
    value,
    encoding: 'utf-8',
    digest: hashOf(text),
    writtenAt: SEED_NOW,
  };
  const directory = { name: DIRECTORY, url: 'https://twine.example/', licence: 'OGL 3.0' };
  const origin = { directory, digest: file.digest, fetchedAt: how.now ?? SEED_NOW };
  const done = await runImport(
    applyingTo(table, how.now),
    { file, gathered, origin, isNamed: true },
    { area: undefined, all: false },
    { say: (line) => said.push(line), confirm: async () => how.yes ?? true },
  );
  return { done, said: said.join('\n') };
}

/** A table that counts its writes, and stops answering them after so many. */
export function watched(table: Table, stopAfter = Number.POSITIVE_INFINITY) {
  const seen = { writes: 0 };
  const next = () => {
    if (seen.writes >= stopAfter) throw new Error('The machine was switched off');
    seen.writes += 1;
  };
  const watching: Table = {
    ...table,
    write: async (write) => {
      next();
      return table.write(write);
    },
    transact: async (writes, token) => {
      next();
      return table.transact(writes, token);
    },
  };
  return { table: watching, seen };
}

/** Listings of the search by the name of their group. */
export async function listedNames(table: Table, begins: string): Promise<string[]> {
  const blocks = await searchIndex(table).near({ from: null, miles: null }, SEED_NOW);
  return blocks
    .flat()
    .flatMap(({ organizationName: name }) => (name.startsWith(begins) ? [name] : []))
    .sort();
}

/** The public page of the group of a name. */
export async function pageOf(table: Table, name: string, now = SEED_NOW) {
  const blocks = await searchIndex(table).near({ from: null, miles: null }, now);
  const found = blocks.flat().find(({ organizationName }) => organizationName === name);
  const id: OrganizationId | undefined = found?.organizationId;
  return id === undefined ? undefined : findPublicGroup(table, id, now);
}

export const statesOf = async (table: Table) =>
  (await listImports(table, AREA)).map(({ value }) => value.state);
