import type { Deps } from '#functions/commands/deps.ts';
import { isUndecided } from '#functions/domain/referral/lifecycle.ts';
import { closedAt, mayRead } from '#functions/domain/referral/reading.ts';
import { type Side, standOf } from '#functions/domain/referral/relation.ts';
import { seeksElsewhere } from '#functions/domain/referral/seeking.ts';
import { urgencyOf } from '#functions/domain/referral/waiting.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import type { Logger } from '#functions/runtime/logger.ts';
import { listOpenings, openingOf } from '#functions/store/opening.ts';
import { type Listing, listReferrals, listWhole } from '#functions/store/referral-listing.ts';
import type { Table } from '#functions/store/table.ts';
import type { ReferralRow } from '#shared/api/referrals.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { Referral } from '#shared/model/referral.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { Nation } from '#shared/model/working-days.ts';
import { cursorOf, type Positions, positionsFrom, sortedCursor, sortedFrom } from './referral-cursor.ts';
import { rowOf } from './referral-view.ts';

export type View = 'caseload' | 'team' | 'inbox';
export type Asked = {
  principal: Principal;
  view: View;
  closed: boolean;
  cursor: string | undefined;
  now: Instant;
};
type Listed = Pick<Deps, 'table' | 'areas'>;
type Page = { rows: ReferralRow[]; next: string | null; now: Instant };

const PAGE = 50;

/** The lists a view is made of: one for each team or group the role holds for; none for who lacks the role. */
function listingsOf({ principal, view, closed }: Asked): Listing[] {
  const { area, userId } = principal;
  return principal.memberships.flatMap((held): Listing[] => {
    if (view === 'inbox') {
      return held.role === 'group_reader' ? [{ area, of: 'inbox', organization: held.organizationId }] : [];
    }
    if (!('schemeId' in held) || (view === 'team' && held.role !== 'lw_manager')) return [];
    const own = view === 'caseload' ? { user: userId } : {};
    return [{ area, of: 'caseload', scheme: held.schemeId, live: !closed, ...own }];
  });
}

/** The part of each list that is put in order as a whole; what is older follows page by page. */
const WHOLE = 1000;

/**
 * A page of a view: every row is read again from the table and judged again. What lives is put in order over
 * all pages, what waits first, up to the 1,000 newest of a list; older ones, and what has ended, come newest
 * first. Refuses with `not_found` for who lacks the role, and `malformed` for a cursor of somebody else's.
 */
export async function listFor(deps: Listed, asked: Asked, log: Logger): Promise<Result<Page>> {
  const { principal, view, closed, cursor, now } = asked;
  const listings = listingsOf(asked);
  if (listings.length === 0) return refuse('not_found');
  const bound = { userId: principal.userId, view: `${view} ${closed}` };
  const after = cursor === undefined ? '' : sortedFrom(cursor, bound);
  const from = cursor === undefined ? undefined : positionsFrom(cursor, bound, listings);
  const isWhole = !closed && after !== undefined;
  if (cursor !== undefined && from === undefined && !isWhole) return refuse('malformed');
  const pages = await Promise.all(
    listings.map((listing, at) =>
      isWhole ? listWhole(deps.table, listing, WHOLE) : pageOf(deps.table, listing, from?.[at]),
    ),
  );
  const unfit = pages.reduce((sum, page) => sum + page.unfit.length, 0);
  if (unfit > 0) log.error('referrals that fit no shape', { count: unfit });
  const side: Side = view === 'inbox' ? 'reader' : 'sender';
  const inOrder = pages
    .flatMap(({ rows }) => rows.map(({ value }) => value))
    .filter((referral) => isShown(referral, { principal, side, closed, now }))
    .map((referral) => ({ referral, key: urgencyOf(referral, side, now) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const left = isWhole ? inOrder.filter(({ key }) => key > after) : inOrder;
  const shown = isWhole ? left.slice(0, PAGE) : left;
  const { nation } = await deps.areas(principal.area);
  const rows = await rowsOf(
    deps.table,
    shown.map(({ referral }) => referral),
    { side, now, nation },
  );
  const last = shown.at(-1);
  const older: Positions = pages.map((page) => page.next ?? null);
  const more = shown.length < left.length && last !== undefined;
  return accept({ rows, next: more ? sortedCursor(bound, last.key) : cursorOf(bound, older), now });
}

/** One list's page; `null` says that an earlier page was its last. */
const pageOf = async (table: Table, listing: Listing, from: Positions[number] | undefined) =>
  from === null
    ? { rows: [], unfit: [], next: undefined }
    : await listReferrals(table, listing, { limit: PAGE, ...(from && { from }) });

function isShown(
  referral: Referral,
  seen: { principal: Principal; side: Side; closed: boolean; now: Instant },
): boolean {
  const { principal, side, closed, now } = seen;
  const isSought = side === 'sender' && seeksElsewhere(referral);
  const isClosed = closedAt(referral) !== null && !isSought;
  return (
    isClosed === closed && standOf(principal, referral, [side]) !== undefined && mayRead(referral, side, now)
  );
}

async function rowsOf(
  table: Table,
  referrals: readonly Referral[],
  seen: { side: Side; now: Instant; nation: Nation },
): Promise<ReferralRow[]> {
  // Whether the group has looked matters until it has answered.
  const undecided = referrals.filter(isUndecided).map(({ id }) => id);
  const openings = await listOpenings(table, undecided.slice(0, 100));
  return referrals.map((referral) =>
    rowOf(referral, { ...seen, openedAt: openings.get(openingOf(referral.id)) ?? null }),
  );
}
