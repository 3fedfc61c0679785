import { type DirectoryReading, listReadings } from '#functions/store/directory-reading.ts';
import { type Import, listImports } from '#functions/store/import.ts';
import { listOrganizations } from '#functions/store/organization.ts';
import type { Stored } from '#functions/store/record.ts';
import { findByName, nameKeyOf } from '#functions/store/registration.ts';
import type { Table } from '#functions/store/table.ts';
import type { AreaId } from '#shared/model/area.ts';
import { isUnclaimed } from '#shared/model/organization.ts';
import { parsePostcode } from '#shared/model/typed-postcode.ts';
import { inLanes } from '../commands/walk-events.ts';
import type { Candidate, LeftOut } from './candidate.ts';
import { type Change, changeOf } from './change.ts';
import { isSame, marksOf } from './merge.ts';

/** A group of a file that is new here, with the name it takes in its postcode district. */
export type Creation = { candidate: Candidate; named: Named | undefined };
export type Named = { area: AreaId; name: string; outcode: string };

/** What an import will do to one area. */
export type Plan = {
  area: AreaId;
  /** An import of the same file that was begun and not shown: it goes on. */
  resumed: Stored<Import> | undefined;
  created: Creation[];
  /** Written by the resumed import, and not shown yet. */
  written: DirectoryReading[];
  /** Written once and hidden since: shown again, with what the file now says. */
  again: Change[];
  changed: Change[];
  unchanged: number;
  /** Looked after by their own people now: the directory changes nothing of them. */
  claimed: Candidate[];
  leftOut: LeftOut[];
  /** Listed from this directory before, and not among the rows that can be listed now. */
  gone: DirectoryReading[];
};

export type Planning = { area: AreaId; directory: string; digest: string; candidates: readonly Candidate[] };

/** How a group of the file stands to what was read before. */
type Standing = 'written' | 'hidden' | 'differs' | 'same';

function standingOf(
  candidate: Candidate,
  reading: DirectoryReading,
  { resumed, states }: { resumed: Stored<Import> | undefined; states: ReadonlyMap<string, Import['state']> },
): Standing {
  const before = new Map(reading.services.map((service) => [service.sourceId, service.fields]));
  const same =
    isSame(reading.fields, marksOf(candidate.content)) &&
    candidate.services.every(({ sourceId, content }) => {
      const fields = before.get(sourceId);
      return fields !== undefined && isSame(fields, marksOf(content));
    });
  if (states.get(reading.importId) === 'shown') return same ? 'same' : 'differs';
  return same && reading.importId === resumed?.value.id ? 'written' : 'hidden';
}

/**
 * Works out what an import of these groups will do, by reading alone. A group that is listed here already,
 * by its name and postcode district, is left out: its own page is the better one.
 */
export async function planImport(table: Table, planning: Planning): Promise<Plan> {
  const { area, directory, digest, candidates } = planning;
  const imports = await listImports(table, area);
  const states = new Map(imports.map(({ value }) => [value.id, value.state]));
  const resumed = imports.find(
    ({ value }) => value.state === 'begun' && value.digest === digest && value.directory.name === directory,
  );
  const readings = await listReadings(table, { area, directory });
  const plan: Plan = {
    ...{ area, resumed, created: [], written: [], again: [], changed: [], unchanged: 0, claimed: [] },
    ...{ leftOut: [], gone: [] },
  };
  const fresh = candidates.filter(({ sourceId }) => !readings.has(sourceId));
  await inLanes(candidates, async (candidate) => {
    const reading = readings.get(candidate.sourceId);
    if (reading !== undefined)
      await sort(table, plan, {
        candidate,
        reading,
        standing: standingOf(candidate, reading.value, { resumed, states }),
      });
  });
  await nameThem(table, plan, fresh);
  const named = new Set(candidates.map(({ sourceId }) => sourceId));
  const missing = [...readings.values()].flatMap(({ value }) =>
    named.has(value.sourceId) || states.get(value.importId) !== 'shown' ? [] : [value],
  );
  return { ...plan, gone: await unclaimedOf(table, area, missing) };
}

type Known = { candidate: Candidate; reading: Stored<DirectoryReading>; standing: Standing };

/** Puts a group that was read before where it belongs in the plan. */
async function sort(table: Table, plan: Plan, { candidate, reading, standing }: Known): Promise<void> {
  if (standing === 'same') plan.unchanged += 1;
  else if (standing === 'written') plan.written.push(reading.value);
  else {
    const change = await changeOf(table, candidate, reading);
    if (change === undefined) plan.claimed.push(candidate);
    else (standing === 'hidden' ? plan.again : plan.changed).push(change);
  }
}

/** Those of some readings whose group nobody has claimed. */
async function unclaimedOf(
  table: Table,
  area: AreaId,
  readings: readonly DirectoryReading[],
): Promise<DirectoryReading[]> {
  const unclaimed: DirectoryReading[] = [];
  for (let from = 0; from < readings.length; from += 100) {
    const some = readings.slice(from, from + 100);
    const ids = some.map(({ organizationId }) => organizationId);
    const { rows } = await listOrganizations(table, area, ids);
    const open = new Set(rows.flatMap(({ value }) => (isUnclaimed(value) ? [value.id] : [])));
    unclaimed.push(...some.filter(({ organizationId }) => open.has(organizationId)));
  }
  return unclaimed;
}

/** The name a group takes in the district of its first place; none where its postcode is not known. */
function namedOf({ area, content, services }: Candidate): Named | undefined {
  const [first] = services;
  const outcode = parsePostcode(first?.content.place.postcode ?? '')?.outcode;
  return outcode === undefined ? undefined : { area, name: content.name, outcode };
}

/** Parts new groups from those whose name is taken in their district, here or further up in the file. */
async function nameThem(table: Table, plan: Plan, fresh: readonly Candidate[]): Promise<void> {
  const taken = new Map<Candidate, boolean>();
  await inLanes(fresh, async (candidate) => {
    const named = namedOf(candidate);
    taken.set(candidate, named !== undefined && (await findByName(table, named)) !== undefined);
  });
  const inFile = new Set<string>();
  for (const candidate of fresh) {
    const named = namedOf(candidate);
    const key = named && nameKeyOf(named);
    const twice = key !== undefined && inFile.has(key);
    if (key !== undefined) inFile.add(key);
    const { path, content } = candidate;
    if (taken.get(candidate) === true || twice)
      plan.leftOut.push({ path, name: content.name, reason: twice ? 'twice' : 'listed_already', detail: '' });
    else plan.created.push({ candidate, named });
  }
}
