import { addDays, dayOf } from '#shared/model/civil-time.ts';
import type { Day } from '#shared/model/dates.ts';
import type { Referral } from '#shared/model/referral.ts';
import { accept, type Result } from '../result.ts';
import { type Acting, act, type Decided, invalid, move, subject } from './decided.ts';
import { dueAt } from './timers.ts';

/** First contact within eight weeks: later than that is a waiting list, not a yes. */
const CONTACT_DAYS = 56;

/**
 * A reader says yes and by when somebody will make contact; the held place becomes a used one. Whether
 * the group's safeguarding is current is a rule of its own. Refuses with `not_possible_now` or `invalid`.
 */
export function acceptReferral(
  referral: Referral,
  given: { contactBy: Day },
  acting: Acting,
): Result<Decided> {
  const moved = move(referral, 'accept', acting);
  if (!moved.ok) return moved;
  const today = dayOf(acting.at);
  if (given.contactBy < today || given.contactBy > addDays(today, CONTACT_DAYS)) {
    return invalid('contactBy', 'Choose a day within the next eight weeks');
  }
  const next = { ...moved.value, accepted: { ...act(acting), contactBy: given.contactBy } };
  return accept({
    next: { ...next, dueAt: dueAt(next, acting.at, acting.nation) },
    event: { type: 'referral.accepted', data: subject(referral) },
    place: 'keep',
  });
}
