import type * as z from 'zod/mini';
import type { Loosening } from '#shared/api/search.ts';
import type { Schedule } from '#shared/model/service.ts';
import { milesBetween } from './distance.ts';
import type { Listing } from './listing.ts';
import type { Search } from './query.ts';
import type { RoomClass } from './room-class.ts';
import { isFound } from './words.ts';

/** An answer somebody gave that can be dropped to bring more results. */
export type Constraint = z.infer<typeof Loosening>['drop'];

/** How a listing meets one answer: as asked, not, or nobody knows because the group has not said. */
type Meeting = 'yes' | 'no' | 'not_said';

const said = (answer: boolean | null): Meeting => (answer === null ? 'not_said' : answer ? 'yes' : 'no');
const yesOrNo = (answer: boolean): Meeting => (answer ? 'yes' : 'no');

/** Room as a search ranks and filters by it: the hint while it is good, "ring first" afterwards. */
export const roomNow = ({ room }: Listing, { now }: Search): RoomClass =>
  room === null || room.goodUntil <= now ? 1 : room.class;

/** Whether a weekly time is running at all: not past its last day. One that starts later counts. */
export const isRunning = ({ validTo }: Schedule, today: string): boolean =>
  validTo === undefined || validTo >= today;

function onDay({ schedules }: Listing, { days, today }: Search): Meeting {
  if (schedules.length === 0) return 'not_said';
  return yesOrNo(schedules.some((times) => days.includes(times.weekday) && isRunning(times, today)));
}

function withRoom(listing: Listing, search: Search): Meeting {
  const room = roomNow(listing, search);
  return room === 1 ? 'not_said' : yesOrNo(room === 0);
}

type Test = {
  constraint: Constraint;
  asks: (search: Search) => boolean;
  meets: (listing: Listing, search: Search, miles: number | null) => Meeting;
};

/** Every answer that can leave a listing out; the cheapest and choosiest first. */
const TESTS: readonly Test[] = [
  {
    constraint: 'need',
    asks: ({ needs }) => needs.length > 0,
    meets: ({ needs }, search) => yesOrNo(search.needs.some((need) => needs.includes(need))),
  },
  {
    constraint: 'miles',
    asks: ({ miles }) => miles !== null,
    meets: (_, search, miles) => yesOrNo(miles !== null && search.miles !== null && miles <= search.miles),
  },
  {
    constraint: 'free',
    asks: ({ free }) => free,
    meets: ({ pence }) => said(pence === null ? null : pence === 0),
  },
  { constraint: 'step_free', asks: ({ stepFree }) => stepFree, meets: ({ stepFree }) => said(stepFree) },
  { constraint: 'room', asks: ({ room }) => room, meets: withRoom },
  { constraint: 'day', asks: ({ days }) => days.length > 0, meets: onDay },
  {
    constraint: 'q',
    asks: ({ words }) => words.length > 0,
    meets: ({ words }, search) => yesOrNo(search.words.every((word) => isFound(word, words))),
  },
];

/** How one listing meets a search: everything asked, or all but one answer, or neither. */
export type Verdict =
  | { kind: 'match'; miles: number | null }
  | { kind: 'near_miss'; constraint: Constraint; notSaid: boolean }
  | undefined;

/** A judge for one search, to be asked of many listings. Nothing is left out for what a group has not said to a question nobody asked. */
export function judge(search: Search): (listing: Listing) => Verdict {
  const tests = TESTS.filter(({ asks }) => asks(search));
  return (listing) => {
    const miles = search.from === null ? null : milesBetween(search.from, listing);
    let missed: Verdict;
    for (const { constraint, meets } of tests) {
      const meeting = meets(listing, search, miles);
      if (meeting === 'yes') continue;
      if (missed !== undefined) return undefined;
      missed = { kind: 'near_miss', constraint, notSaid: meeting === 'not_said' };
    }
    return missed ?? { kind: 'match', miles };
  };
}
