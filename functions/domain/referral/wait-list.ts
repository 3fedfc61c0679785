import { addDays, dayOf, monthOf } from '#shared/model/civil-time.ts';
import type { Referral } from '#shared/model/referral.ts';
import { accept, type Result } from '../result.ts';
import { type Acting, act, type Decided, invalid, move, subject } from './decided.ts';
import { dueAt } from './timers.ts';

/**
 * The link worker has asked, and the person still waits: the clock of the list starts anew. Refuses with
 * `not_possible_now`.
 */
export function keepWaiting(referral: Referral, _given: unknown, acting: Acting): Result<Decided> {
  const moved = move(referral, 'keep_waiting', acting);
  if (!moved.ok) return moved;
  const month = referral.waiting?.month ?? monthOf(acting.at);
  const next = { ...moved.value, waiting: { ...act(acting), month } };
  return accept({
    next: { ...next, dueAt: dueAt(next, acting.at, acting.nation) },
    event: { type: 'referral.kept_waiting', data: subject(referral) },
    place: 'keep',
  });
}

/**
 * A reader keeps a referral for later and says from which month; the held place is free for others.
 * Whoever cannot wait two weeks is not put on a list. Refuses with `not_possible_now` or `invalid`.
 */
export function waitListReferral(
  referral: Referral,
  given: { month: string },
  acting: Acting,
): Result<Decided> {
  const moved = move(referral, 'wait_list', acting);
  if (!moved.ok) return moved;
  if (referral.priority === 'time_sensitive')
    return invalid(
      'month',
      'This person cannot wait two weeks. Say yes, or say no so that another way is found',
    );
  const today = dayOf(acting.at);
  if (given.month < today.slice(0, 7) || given.month > addDays(today, 365).slice(0, 7))
    return invalid('month', 'Choose a month within the next year');
  const next = { ...moved.value, holdsPlace: false, waiting: { ...act(acting), month: given.month } };
  return accept({
    next: { ...next, dueAt: dueAt(next, acting.at, acting.nation) },
    event: { type: 'referral.wait_listed', data: subject(referral) },
    place: referral.holdsPlace ? 'release' : 'keep',
  });
}
