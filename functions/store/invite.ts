import { tenantOf } from '#functions/domain/membership.ts';
import type { AreaId } from '#shared/model/area.ts';
import type { InviteId } from '#shared/model/ids.ts';
import { Invite } from '#shared/model/invite.ts';
import { ttlAfter } from './expiry.ts';
import { INDEXES, listingKeys, portalKeys } from './keys.ts';
import { findMany, findOne } from './reading.ts';
import { record } from './record.ts';
import type { Item, Table } from './table.ts';

export const invitationRecord = record('invitation', Invite);

/** How long after its end an invitation is remembered, with the address in it. */
export const INVITATION_KEPT_DAYS = 30;

/** An invitation as an item of *portal*; while it waits it stands in the list of its group, team or area. */
export function invitationItem(invite: Invite, version: number): Item {
  const { area, id, state, membership, sentAt, endsAt } = invite;
  return invitationRecord.toItem(portalKeys.invitation(area, id), invite, version, {
    ...(state === 'waiting' && {
      inboxPk: listingKeys.invitesPk(area, tenantOf(membership, area)),
      inboxSk: sentAt,
    }),
    ttl: ttlAfter(endsAt, INVITATION_KEPT_DAYS),
  });
}

/** The invitation, or undefined when the area has none of that id. */
export const findInvite = (table: Table, at: { area: AreaId; id: InviteId }) =>
  findOne(table, portalKeys.invitation(at.area, at.id), { reader: invitationRecord });

/** Invitations to a group, team or area that nobody has used or taken back, newest first, at most 50. */
export async function listWaiting(table: Table, area: AreaId, tenant: string): Promise<Invite[]> {
  const { items } = await table.query({
    table: 'portal',
    index: INDEXES.inbox.name,
    partition: { name: INDEXES.inbox.partition, value: listingKeys.invitesPk(area, tenant) },
    descending: true,
    limit: 50,
  });
  const { rows } = await findMany(table, items, { reader: invitationRecord });
  return rows.map(({ value }) => value).filter(({ state }) => state === 'waiting');
}
