import { addDays, DAY_LENGTH, dayOf } from '#shared/model/civil-time.ts';
import type { Day, Instant } from '#shared/model/dates.ts';
import type { Grant } from '#shared/model/grant.ts';
import type { GrantTime } from '#shared/model/grant-match.ts';

type Dated = Pick<Grant, 'openFrom' | 'closesAt' | 'rounds' | 'decisionWeeks' | 'applyAtLeastWeeksBefore'>;

const daysFrom = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_LENGTH);
const laterOf = (a: Day, b: Day | null): Day => (b !== null && b > a ? b : a);
const isAfter = (day: Day, limit: Day | 'no_hurry' | null): boolean =>
  limit !== null && limit !== 'no_hurry' && day > limit;

/** Whether a fund takes no more bids: past its closing moment, or past the last of its rounds. */
export function isClosed({ closesAt, rounds }: Dated, now: Instant): boolean {
  if (closesAt !== null) return now >= closesAt;
  return rounds.length > 0 && rounds.every((round) => round < dayOf(now));
}

/** The last day to send a bid that the next decision takes in: a round, the closing day, or none. */
function nextDeadline({ closesAt, rounds }: Dated, today: Day): Day | null {
  const round = rounds.toSorted().find((day) => day >= today) ?? null;
  const closing = closesAt === null ? null : dayOf(closesAt);
  if (round === null || closing === null) return round ?? closing;
  return [round, closing].sort()[0] ?? null;
}

/**
 * Whether the money can come by the day a group needs it. The funder decides so many weeks after the
 * next deadline, or after the bid where there is none; a fund that closes soon but pays late is too late.
 */
export function timeOf(grant: Dated, asking: { now: Instant; neededBy: Day | 'no_hurry' | null }): GrantTime {
  const { now, neededBy } = asking;
  const today = dayOf(now);
  const deadline = nextDeadline(grant, today);
  const earliest = laterOf(today, grant.openFrom);
  const decidedOn =
    grant.decisionWeeks === null ? null : addDays(laterOf(earliest, deadline), grant.decisionWeeks * 7);
  const ready = addDays(earliest, (grant.applyAtLeastWeeksBefore ?? 0) * 7);
  const common = { deadline, daysLeft: deadline === null ? null : daysFrom(today, deadline), decidedOn };
  const tooLate = (decidedOn !== null && isAfter(decidedOn, neededBy)) || isAfter(ready, neededBy);
  if (isClosed(grant, now)) return { ...common, state: 'closed' };
  if (tooLate) return { ...common, state: 'too_late' };
  if (earliest > today) return { ...common, state: 'not_open_yet' };
  const sure = neededBy === 'no_hurry' || (neededBy !== null && decidedOn !== null);
  return { ...common, state: sure ? 'in_time' : 'not_known' };
}

/** How many days a comparison with the source counts. */
export const FRESH_DAYS = 90;

/**
 * Whether what a fund says was compared with its source lately enough to be relied on. One that never
 * closes: within 90 days. One that closes: within 90 days, or once since it opened.
 */
export function isVerified(grant: Dated & Pick<Grant, 'status' | 'sourceCheckedAt'>, now: Instant): boolean {
  if (grant.status === 'unverified') return false;
  const today = dayOf(now);
  const checked = dayOf(grant.sourceCheckedAt);
  const sinceOpened =
    grant.closesAt !== null &&
    grant.openFrom !== null &&
    grant.openFrom <= today &&
    checked >= grant.openFrom;
  return sinceOpened || daysFrom(checked, today) <= FRESH_DAYS;
}
