import { councilOf } from '#functions/domain/insight/telling.ts';
import { accept, type Result } from '#functions/domain/result.ts';
import { eventWrite } from '#functions/store/event.ts';
import type { GapNote } from '#shared/api/gap-notes.ts';
import { dayOf } from '#shared/model/civil-time.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { Principal } from '#shared/model/roles.ts';
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
  const { kind, cause, barrier } = note;
  const because = cause === 'unreachable' && barrier !== null ? `${cause}:${barrier}` : (cause ?? 'none');
  for (const need of new Set(note.needs)) {
    const key = [mark, dayOf(at), kind, need, council.value].join('|');
    const id = deps.ids.created({ tenant: area, user: 'public', route: 'gap_note.make', key });
    // Written before: the same need once more. Each need is a note of its own, so a second try completes them.
    await deps.table.write(
      eventWrite({
        id: deps.ids.event(),
        area,
        tenant: area,
        aggregate: `gap#${id}`,
        version: 1,
        at,
        actor: 'system:staff',
        type: 'gap.noted',
        data: { kind, needs: need, council: council.value, cause: because },
      }),
    );
  }
  return accept({ noted: true });
}
