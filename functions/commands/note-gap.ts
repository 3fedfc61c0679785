import { councilOf } from '#functions/domain/insight/telling.ts';
import { accept, type Result } from '#functions/domain/result.ts';
import { eventWrite } from '#functions/store/event.ts';
import type { Write } from '#functions/store/table.ts';
import { findTask, taskWrite } from '#functions/store/task.ts';
import type { GapNote } from '#shared/api/gap-notes.ts';
import type { AreaId } from '#shared/model/area.ts';
import { dayOf } from '#shared/model/civil-time.ts';
import type { Instant } from '#shared/model/dates.ts';
import { causeOf, SENSITIVE_NEEDS } from '#shared/model/evidence.ts';
import type { Need } from '#shared/model/need.ts';
import type { Principal } from '#shared/model/roles.ts';
import { TaskId } from '#shared/model/task.ts';
import type { Deps } from './deps.ts';

/** `mark` stands for the session and leads back to nobody. */
export type Noting = { principal: Pick<Principal, 'area'>; mark: string; note: GapNote; at: Instant };

/**
 * Records that nothing fitted: for each need, council and kind once in a session and day, whatever is said
 * the second time. The id is made of these and of a mark that only the browser's own secret leads to. Its
 * event is all there is of it, in the chain of the area. Refuses with `invalid` when the council is not one
 * of the caller's area, or not said among several.
 */
export async function noteGap(deps: Deps, noting: Noting): Promise<Result<{ noted: true }>> {
  const { principal, mark, note, at } = noting;
  const { area } = principal;
  const council = councilOf(await deps.areas(area), note.council);
  if (!council.ok) return council;
  const { kind } = note;
  for (const need of new Set(note.needs)) {
    const key = [mark, dayOf(at), kind, need, council.value].join('|');
    const id = deps.ids.created({ tenant: area, user: 'public', route: 'gap_note.make', key });
    // Each need is a note of its own, so a second try completes them.
    const event = eventWrite({
      id: deps.ids.event(),
      area,
      tenant: area,
      aggregate: `gap#${id}`,
      version: 1,
      at,
      actor: 'system:staff',
      type: 'gap.noted',
      data: { kind, needs: need, council: council.value, cause: causeOf(note) },
    });
    await writeOnce(deps, event, kind === 'noted' ? { area, need, council: council.value, at } : undefined);
  }
  return accept({ noted: true });
}

type Counted = { area: AreaId; need: Need; council: string; at: Instant };

/** The coordinator's task of a need with one note more; one that was done with begins anew. */
async function countedTask({ table }: Deps, { area, need, council, at }: Counted): Promise<Write> {
  const where = SENSITIVE_NEEDS.includes(need) ? null : council;
  const id = TaskId.parse(where === null ? `gap-${need}` : `gap-${need}-${where}`);
  const before = await findTask(table, { area, id });
  const task = before?.value;
  if (task?.kind === 'gap' && task.isOpen) return taskWrite({ ...task, notes: task.notes + 1 }, before);
  const fresh = { id, area, kind: 'gap', need, council: where, notes: 1 } as const;
  return taskWrite({ ...fresh, since: at, from: at, isOpen: true, last: task?.last ?? null }, before);
}

const TRIES = 5;

/** Writes a note and counts it for the coordinator; one that was written before writes nothing more. */
async function writeOnce(deps: Deps, event: Write, counted: Counted | undefined): Promise<void> {
  for (let round = 1; round <= TRIES; round += 1) {
    const task = counted === undefined ? [] : [await countedTask(deps, counted)];
    const done = await deps.table.transact([event, ...task]);
    if (done.ok || done.conflicts.some(({ index }) => index === 0)) return;
  }
  throw new Error('A note on what is missing lost to others at the same moment, each time');
}
