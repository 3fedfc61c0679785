import { listAreas } from '#functions/store/area-list.ts';
import type { AreaId } from '#shared/model/area.ts';
import { Advice } from '../open-portal.ts';
import { type Applying, applyPlan, isIdle, type Origin } from './apply.ts';
import type { Gathered } from './gather.ts';
import { type Plan, planImport } from './plan.ts';
import type { JsonFile } from './read-file.ts';
import { aboutFile, leftOutLines, planLines, tallyLines } from './report.ts';

/** A file as an import takes it. */
export type Imported = { file: JsonFile; gathered: Gathered; origin: Origin; isNamed: boolean };

export type Asking = { say: (line: string) => void; confirm: () => Promise<boolean> };

/** The areas an import touches: the one asked for, else all of them. */
async function areasFor(table: Applying['table'], asked: string | undefined): Promise<AreaId[]> {
  const areas = await listAreas(table);
  if (asked === undefined) return areas;
  const area = areas.find((one) => one === asked);
  if (area === undefined)
    throw new Advice(`This portal serves no area ${asked}. There is ${areas.join(' and ') || 'none yet'}.`);
  return [area];
}

/**
 * Shows what a read file will do to the portal, asks, and does it, area by area. Answers whether all of it
 * is done: nothing is changed without a yes.
 */
export async function runImport(
  applying: Applying,
  { file, gathered, origin, isNamed }: Imported,
  given: { area: string | undefined; all: boolean },
  { say, confirm }: Asking,
): Promise<boolean> {
  const areas = await areasFor(applying.table, given.area);
  const { candidates } = gathered;
  const plans: Plan[] = [];
  for (const area of areas)
    plans.push(
      await planImport(applying.table, {
        ...{ area, directory: origin.directory.name, digest: origin.digest },
        candidates: candidates.filter((candidate) => candidate.area === area),
      }),
    );
  const others = candidates
    .filter(({ area }) => !areas.includes(area))
    .map(({ path, content, area }) => ({
      path,
      name: content.name,
      reason: 'other_area' as const,
      detail: area,
    }));
  const leftOut = [...gathered.leftOut, ...others, ...plans.flatMap((plan) => plan.leftOut)];
  const lines = [
    ...aboutFile(file, gathered, { name: origin.directory.name, given: isNamed }),
    ...plans.flatMap((plan) => planLines(plan, given.all)),
    ...leftOutLines(file, leftOut, given.all),
    ...tallyLines(gathered, given.all),
  ];
  for (const line of lines) say(line);
  if (plans.every(isIdle)) {
    say('There is nothing to do: nothing was changed.');
    return true;
  }
  if (!(await confirm())) {
    say('Nothing was changed. To do all this, run the same command with --apply.');
    return false;
  }
  const now = applying.now();
  const isAhead = origin.fetchedAt > now;
  for (const plan of plans) {
    const id = await applyPlan(applying, plan, { ...origin, fetchedAt: isAhead ? now : origin.fetchedAt });
    if (id !== undefined)
      say(`${plan.area}: done. To hide what it listed: npm run portal -- import undo ${id}`);
  }
  return true;
}
