import { seeksElsewhere } from '#functions/domain/referral/seeking.ts';
import type { AreaId } from '#shared/model/area.ts';
import type { ReferralId } from '#shared/model/ids.ts';
import type { Reference } from '#shared/model/reference.ts';
import { Referral } from '#shared/model/referral.ts';
import { TERMINAL_STATES } from '#shared/model/referral-state.ts';
import { listingKeys, portalKeys } from './keys.ts';
import { marksBeside, marksOf } from './marks.ts';
import type { Freshness } from './reading.ts';
import { record, type Stored } from './record.ts';
import { referralPacking } from './referral-packing.ts';
import type { Item, Table } from './table.ts';

/**
 * Shape 2 may say more (questions, waiting, hand-back), shape 3 what was destroyed, shape 4 where it is
 * counted; whatever fits an older one fits as it is.
 */
export const referralRecord = record('referral', Referral, [(body) => body, (body) => body, (body) => body]);

/** What a referral remembers of the requests that made and moved it: short hashes, never contents. */
export type Requests = {
  /** Key and body of the request that created it. */
  made: string;
  /** Key and body of the last eight that moved it, oldest first. */
  moved: readonly string[];
};
export type StoredReferral = Stored<Referral> & { requests: Requests };

/** What a caseload holds: what lives, and what somewhere else has still to be found for. */
const isOnCaseload = (referral: Referral) => !TERMINAL_STATES.has(referral.state) || seeksElsewhere(referral);

/** A referral as one item of *portal*, packed, in the sender's caseload and the group's inbox. */
export function referralItem({ value, version, requests }: StoredReferral): Item {
  const listed = {
    caseloadPk: listingKeys.caseloadPk(value.area, value.schemeId),
    caseloadSk: listingKeys.caseloadSk(isOnCaseload(value), value.sender.userId, value.sentAt),
    ...(value.gone === undefined && {
      inboxPk: listingKeys.inboxPk(value.area, value.organizationId),
      inboxSk: listingKeys.inboxSk(value.sentAt),
    }),
  };
  const item = referralRecord.toItem(portalKeys.referral(value.area, value.id), value, version, listed);
  return {
    ...item,
    body: referralPacking.pack(String(item['body'])),
    made: requests.made,
    ...marksBeside(requests.moved),
  };
}

/** Reads an item back; throws when its body fits no shape. */
export function referralFromItem(item: Item): StoredReferral {
  const packed = item['body'];
  if (!(packed instanceof Uint8Array)) throw new Error('A referral item has no packed body');
  const stored = referralRecord.fromItem({ ...item, body: referralPacking.unpack(packed) });
  return { ...stored, requests: { made: String(item['made'] ?? ''), moved: marksOf(item) } };
}

/** The referral, or undefined when the area has none of that id. The caller checks the relation. */
export async function findReferral(
  table: Table,
  at: { area: AreaId; id: ReferralId },
  read?: Freshness,
): Promise<StoredReferral | undefined> {
  const item = await table.get('portal', portalKeys.referral(at.area, at.id), read);
  return item === undefined ? undefined : referralFromItem(item);
}

/** The id behind a spoken reference of the area, or undefined. */
export async function findReferralId(
  table: Table,
  at: { area: AreaId; reference: Reference },
): Promise<ReferralId | undefined> {
  const alias = await table.get('portal', portalKeys.reference(at.area, at.reference));
  return alias === undefined ? undefined : Referral.shape.id.parse(alias['referralId']);
}

/** The alias written beside a new referral: what a spoken reference stands for. */
export const referenceItem = ({ area, reference, id }: Referral): Item => ({
  ...portalKeys.reference(area, reference),
  schema: 1,
  referralId: id,
});
