import type { DeclineReason, Referral } from '#shared/model/referral.ts';
import { accept, type Result } from '../result.ts';
import { type Acting, act, type Decided, move, subject } from './decided.ts';

export type Declining = { reason: DeclineReason; declinedBy: 'group' | 'person'; comment: string | null };

/**
 * A reader says no with a coded reason; a held place is given back. “No room” also makes the activity
 * full, which the command does with the rules of capacity. Refuses with `not_possible_now`.
 */
export function declineReferral(referral: Referral, given: Declining, acting: Acting): Result<Decided> {
  const moved = move(referral, 'decline', acting);
  if (!moved.ok) return moved;
  const [need = 'company'] = referral.needs;
  const { reason, declinedBy } = given;
  const comment = given.comment === '' ? null : given.comment;
  const { ward, council } = referral;
  return accept({
    next: {
      ...moved.value,
      holdsPlace: false,
      dueAt: null,
      declined: { ...act(acting), reason, declinedBy, comment },
    },
    event: {
      type: 'referral.declined',
      data: { ...subject(referral), need, ward, council, reason, declinedBy },
    },
    place: referral.holdsPlace ? 'release' : 'keep',
  });
}
