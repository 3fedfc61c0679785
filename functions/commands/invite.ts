import { asCompared } from '#functions/domain/email-address.ts';
import { inviteMore, sendAgain } from '#functions/domain/invite/invitation.ts';
import { mayInvite } from '#functions/domain/invite/may-invite.ts';
import { linkEnds } from '#functions/domain/links/life.ts';
import { tenantOf } from '#functions/domain/membership.ts';
import { KEY_REUSED, type RequestMark } from '#functions/domain/referral/requests.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { findInvite, invitationItem, listWaiting } from '#functions/store/invite.ts';
import { findOrganization } from '#functions/store/organization.ts';
import { unchangedSince } from '#functions/store/record.ts';
import { findScheme } from '#functions/store/scheme.ts';
import type { Write } from '#functions/store/table.ts';
import { listMembers, listStaff, listTeam, type User } from '#functions/store/user.ts';
import type { AreaId } from '#shared/model/area.ts';
import type { Instant } from '#shared/model/dates.ts';
import { InviteId, type UserId } from '#shared/model/ids.ts';
import type { Invite } from '#shared/model/invite.ts';
import type { Membership, Principal } from '#shared/model/roles.ts';
import type { Deps } from './deps.ts';
import { madeBy } from './mark.ts';
import { tell } from './tell.ts';

export type Inviting = {
  principal: Principal;
  email: string;
  membership: Membership;
  key: string;
  mark: RequestMark;
  at: Instant;
};

/** Everybody who belongs where a role holds; undefined when the area has no such group or team. */
async function membersOf(
  { table }: Pick<Deps, 'table'>,
  area: AreaId,
  membership: Membership,
): Promise<User[] | undefined> {
  if ('organizationId' in membership) {
    const { organizationId: id } = membership;
    return (await findOrganization(table, { area, id })) && listMembers(table, area, id);
  }
  if ('schemeId' in membership) {
    const { schemeId: id } = membership;
    return (await findScheme(table, { area, id })) && listTeam(table, area, id);
  }
  return listStaff(table, area);
}

/** The write of an invitation as it now is, and of the event that tells of it. */
export function inviteChange(
  deps: Pick<Deps, 'ids'>,
  { invite, before }: { invite: Invite; before: number },
  telling: { userId: UserId | 'link' | 'operator'; at: Instant } & (
    | { type: 'invite.made' | 'invite.sent_again'; by: 'mail' | 'hand' }
    | { type: 'invite.cancelled' }
    | { type: 'invite.accepted'; accepted: UserId }
  ),
): Write[] {
  const { area, id: inviteId, membership } = invite;
  const version = before + 1;
  const of = { area, tenant: tenantOf(membership, area), aggregate: `invite#${inviteId}`, version };
  const data = { inviteId, role: membership.role };
  const { userId, at } = telling;
  const event =
    'by' in telling
      ? tell(deps, of, { userId, at, type: telling.type, data: { ...data, by: telling.by } })
      : 'accepted' in telling
        ? tell(deps, of, { userId, at, type: telling.type, data: { ...data, userId: telling.accepted } })
        : tell(deps, of, { userId, at, type: telling.type, data });
  const expected = unchangedSince(before);
  return [{ kind: 'put', table: 'portal', item: invitationItem(invite, version), expected }, event];
}

/** A new invitation that waits, with its first link asked for. */
export const newInvite = (
  given: Pick<Invite, 'id' | 'area' | 'email' | 'membership' | 'invitedBy' | 'made'>,
  at: Instant,
): Invite => ({
  ...given,
  email: asCompared(given.email),
  state: 'waiting',
  invitedAt: at,
  sentAt: at,
  endsAt: linkEnds('invite', at),
  sent: 1,
  acceptedBy: null,
});

/**
 * Asks somebody to take a role: one email address, one role, one group, team or area. A link goes to the
 * address; nobody can sign in by it until they have used it. The same request again does nothing.
 * Refuses `not_found` for a role that is not theirs to give and for a group or team elsewhere, and
 * `already_member`, `already_invited`, `too_many_invites`, `key_reused`.
 */
export async function inviteSomebody(deps: Deps, inviting: Inviting): Promise<Result<Invite>> {
  const { principal, email, membership, key, mark, at } = inviting;
  const { area, userId } = principal;
  if (!mayInvite(principal, membership)) return refuse('not_found');
  const members = await membersOf(deps, area, membership);
  if (members === undefined) return refuse('not_found');
  const tenant = tenantOf(membership, area);
  const id = InviteId.parse(deps.ids.created({ tenant, user: userId, route: 'invite.create', key }));
  const before = await findInvite(deps.table, { area, id });
  if (before !== undefined)
    return before.value.made === madeBy(mark) ? accept(before.value) : refuse(KEY_REUSED);
  const waiting = await listWaiting(deps.table, area, tenant);
  const makesSense = inviteMore({ email, membership }, { waiting, members }, at);
  if (!makesSense.ok) return makesSense;
  const given = { id, area, email, membership, invitedBy: userId, made: madeBy(mark) };
  const invite = newInvite(given, at);
  const telling = { userId, at, type: 'invite.made', by: 'mail' } as const;
  const written = await deps.table.transact(inviteChange(deps, { invite, before: 0 }, telling));
  return written.ok ? accept(invite) : refuse('changed_meanwhile');
}

export type Naming = { principal: Principal; inviteId: InviteId; at: Instant };

/** An invitation that is this person's to change; refuses `not_found` for any other. */
async function theirs(deps: Deps, { principal, inviteId: id }: Naming) {
  const found = await findInvite(deps.table, { area: principal.area, id });
  return found !== undefined && mayInvite(principal, found.value.membership)
    ? accept(found)
    : refuse('not_found');
}

/**
 * Sends another link for an invitation; the one before works no longer. Refuses `not_found`,
 * `not_possible_now`, `too_many_invites` and `changed_meanwhile`.
 */
export async function inviteAgain(deps: Deps, naming: Naming): Promise<Result<Invite>> {
  const found = await theirs(deps, naming);
  if (!found.ok) return found;
  const { value, version } = found.value;
  const { at, principal } = naming;
  const again = sendAgain(value, { now: at, endsAt: linkEnds('invite', at) });
  if (!again.ok || again.value === value) return again;
  const telling = { userId: principal.userId, at, type: 'invite.sent_again', by: 'mail' } as const;
  const change = inviteChange(deps, { invite: again.value, before: version }, telling);
  return (await deps.table.transact(change)).ok ? again : refuse('changed_meanwhile');
}

/** Takes an invitation back: its link lets nobody in. Refuses `not_found`, `not_possible_now`, `changed_meanwhile`. */
export async function cancelInvite(deps: Deps, naming: Naming): Promise<Result<Invite>> {
  const found = await theirs(deps, naming);
  if (!found.ok) return found;
  const { value, version } = found.value;
  if (value.state === 'cancelled') return accept(value);
  if (value.state === 'accepted') return refuse('not_possible_now');
  const { at, principal } = naming;
  const invite: Invite = { ...value, state: 'cancelled' };
  const telling = { userId: principal.userId, at, type: 'invite.cancelled' } as const;
  const change = inviteChange(deps, { invite, before: version }, telling);
  return (await deps.table.transact(change)).ok ? accept(invite) : refuse('changed_meanwhile');
}
