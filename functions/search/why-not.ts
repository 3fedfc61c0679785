import { DISTANCES } from '#shared/api/search.ts';
import type { Barrier, WhyNot } from '#shared/model/evidence.ts';
import type { Listing } from './listing.ts';
import { type Constraint, judge, roomNow } from './match.ts';
import type { Search } from './query.ts';
import { isReferable } from './referable.ts';

/** How far one looks before saying that there is nothing of the kind: the widest distance of a search, in miles. */
export const WIDEST = Math.max(...DISTANCES.map(Number));

export type Reason = { cause: WhyNot; barrier: Barrier | null };

/** Answers of a search that can keep somebody out; room and need are judged apart. */
const BARRIERS: Readonly<Partial<Record<Constraint, Barrier>>> = {
  miles: 'miles',
  day: 'day',
  free: 'free',
  step_free: 'step_free',
  q: 'words',
};

/** Whether an activity could take somebody now: it takes referrals, and has said lately that there is room. */
export const couldTake = (listing: Listing, search: Search): boolean =>
  roomNow(listing, search) === 0 && isReferable(listing.referableUntil, search.now);

/**
 * Why no activity could take somebody, the first cause that applies: nothing of the kind within the widest
 * distance; some, but none that meets the other answers, with the one answer that keeps most of them out;
 * none that has said it has room; none of those that takes referrals. Undefined when one could. What a group
 * that does not answer is like cannot be seen here: its room is not known (`unresponsive` comes from
 * referrals). Source: domain reference 5.3.
 */
export function whyNot(listings: readonly Listing[], asked: Search): Reason | undefined {
  const none = { days: [], words: [], free: false, stepFree: false, room: false };
  const ofTheKind = judge({ ...asked, ...none, miles: WIDEST });
  const near = judge({ ...asked, room: false });
  const kind = listings.filter((listing) => ofTheKind(listing)?.kind === 'match');
  if (kind.length === 0) return { cause: 'absent', barrier: null };
  const reachable = kind.filter((listing) => near(listing)?.kind === 'match');
  if (reachable.length === 0) return { cause: 'unreachable', barrier: mostInTheWay(kind.map(near)) };
  const open = reachable.filter((listing) => roomNow(listing, asked) === 0);
  if (open.length === 0) {
    const isUnknown = reachable.some((listing) => roomNow(listing, asked) === 1);
    return { cause: isUnknown ? 'unknown' : 'full', barrier: null };
  }
  return open.some((listing) => couldTake(listing, asked)) ? undefined : { cause: 'unready', barrier: null };
}

/** The one answer without which most would do; null when each misses several. */
function mostInTheWay(verdicts: readonly ReturnType<ReturnType<typeof judge>>[]): Barrier | null {
  const counts = new Map<Barrier, number>();
  for (const verdict of verdicts) {
    const barrier = verdict?.kind === 'near_miss' ? BARRIERS[verdict.constraint] : undefined;
    if (barrier !== undefined) counts.set(barrier, (counts.get(barrier) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? null;
}
