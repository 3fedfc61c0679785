import type { Outcome, Referral } from '#shared/model/referral.ts';
import { accept, type Result } from '../result.ts';
import { type Acting, act, type Decided, move, subject } from './decided.ts';

/**
 * Either side records what came of it. The place stays used: whether somebody who came still takes one
 * is the group's to say. Refuses with `not_possible_now`.
 */
export function completeReferral(
  referral: Referral,
  given: { outcome: Outcome; words: string | null },
  acting: Acting,
): Result<Decided> {
  const moved = move(referral, 'complete', acting);
  if (!moved.ok) return moved;
  const words = given.words === '' ? null : given.words;
  return accept({
    next: { ...moved.value, dueAt: null, completed: { ...act(acting), outcome: given.outcome, words } },
    event: { type: 'referral.completed', data: { ...subject(referral), outcome: given.outcome } },
    place: 'keep',
  });
}
