import { anchorText, type Link, nextLink } from '#functions/domain/audit/chain.ts';
import type { Signer } from '#functions/gateways/signer.ts';
import type { Logger } from '#functions/runtime/logger.ts';
import { hashOf } from '#functions/runtime/secrets.ts';
import {
  type Anchor,
  anchoring,
  type Chain,
  findHead,
  findLastAnchor,
  lengthening,
  listMoved,
  type MovedHead,
  type StoredHead,
  seenByAnchor,
} from '#functions/store/audit.ts';
import { doneWrite, isDone } from '#functions/store/done.ts';
import type { Table } from '#functions/store/table.ts';
import type { Envelope } from '#shared/events/envelope.ts';
import type { AreaId } from '#shared/model/area.ts';
import type { Instant } from '#shared/model/dates.ts';
import { AnchorRequest, eventAt } from './pointer.ts';
import { type Projecting, untilWon } from './until-won.ts';

export type Chaining = Projecting & { now: () => Instant; log: Logger; signer: Signer };

/**
 * Joins each event to the chain of its tenant, and signs how far the chains have come when asked.
 * Nuances: link, head and mark are one transaction, so an event is linked exactly once however often its
 * message comes; chains grow in the order messages arrive, which proves that nothing was changed or
 * taken out since, not which of two events came first (their own times say that); the chain alone does
 * not show a cut tail or a chain written anew, the anchors do.
 */
export async function reactWithChain(deps: Chaining, message: string): Promise<void> {
  const asked = AnchorRequest.safeParse(JSON.parse(message));
  if (asked.success) return await anchor(deps, asked.data.anchor);
  const event = await eventAt(deps.table, message);
  await untilWon(deps.backoff, 'The chain of a tenant', () => linkOnce(deps, event));
}

async function linkOnce(deps: Chaining, event: Envelope): Promise<boolean> {
  const chain: Chain = { area: event.area, tenant: event.tenant };
  const head = await findHead(deps.table, chain);
  const link = linkOf(head, event);
  const mark = { consumer: 'chain', eventId: event.id, now: deps.now() };
  const writes = [...lengthening({ ...chain, at: deps.now() }, head, [link]), doneWrite(mark, 'absent')];
  const written = await deps.table.transact(writes);
  return written.ok || (await isDone(deps.table, 'chain', event.id));
}

const linkOf = ({ value: head }: StoredHead, event: Envelope): Link =>
  nextLink(hashOf, head, { ...event, text: JSON.stringify(event) });

/** Signs the heads of an area's chains that moved since the last anchor. Two at once make one. */
async function anchor(deps: Chaining, area: AreaId): Promise<void> {
  const last = await findLastAnchor(deps.table, area);
  const moved = await listMoved(deps.table, area);
  if (moved.length === 0) return;
  const made = await signed(deps, { area, last: last?.value, moved });
  const written = await deps.table.transact(anchoring(area, last, made));
  if (!written.ok) return;
  for (const head of moved) await noteSeen(deps.table, area, head);
}

async function signed(
  deps: Chaining,
  of: { area: AreaId; last: Anchor | undefined; moved: readonly MovedHead[] },
): Promise<Anchor> {
  const { area, last, moved } = of;
  const heads = moved.map(({ tenant, stored: { value } }) => ({
    tenant,
    sequence: value.sequence,
    hash: value.hash,
  }));
  const anchored = { sequence: (last?.sequence ?? 0) + 1, at: deps.now(), previous: last?.hash ?? '', heads };
  const text = anchorText({ area, ...anchored });
  const hash = hashOf(text);
  const signature = Buffer.from(await deps.signer.sign(hash)).toString('base64');
  return { ...anchored, keyId: deps.signer.keyId, signature, hash };
}

/** A head that moved on meanwhile is left for the next anchor to see. */
async function noteSeen(table: Table, area: AreaId, head: MovedHead): Promise<void> {
  await table.write(seenByAnchor(area, head));
}
