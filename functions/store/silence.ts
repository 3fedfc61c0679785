import * as z from 'zod/mini';
import { AreaId } from '#shared/model/area.ts';
import { DAY_LENGTH, later } from '#shared/model/civil-time.ts';
import { Instant } from '#shared/model/dates.ts';
import { OrganizationId, ReferralId, UserId } from '#shared/model/ids.ts';
import { Reference } from '#shared/model/reference.ts';
import type { Referral, ReferralState } from '#shared/model/referral.ts';
import { INDEXES, listingKeys, portalKeys } from './keys.ts';
import { findMany, findOne } from './reading.ts';
import { record, type Stored } from './record.ts';
import { referralFromItem, referralRecord } from './referral.ts';
import type { Item, Table } from './table.ts';

/** Why a coordinator rings: nobody answers, it ran out unanswered, or it has stood still for a year. */
export const SilenceWhy = z.enum(['unanswered', 'expired', 'idle']);
export type SilenceWhy = z.infer<typeof SilenceWhy>;

/**
 * A group that a coordinator has to ring about one referral. Names the referral by its reference and says
 * nothing of the person, not even the need or the ward.
 */
export const Silence = z.strictObject({
  referralId: ReferralId,
  area: AreaId,
  reference: Reference,
  priority: z.enum(['routine', 'time_sensitive']),
  organizationId: OrganizationId,
  organizationName: z.string(),
  serviceName: z.string(),
  why: SilenceWhy,
  sentAt: Instant,
  /** Since when it is a coordinator's. */
  at: Instant,
  /** Who rang and when; then it leaves the list. */
  rung: z.nullable(z.strictObject({ at: Instant, by: UserId })),
});
export type Silence = z.infer<typeof Silence>;

export const silenceRecord = record('silence', Silence);

/** Half a year after it arose nobody rings about it any more. */
const KEPT_DAYS = 180;
/** The referral a silence is about has to stand so, or there is nothing to ring about. */
const STILL: Readonly<Record<SilenceWhy, readonly ReferralState[]>> = {
  unanswered: ['sent'],
  expired: ['expired'],
  idle: ['accepted', 'started'],
};

/** A silence that begins now. */
export const silenceOf = (referral: Referral, why: SilenceWhy, at: Instant): Silence => {
  const { id: referralId, area, reference, priority, sentAt } = referral;
  const { organizationId, organizationName, serviceName } = referral;
  const about = { referralId, area, reference, priority, sentAt };
  return { ...about, organizationId, organizationName, serviceName, why, at, rung: null };
};

/** A silence as an item of *portal*; until somebody rang it stands in its area's list by time. */
export function silenceItem(silence: Silence, version: number): Item {
  const { area, referralId, at, rung } = silence;
  const listed = rung === null && { inboxPk: listingKeys.silencesPk(area), inboxSk: at };
  const ttl = Math.ceil(Date.parse(later(at, KEPT_DAYS * DAY_LENGTH)) / 1000);
  return silenceRecord.toItem(portalKeys.silence(area, referralId), silence, version, { ...listed, ttl });
}

/** The silence about a referral, or undefined when there is none. */
export const findSilence = (table: Table, at: { area: AreaId; id: ReferralId }) =>
  findOne(table, portalKeys.silence(at.area, at.id), { reader: silenceRecord });

/**
 * What a coordinator has to ring about, longest first, at most 100: those whose referral still stands so.
 * An answer given meanwhile takes its silence off the list, though nobody rang.
 */
export async function listSilences(table: Table, area: AreaId): Promise<Stored<Silence>[]> {
  const { items } = await table.query({
    table: 'portal',
    index: INDEXES.inbox.name,
    partition: { name: INDEXES.inbox.partition, value: listingKeys.silencesPk(area) },
    limit: 100,
  });
  const silences = (await findMany(table, items, { reader: silenceRecord })).rows;
  const keys = silences.map(({ value }) => portalKeys.referral(area, value.referralId));
  const reader = { kind: referralRecord.kind, fromItem: referralFromItem };
  const referrals = (await findMany(table, keys, { reader, read: 'eventual' })).rows;
  const states = new Map(referrals.map(({ value }) => [value.id, value.state]));
  return silences.filter(({ value }) => {
    const state = states.get(value.referralId);
    return state !== undefined && STILL[value.why].includes(state);
  });
}
