import type { Referral } from '#shared/model/referral.ts';
import { accept, type Result } from '../result.ts';
import { type Acting, type Decided, move, subject } from './decided.ts';

/** Nobody answered in time: it ends, and a place that was held is free again. Refuses with `not_possible_now`. */
export function expireReferral(referral: Referral, acting: Acting): Result<Decided> {
  const moved = move(referral, 'expire', acting);
  if (!moved.ok) return moved;
  const [need = 'company'] = referral.needs;
  const { ward, council } = referral;
  return accept({
    next: { ...moved.value, holdsPlace: false, dueAt: null, expired: { at: acting.at } },
    event: { type: 'referral.expired', data: { ...subject(referral), need, ward, council } },
    place: referral.holdsPlace ? 'release' : 'keep',
  });
}
