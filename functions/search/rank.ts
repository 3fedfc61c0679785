import { staleBefore } from '#shared/model/looked-at.ts';
import type { Listing } from './listing.ts';
import { isRunning, roomNow } from './match.ts';
import type { Search } from './query.ts';

/** A listing that meets a search, and how far off it is. */
export type Match = { listing: Listing; miles: number | null };

/** Distances that count as the same, in miles. */
export const DISTANCE_BAND = 0.5;

/** How well it fits: needs it helps with that were asked for, then words found in its name. */
const fitOf = ({ listing }: Match, search: Search): number =>
  search.needs.filter((need) => listing.needs.includes(need)).length * 16 +
  search.words.filter(({ own }) => listing.nameWords.includes(own)).length;

/** One number to order by, smaller first: fit, then room, then how near, then how fresh. */
function order(match: Match, search: Search, oldest: string): number {
  const band = match.miles === null ? 0 : Math.min(Math.floor(match.miles / DISTANCE_BAND), 999);
  const stale = Number(match.listing.lastReviewedAt < oldest);
  const noTimes = Number(!match.listing.schedules.some((times) => isRunning(times, search.today)));
  const fitness = 255 - Math.min(fitOf(match, search), 255);
  return (((fitness * 4 + roomNow(match.listing, search)) * 1000 + band) * 2 + stale) * 2 + noTimes;
}

/** Scatters names evenly, a new way each day, so that among equals each comes first in its turn. */
function turn(name: string, day: string): number {
  let value = 2166136261;
  for (const text of [day, name])
    for (let index = 0; index < text.length; index += 1)
      value = Math.imul(value ^ text.charCodeAt(index), 16777619);
  value = Math.imul(value ^ (value >>> 15), 2246822507);
  return (value ^ (value >>> 13)) >>> 0;
}

/** Equals in the turn of their groups: every group's first before any group's second. */
function inTurn(equals: readonly Match[], day: string): Match[] {
  const turns = new Map<string, number>();
  const rounds = new Map<string, number>();
  for (const { listing } of equals)
    if (!turns.has(listing.organizationId))
      turns.set(listing.organizationId, turn(listing.organizationId, day));
  return [...equals]
    .sort(byId)
    .map((match) => {
      const group = match.listing.organizationId;
      const round = rounds.get(group) ?? 0;
      rounds.set(group, round + 1);
      return { match, round, turn: turns.get(group) ?? 0 };
    })
    .sort((a, b) => a.round - b.round || a.turn - b.turn || byId(a.match, b.match))
    .map(({ match }) => match);
}

const byId = (a: Match, b: Match): number => (a.listing.serviceId < b.listing.serviceId ? -1 : 1);

/** The first `most` matches in order. Only as many are put in order as are asked for. */
export function ranked(
  matches: readonly Match[],
  search: Search,
  given: { most: number; day: string },
): Match[] {
  const oldest = staleBefore(search.now);
  const classes = new Map<number, Match[]>();
  for (const match of matches) {
    const at = order(match, search, oldest);
    const equals = classes.get(at);
    if (equals) equals.push(match);
    else classes.set(at, [match]);
  }
  const first: Match[] = [];
  for (const at of [...classes.keys()].sort((a, b) => a - b)) {
    if (first.length >= given.most) break;
    first.push(...inTurn(classes.get(at) ?? [], given.day));
  }
  return first.slice(0, given.most);
}
