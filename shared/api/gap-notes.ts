import * as z from 'zod/mini';
import { CouncilCode } from '../model/area.ts';
import { Barrier, WhyNot } from '../model/evidence.ts';
import { Need } from '../model/need.ts';
import { endpoint } from './endpoint.ts';

/**
 * What was missing. `unmet`: a search found nothing that would take somebody, and why; `noted`: a link
 * worker says so. Kept once per need, council, day and session, without anybody's name or words.
 */
export const GapNote = z.strictObject({
  kind: z.enum(['unmet', 'noted'], 'Say whether a search found this or you did'),
  needs: z
    .array(Need)
    .check(z.minLength(1, 'Choose what was needed'), z.maxLength(6, 'Choose six needs or fewer')),
  cause: z.nullable(WhyNot),
  /** With `unreachable`: the one answer without which something would have been found. */
  barrier: z.nullable(Barrier),
  /** Needed in an area of several councils; the only one otherwise. */
  council: z.optional(CouncilCode),
});
export type GapNote = z.infer<typeof GapNote>;

export const gapNoteMake = endpoint({
  id: 'gap_note.make',
  method: 'POST',
  path: '/api/gap-notes',
  boundary: 'staff',
  status: 202,
  summary: 'Say that nothing fitted a need in my area; counted by quarter, nobody is named',
  roles: ['link_worker', 'lw_manager'],
  relation: 'own_area',
  body: GapNote,
  reply: z.object({ noted: z.literal(true) }),
  refusals: ['invalid'],
  rate: 'signed_in',
  event: 'gap.noted',
});
