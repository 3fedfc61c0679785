import { dayOf } from '#shared/model/civil-time.ts';
import type { Day } from '#shared/model/dates.ts';
import type { Referral } from '#shared/model/referral.ts';
import { accept, type Result } from '../result.ts';
import { type Acting, act, type Decided, invalid, move, subject } from './decided.ts';
import { dueAt } from './timers.ts';

/**
 * Either side records the first day the person came: not before it was sent, not in days to come.
 * Refuses with `not_possible_now` or `invalid`.
 */
export function startReferral(referral: Referral, given: { on: Day }, acting: Acting): Result<Decided> {
  const moved = move(referral, 'start', acting);
  if (!moved.ok) return moved;
  if (given.on > dayOf(acting.at)) return invalid('on', 'Enter the day the person came, today or earlier');
  if (given.on < dayOf(referral.sentAt)) {
    return invalid('on', 'Enter a day on or after the day the referral was sent');
  }
  const next = { ...moved.value, started: { ...act(acting), on: given.on } };
  return accept({
    next: { ...next, dueAt: dueAt(next, acting.at, acting.nation) },
    event: { type: 'referral.started', data: subject(referral) },
    place: 'keep',
  });
}
