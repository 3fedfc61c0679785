import type { Referral, WithdrawReason } from '#shared/model/referral.ts';
import { accept, type Result } from '../result.ts';
import { type Acting, act, type Decided, move, subject } from './decided.ts';

/**
 * The sending team takes it back: the person's place is free again while none has come, and what the
 * group could read about the person goes at once. Refuses with `not_possible_now`.
 */
export function withdrawReferral(
  referral: Referral,
  given: { reason: WithdrawReason; agreementWithdrawn: boolean },
  acting: Acting,
): Result<Decided> {
  const moved = move(referral, 'withdraw', acting);
  if (!moved.ok) return moved;
  const { reason, agreementWithdrawn } = given;
  return accept({
    next: {
      ...moved.value,
      holdsPlace: false,
      dueAt: null,
      withdrawn: { ...act(acting), reason, agreementWithdrawn },
    },
    event: { type: 'referral.withdrawn', data: { ...subject(referral), reason, agreementWithdrawn } },
    place: referral.holdsPlace ? 'release' : 'keep',
  });
}
