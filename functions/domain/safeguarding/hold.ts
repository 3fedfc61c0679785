import { addDays, dayOf } from '#shared/model/civil-time.ts';
import type { Day, Instant } from '#shared/model/dates.ts';
import type { SafeguardingStanding } from '#shared/model/safeguarding.ts';
import { accept, type Result, refuse } from '../result.ts';
import { type Around, missingOf, type Said, standingAfter } from './basics.ts';

type Before = { standing: SafeguardingStanding; said: Said; around: Around };
/** How a group stands from now on, and what it has said. */
export type Held = { safeguarding: SafeguardingStanding; said: Said };

/** The earlier of the day the answers end and now, so that the grace of what is accepted runs from here. */
const endedBy = ({ validUntil }: SafeguardingStanding, at: Instant): Instant | null =>
  validUntil === null || validUntil < at ? validUntil : at;

/** A group takes its confirmation back, at once and without a reason. Refuses `not_possible_now` where there is none. */
export function takeBack({ standing, said }: Before, at: Instant): Result<Held> {
  const { status, confirmedAt } = standing;
  if (confirmedAt === null || status === 'withdrawn_by_group' || status === 'paused_by_coordinator')
    return refuse('not_possible_now');
  const safeguarding = {
    ...standing,
    status: 'withdrawn_by_group',
    validUntil: endedBy(standing, at),
  } as const;
  return accept({ safeguarding, said });
}

/** A coordinator stops referrals, whatever the group has answered. Refuses `not_possible_now` when it is paused. */
export function pause({ standing, said }: Before, at: Instant): Result<Held> {
  if (standing.status === 'paused_by_coordinator') return refuse('not_possible_now');
  const safeguarding = {
    ...standing,
    status: 'paused_by_coordinator',
    validUntil: endedBy(standing, at),
  } as const;
  return accept({ safeguarding, said });
}

/** What follows from the answers once nothing holds them back; `confirmedAt` is when the group said so. */
function released({ standing, said, around }: Before, at: Instant): SafeguardingStanding {
  const open = { ...standing, status: 'answering' } as const;
  return standingAfter(open, said, { ...around, now: at });
}

/**
 * A coordinator ends the pause: the group stands as its answers say. Refuses `not_possible_now` when there
 * is no pause.
 */
export function resume(before: Before, at: Instant): Result<Held> {
  const { standing, said } = before;
  if (standing.status !== 'paused_by_coordinator') return refuse('not_possible_now');
  const safeguarding = released(before, at);
  const confirmedAt =
    safeguarding.status === 'confirmed' ? (standing.confirmedAt ?? at) : safeguarding.confirmedAt;
  return accept({ safeguarding: { ...safeguarding, confirmedAt }, said });
}

/** What is said once for all: everything still holds, and the two dates that only the group knows. */
export type Renewing = { policyReviewedOn: Day; insuredUntil: Day | null };

const field = (id: string, text: string) => refuse({ code: 'invalid', fields: [{ id, text }] });

/** Every answer given is given again now. */
function saidAgain({ answers }: Said, given: Renewing, at: Instant): Said {
  const { policy, employs } = answers;
  const anew = {
    ...answers,
    ...(policy && { policy: { ...policy, reviewedOn: given.policyReviewedOn } }),
    ...(employs?.anybody && { employs: { ...employs, insuredUntil: given.insuredUntil } }),
  };
  return { answers: anew, answeredAt: Object.fromEntries(Object.keys(anew).map((one) => [one, at])) };
}

/**
 * A lead reads all answers and says that they still hold: the group is confirmed for another year, also
 * after it had taken its confirmation back. Refuses with `invalid` for a date that does not count, and
 * `not_possible_now` where a question is open, the tier has others, or a coordinator has paused it.
 */
export function renew(before: Before, given: Renewing, at: Instant): Result<Held> {
  if (before.standing.status === 'paused_by_coordinator') return refuse('not_possible_now');
  const today = dayOf(at);
  const { policyReviewedOn } = given;
  if (policyReviewedOn > today)
    return field('policyReviewedOn', 'Enter a day that has been, such as last month’s meeting');
  if (policyReviewedOn <= addDays(today, -365))
    return field(
      'policyReviewedOn',
      'Your committee has to look at it within a year. Do that first, then come back',
    );
  const said = saidAgain(before.said, given, at);
  const left = missingOf(said, before.around, at);
  if (left.length === 1 && left[0] === 'employs')
    return field('insuredUntil', 'Enter the day your insurance ends; it has to be in date');
  const safeguarding = released({ ...before, said }, at);
  return safeguarding.status === 'confirmed' ? accept({ safeguarding, said }) : refuse('not_possible_now');
}
