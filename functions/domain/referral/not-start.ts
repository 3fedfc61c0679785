import type { NotStartedReason, Referral } from '#shared/model/referral.ts';
import { accept, type Result } from '../result.ts';
import { type Acting, act, type Decided, move, subject } from './decided.ts';

/** Either side records that the person did not start, and why; their place is free again. Refuses with `not_possible_now`. */
export function notStartReferral(
  referral: Referral,
  given: { reason: NotStartedReason },
  acting: Acting,
): Result<Decided> {
  const moved = move(referral, 'not_start', acting);
  if (!moved.ok) return moved;
  return accept({
    next: {
      ...moved.value,
      holdsPlace: false,
      dueAt: null,
      notStarted: { ...act(acting), reason: given.reason },
    },
    event: { type: 'referral.not_started', data: { ...subject(referral), reason: given.reason } },
    place: referral.holdsPlace ? 'release' : 'keep',
  });
}
