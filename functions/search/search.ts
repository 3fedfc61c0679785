import type * as z from 'zod/mini';
import { roomAt } from '#functions/domain/capacity/room.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { listRooms } from '#functions/store/directory.ts';
import type { Table } from '#functions/store/table.ts';
import type { Loosening, MatchReason, SearchQuery, SearchReply, SearchResult } from '#shared/api/search.ts';
import type { Capacity } from '#shared/model/capacity.ts';
import type { Instant } from '#shared/model/dates.ts';
import { cursorFor, MOST_ROWS, PAGE, positionOf } from './cursor.ts';
import type { SearchIndex } from './index-reader.ts';
import type { Listing } from './listing.ts';
import { type Constraint, isRunning, judge } from './match.ts';
import { type Search, searchOf } from './query.ts';
import { type Match, ranked } from './rank.ts';
import { isReferable } from './referable.ts';
import { roomClass } from './room-class.ts';
import { missingIn } from './thin.ts';
import { isFound } from './words.ts';

export type Searching = { index: SearchIndex; table: Table };
type Reply = z.infer<typeof SearchReply>;
type Loosen = z.infer<typeof Loosening>;

/** With fewer results than this, one more look is taken at what lies one step further away. */
const FEW = 5;

/**
 * Activities that meet a search, best first, a page at a time, each with its room as it is this moment and
 * why it is there. Beside them, each single answer that would bring more if it were dropped. Refuses
 * `invalid` for a cursor of another search.
 */
export async function search(
  { index, table }: Searching,
  query: SearchQuery,
  now: Instant,
): Promise<Result<Reply>> {
  const asked = searchOf(query, now);
  const position = positionOf(query, asked.today);
  if (position === undefined)
    return refuse({
      code: 'invalid',
      fields: [{ id: 'cursor', text: 'Start the search again from its first page' }],
    });
  const blocks = await index.near(asked, now);
  const { matches, misses } = sift(blocks, asked);
  const rows = ranked(matches, asked, { most: MOST_ROWS, day: position.day });
  const page = rows.slice(position.offset, position.offset + PAGE);
  const isFirst = position.offset === 0;
  const [rooms, further, missing] = await Promise.all([
    listRooms(
      table,
      page.map(({ listing }) => listing.serviceId),
    ),
    matches.length < FEW ? fartherMisses(index, asked) : 0,
    isFirst ? missingIn({ index, table }, { asked, query, matches, blocks }) : null,
  ]);
  if (further > 0) misses.set('miles', { results: further, notSaid: 0 });
  const nextOffset = position.offset + PAGE;
  // A hint of room is some seconds old: whatever has filled up since is not shown to who asks for room.
  const results = page
    .map((match) => resultOf(match, asked, rooms.get(match.listing.serviceId) ?? null))
    .filter(({ room }) => !asked.room || roomClass(room.state, room.places) === 0);
  return accept({
    results,
    total: matches.length - (page.length - results.length),
    next: nextOffset < rows.length ? cursorFor(query, { offset: nextOffset, day: position.day }) : null,
    loosen: [...misses]
      .map(([drop, counts]): Loosen => ({ drop, ...counts }))
      .sort((a, b) => b.results - a.results),
    missing,
    now,
  });
}

type Counts = { results: number; notSaid: number };

/** Parts what meets every answer from what misses one; a listing in two blocks for a moment counts once. */
function sift(blocks: readonly (readonly Listing[])[], asked: Search) {
  const verdictOf = judge(asked);
  const matches: Match[] = [];
  const misses = new Map<Constraint, Counts>();
  const seen = new Set<string>();
  for (const listing of blocks.flat()) {
    const verdict = verdictOf(listing);
    if (verdict === undefined || seen.has(listing.serviceId)) continue;
    seen.add(listing.serviceId);
    if (verdict.kind === 'match') matches.push({ listing, miles: verdict.miles });
    else if (verdict.constraint !== 'miles') count(misses, verdict.constraint, verdict.notSaid);
  }
  return { matches, misses };
}

function count(misses: Map<Constraint, Counts>, constraint: Constraint, notSaid: boolean): void {
  const so = misses.get(constraint) ?? { results: 0, notSaid: 0 };
  misses.set(constraint, { results: so.results + 1, notSaid: so.notSaid + Number(notSaid) });
}

/** How many more there are one step further away. */
async function fartherMisses(index: SearchIndex, asked: Search): Promise<number> {
  if (asked.widerMiles === null) return 0;
  const wide = judge({ ...asked, miles: asked.widerMiles });
  const blocks = await index.near({ from: asked.from, miles: asked.widerMiles }, asked.now);
  const found = blocks.flat().filter((listing) => {
    const verdict = wide(listing);
    return verdict?.kind === 'match' && (verdict.miles ?? 0) > (asked.miles ?? 0);
  });
  return new Set(found.map(({ serviceId }) => serviceId)).size;
}

function resultOf({ listing, miles }: Match, asked: Search, capacity: Capacity | null): SearchResult {
  return {
    serviceId: listing.serviceId,
    organizationId: listing.organizationId,
    serviceName: listing.serviceName,
    organizationName: listing.organizationName,
    kind: listing.kind,
    needs: [...listing.needs],
    miles: miles === null ? null : Math.round(miles * 10) / 10,
    wardName: listing.wardName,
    schedules: [...listing.schedules],
    pence: listing.pence,
    room: roomAt(capacity, asked.now),
    referable: isReferable(listing.referableUntil, asked.now),
    unclaimed: listing.unclaimed === true,
    isNew: listing.newUntil !== undefined && listing.newUntil > asked.now,
    reasons: reasonsOf(listing, miles, asked),
    lastReviewedAt: listing.lastReviewedAt,
  };
}

/** Why it is here, as codes: only what was asked for counts as a reason, and being close by. */
function reasonsOf(listing: Listing, miles: number | null, asked: Search): z.infer<typeof MatchReason>[] {
  const words = asked.words.filter((word) => isFound(word, listing.words)).map(({ typed }) => typed);
  const days = asked.days.filter((day) =>
    listing.schedules.some((times) => times.weekday === day && isRunning(times, asked.today)),
  );
  return [
    ...asked.needs
      .filter((need) => listing.needs.includes(need))
      .map((need) => ({ code: 'need', need }) as const),
    ...(words.length > 0 ? [{ code: 'words', words } as const] : []),
    ...days.map((day) => ({ code: 'day', day }) as const),
    ...(asked.free ? [{ code: 'free' } as const] : []),
    ...(asked.stepFree ? [{ code: 'step_free' } as const] : []),
    ...(miles !== null && miles <= 1 ? [{ code: 'near' } as const] : []),
  ];
}
