import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { eventWrite } from '#functions/store/event.ts';
import type { GapNote } from '#shared/api/gap-notes.ts';
import { dayOf } from '#shared/model/civil-time.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { Deps } from './deps.ts';

export type Noting = { principal: Principal; sessionHash: string; note: GapNote; at: Instant };

/**
 * Records that nothing fitted. Saying the same again in one session on one day is once: the id is made of
 * session, day and what is said, and tells nobody who. Its event is all there is of it, in the chain of the
 * area. Refuses with `invalid` when the council is not one of the caller's area, or not said among several.
 */
export async function noteGap(deps: Deps, noting: Noting): Promise<Result<{ noted: true }>> {
  const { principal, sessionHash, note, at } = noting;
  const { area } = principal;
  const { councils } = await deps.areas(area);
  const council = note.council ?? (councils.length === 1 ? councils[0]?.code : undefined);
  if (council === undefined || !councils.some(({ code }) => code === council))
    return refuse({ code: 'invalid', fields: [{ id: 'council', text: 'Choose the council' }] });
  const { kind, cause, barrier } = note;
  const needs = [...new Set(note.needs)].sort().join();
  const key = [sessionHash, dayOf(at), kind, needs, council, cause].join('|');
  const id = deps.ids.created({ tenant: area, user: 'public', route: 'gap_note.make', key });
  const because = cause === 'unreachable' && barrier !== null ? `${cause}:${barrier}` : (cause ?? 'none');
  // Written before: the same note once more.
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
      data: { kind, needs, council, cause: because },
    }),
  );
  return accept({ noted: true });
}
