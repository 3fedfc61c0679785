import { namedReader } from '#functions/domain/group/new-reader.ts';
import { SIGN_IN_DAYS } from '#functions/domain/invite/invitation.ts';
import { mayInvite } from '#functions/domain/invite/may-invite.ts';
import { isCoordinator, tenantOf } from '#functions/domain/membership.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { ttlAfter } from '#functions/store/expiry.ts';
import { findInvite } from '#functions/store/invite.ts';
import { type LiveLink, linkUsed } from '#functions/store/link-token.ts';
import type { Stored } from '#functions/store/record.ts';
import type { Write } from '#functions/store/table.ts';
import { findInvited, findUser, type User } from '#functions/store/user.ts';
import type { Instant } from '#shared/model/dates.ts';
import { InviteId, UserId } from '#shared/model/ids.ts';
import type { Invite } from '#shared/model/invite.ts';
import { admitted } from './admit.ts';
import type { Deps } from './deps.ts';
import { inviteChange } from './invite.ts';
import { readersInStep } from './readers-in-step.ts';

export type Accepting = { link: LiveLink; name: string; phone: string | null; at: Instant };

/**
 * The invitation a link was sent for, while it waits and whoever made it may still make it: what somebody
 * who has left gave away, nobody takes up.
 */
export async function inviteOf(
  { table }: Pick<Deps, 'table'>,
  { area, subject }: LiveLink,
): Promise<Stored<Invite> | undefined> {
  const found = await findInvite(table, { area, id: InviteId.parse(subject) });
  if (found?.value.state !== 'waiting') return undefined;
  const { invitedBy, membership } = found.value;
  if (invitedBy === 'operator') return found;
  const inviter = (await findUser(table, invitedBy))?.value;
  return inviter?.active === true && mayInvite(inviter, membership) ? found : undefined;
}

/** Whether whoever invited vouches for a reader by having done so: a coordinator does, a lead does not. */
async function isVouchedFor({ table }: Pick<Deps, 'table'>, { invitedBy }: Invite): Promise<boolean> {
  if (invitedBy === 'operator') return true;
  const inviter = (await findUser(table, invitedBy))?.value;
  return inviter !== undefined && isCoordinator(inviter);
}

/** Whoever accepted to read a group's referrals answers at once, and opens contact details after a while. */
async function heldAsNew(
  deps: Deps,
  invite: Invite,
  { user, at }: { user: User; at: Instant },
): Promise<User> {
  const { membership } = invite;
  if (membership.role !== 'group_reader') return user;
  const isCovered = await isVouchedFor(deps, invite);
  return namedReader(user, { id: membership.organizationId, at, isCovered });
}

/** Whoever accepted, as a user of their own. */
function newcomer(deps: Deps, { id, area, email, membership }: Invite, { name, phone }: Accepting): User {
  const named = {
    tenant: tenantOf(membership, area),
    user: 'public',
    route: 'invite.press',
    key: id,
  } as const;
  const userId = UserId.parse(deps.ids.created(named));
  return {
    ...{ userId, name, email, phone, area },
    ...{ memberships: [membership], active: true, mail: 'instant' },
  };
}

/** What follows for a group when its first reader comes. */
const asReader = (deps: Deps, { area, membership }: Invite, at: Instant): Promise<Write[]> | Write[] =>
  membership.role === 'group_reader'
    ? readersInStep(deps, { area, id: membership.organizationId }, { userId: 'link', at, readers: 1 })
    : [];

/**
 * Uses an invitation's link up: its address, and no other, may sign in in that role from now on. Refuses
 * `not_found` when it was taken back or whoever made it may no longer, and `changed_meanwhile` when the
 * link was used twice at once.
 */
export async function acceptInvite(deps: Deps, accepting: Accepting): Promise<Result<Invite>> {
  const { link, at } = accepting;
  const before = await inviteOf(deps, link);
  if (before === undefined) return refuse('not_found');
  const known = await findInvited(deps.table, before.value.email);
  const until = ttlAfter(at, SIGN_IN_DAYS);
  const user = newcomer(deps, before.value, accepting);
  const { userId, writes } = admitted(known, await heldAsNew(deps, before.value, { user, at }), until);
  const invite: Invite = { ...before.value, state: 'accepted', acceptedBy: userId };
  const telling = { userId: 'link', at, type: 'invite.accepted', accepted: userId } as const;
  const written = await deps.table.transact([
    linkUsed(link, at),
    ...inviteChange(deps, { invite, before: before.version }, telling),
    ...writes,
    ...(await asReader(deps, invite, at)),
  ]);
  return written.ok ? accept(invite) : refuse('changed_meanwhile');
}
