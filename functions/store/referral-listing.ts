import type { AreaId } from '#shared/model/area.ts';
import type { OrganizationId, ReferralId, SchemeId, UserId } from '#shared/model/ids.ts';
import type { Referral } from '#shared/model/referral.ts';
import { INDEXES, listingKeys, portalKeys } from './keys.ts';
import { everyPage } from './pages.ts';
import { findMany, type Rows } from './reading.ts';
import { referralFromItem, referralRecord } from './referral.ts';
import type { Item, Query, Table } from './table.ts';

/** Whose rows: a link worker's own, a whole team's, or a group's. */
export type Listing = { area: AreaId } & (
  | { of: 'caseload'; scheme: SchemeId; live: boolean; user?: UserId }
  | { of: 'inbox'; organization: OrganizationId }
);

/** Where a page ended: all that is needed to go on, and nothing that says whose list it was. */
export type Position = { id: ReferralId; sort: string };

const reader = { kind: referralRecord.kind, fromItem: referralFromItem };

function queryOf(listing: Listing): Pick<Query, 'index' | 'partition' | 'sort'> {
  if (listing.of === 'inbox') {
    const { name, partition } = INDEXES.inbox;
    const value = listingKeys.inboxPk(listing.area, listing.organization);
    return { index: name, partition: { name: partition, value } };
  }
  const { name, partition, sort } = INDEXES.caseload;
  return {
    index: name,
    partition: { name: partition, value: listingKeys.caseloadPk(listing.area, listing.scheme) },
    sort: { name: sort, beginsWith: listingKeys.caseloadPrefix(listing.live, listing.user) },
  };
}

/** The key a page goes on after, within this very list whatever the position says. */
function after(listing: Listing, { id, sort }: Position): Record<string, string> {
  const index = listing.of === 'inbox' ? INDEXES.inbox : INDEXES.caseload;
  const value = queryOf(listing).partition.value;
  return { ...portalKeys.referral(listing.area, id), [index.partition]: value, [index.sort]: sort };
}

/** Whether a position can be one of this list; a made-up one is refused before it is asked for. */
export function isWithin(listing: Listing, { sort }: Position): boolean {
  if (listing.of === 'inbox') return true;
  return sort.startsWith(listingKeys.caseloadPrefix(listing.live, listing.user));
}

function positionOf(listing: Listing, next: Record<string, string> | undefined): Position | undefined {
  const sort = next?.[listing.of === 'inbox' ? INDEXES.inbox.sort : INDEXES.caseload.sort];
  const id = /#referral#([^#]+)#$/.exec(next?.['pk'] ?? '')?.[1];
  return sort === undefined || id === undefined
    ? undefined
    : { id: referralRecord.schema.shape.id.parse(id), sort };
}

/** At most so many keys a batch of a table takes. */
const BATCH = 100;
/** Up to here a list is read as it stands this very moment; a longer one may be a moment old, at half the cost. */
const SHORT = 50;

/** The newest rows of a list, up to `limit`, and where the rest goes on. Read again from the table, a batch at a time. */
export async function listWhole(
  table: Table,
  listing: Listing,
  limit: number,
): Promise<Rows<Referral> & { next: Position | undefined }> {
  const keys: Item[] = [];
  let after: Record<string, string> | undefined;
  do {
    const query = { table: 'portal', descending: true, ...queryOf(listing) } as const;
    const page = await table.query({ ...query, limit: limit - keys.length, ...(after && { after }) });
    keys.push(...page.items);
    after = page.next;
  } while (after !== undefined && keys.length < limit);
  const read = keys.length > SHORT ? 'eventual' : undefined;
  const batches = Array.from({ length: Math.ceil(keys.length / BATCH) }, (_, at) =>
    findMany(table, keys.slice(at * BATCH, (at + 1) * BATCH), { reader, read }),
  );
  const found = await Promise.all(batches);
  return {
    rows: found.flatMap(({ rows }) => rows),
    unfit: found.flatMap(({ unfit }) => unfit),
    next: positionOf(listing, after),
  };
}

/** All rows of a list, newest first, `limit` at a time: for work that looks at each in turn. */
export const referralsInTurn = (table: Table, listing: Listing, limit: number) =>
  everyPage((from: Position | undefined) => listReferrals(table, listing, { limit, ...(from && { from }) }));

/** A page of rows, newest first. The index only names them: each row is read again from the table. */
export async function listReferrals(
  table: Table,
  listing: Listing,
  page: { limit: number; from?: Position },
): Promise<Rows<Referral> & { next: Position | undefined }> {
  const { items, next } = await table.query({
    table: 'portal',
    descending: true,
    ...queryOf(listing),
    limit: page.limit,
    ...(page.from === undefined ? {} : { after: after(listing, page.from) }),
  });
  return { ...(await findMany(table, items, { reader })), next: positionOf(listing, next) };
}
