import * as z from 'zod/mini';
import { type Head, type Link, NO_HEAD } from '#functions/domain/audit/chain.ts';
import type { AreaId } from '#shared/model/area.ts';
import { Instant } from '#shared/model/dates.ts';
import { auditKeys } from './audit-keys.ts';
import { EVENT_KEPT_DAYS } from './event.ts';
import { ttlAfter } from './expiry.ts';
import { everyPortion } from './pages.ts';
import { record, type Stored, unchangedSince } from './record.ts';
import type { Item, Table, Write } from './table.ts';

const HeadBody = z.strictObject({ sequence: z.int(), hash: z.string(), anchored: z.int() });
const headRecord = record('chain head', HeadBody);
const LinkBody = z.strictObject({
  area: z.string(),
  tenant: z.string(),
  sequence: z.int(),
  previous: z.string(),
  aggregate: z.string(),
  version: z.int(),
  body: z.string(),
  hash: z.string(),
});
const linkRecord = record('chain link', LinkBody);

/** A signed anchor: what it saw, the hash of its text, and the signature of that hash (DER, base64) by which key. */
export const Anchor = z.strictObject({
  sequence: z.int(),
  at: Instant,
  previous: z.string(),
  heads: z.array(z.strictObject({ tenant: z.string(), sequence: z.int(), hash: z.string() })),
  keyId: z.string(),
  signature: z.string(),
  hash: z.string(),
});
export type Anchor = z.infer<typeof Anchor>;
const anchorRecord = record('anchor', Anchor);

export type Chain = { area: AreaId; tenant: string };
/** A chain's end, and up to where an anchor has seen it. Version 0: it has none yet. */
export type StoredHead = Stored<Head & { anchored: number }>;

/** The end of a tenant's chain. */
export async function findHead(table: Table, { area, tenant }: Chain): Promise<StoredHead> {
  const item = await table.get('audit', auditKeys.head(area, tenant));
  return item === undefined ? { value: { ...NO_HEAD, anchored: 0 }, version: 0 } : headRecord.fromItem(item);
}

function headWrite({ area, tenant }: Chain, before: StoredHead, after: StoredHead['value']): Write {
  const expected = unchangedSince(before.version);
  const item = headRecord.toItem(auditKeys.head(area, tenant), after, before.version + 1);
  return { kind: 'put', table: 'audit', item, expected };
}

/** The writes that lengthen a chain by some links made `at` a time; they fail when another lengthened it meanwhile. */
export function lengthening(
  chain: Chain & { at: Instant },
  before: StoredHead,
  links: readonly Link[],
): Write[] {
  const last = links.at(-1);
  if (last === undefined) return [];
  const { sequence, hash } = last;
  const ttl = ttlAfter(chain.at, EVENT_KEPT_DAYS);
  return [
    ...links.map((link): Write => {
      const item = linkRecord.toItem(auditKeys.link(chain.area, chain.tenant, link.sequence), link, 1, {
        ttl,
      });
      return { kind: 'put', table: 'audit', item, expected: 'absent' };
    }),
    headWrite(chain, before, { sequence, hash, anchored: before.value.anchored }),
  ];
}

async function* itemsOf(table: Table, partition: string): AsyncGenerator<Item> {
  const query = { table: 'audit', partition: { value: partition }, limit: 500, consistent: true } as const;
  for await (const items of everyPortion(table, query)) yield* items;
}

/** A tenant's whole chain, from the first link that is kept. */
export async function listLinks(table: Table, { area, tenant }: Chain): Promise<Link[]> {
  const links: Link[] = [];
  const partition = auditKeys.link(area, tenant, 0).pk;
  for await (const item of itemsOf(table, partition)) links.push(linkRecord.fromItem(item).value);
  return links;
}

/** Whose chains there are in an area. */
export async function listTenants(table: Table, area: AreaId): Promise<string[]> {
  const tenants: string[] = [];
  for await (const { sk } of itemsOf(table, auditKeys.heads(area))) tenants.push(sk);
  return tenants;
}

export type MovedHead = { tenant: string; stored: StoredHead };

/** The chains of an area that grew since an anchor last saw them. */
export async function listMoved(table: Table, area: AreaId): Promise<MovedHead[]> {
  const moved: MovedHead[] = [];
  for await (const item of itemsOf(table, auditKeys.heads(area))) {
    const stored = headRecord.fromItem(item);
    if (stored.value.sequence > stored.value.anchored) moved.push({ tenant: item.sk, stored });
  }
  return moved;
}

/** The anchor made last, if any. */
export async function findLastAnchor(table: Table, area: AreaId): Promise<Stored<Anchor> | undefined> {
  const item = await table.get('audit', auditKeys.lastAnchor(area));
  return item && anchorRecord.fromItem(item);
}

/** Every anchor of an area, oldest first. */
export async function listAnchors(table: Table, area: AreaId): Promise<Anchor[]> {
  const anchors: Anchor[] = [];
  for await (const item of itemsOf(table, auditKeys.lastAnchor(area).pk)) {
    if (item.sk !== auditKeys.lastAnchor(area).sk) anchors.push(anchorRecord.fromItem(item).value);
  }
  return anchors;
}

/** The writes of a new anchor: itself, that it is the last, and how far it saw each chain. */
export function anchoring(area: AreaId, last: Stored<Anchor> | undefined, anchor: Anchor): Write[] {
  const expected = unchangedSince(last?.version);
  const version = (last?.version ?? 0) + 1;
  return [
    {
      kind: 'put',
      table: 'audit',
      item: anchorRecord.toItem(auditKeys.anchor(area, anchor.sequence), anchor, 1),
      expected: 'absent',
    },
    {
      kind: 'put',
      table: 'audit',
      item: anchorRecord.toItem(auditKeys.lastAnchor(area), anchor, version),
      expected,
    },
  ];
}

/** The write that notes how far an anchor has seen a chain; a chain that grew meanwhile is seen by the next. */
export const seenByAnchor = (area: AreaId, { tenant, stored }: MovedHead): Write =>
  headWrite({ area, tenant }, stored, { ...stored.value, anchored: stored.value.sequence });
