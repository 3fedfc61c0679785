import * as z from 'zod/mini';
import { hashOf } from '#functions/runtime/secrets.ts';
import type { AreaId } from '#shared/model/area.ts';
import { type OrganizationId, UserId } from '#shared/model/ids.ts';
import { Principal } from '#shared/model/roles.ts';
import { portalKeys } from './keys.ts';
import { record, type Stored } from './record.ts';
import type { Item, Table, Write } from './table.ts';

/** Somebody who may sign in. `active` false shuts every door at once; `mail` is how often a link worker hears. */
export const User = z.strictObject({
  ...Principal.shape,
  active: z.boolean(),
  mail: z.enum(['instant', 'daily']),
});
export type User = z.infer<typeof User>;

export const userRecord = record('user', User);
const Pointer = z.strictObject({ userId: UserId });
const inviteRecord = record('invite', Pointer);
const identityRecord = record('identity', Pointer);
const memberRecord = record('member', Pointer);

/** An address as it is compared: case and spaces around it make no difference. */
const emailHash = (email: string) => hashOf(email.trim().toLowerCase());

/** A user as an item of *portal*. */
export const userItem = (user: User, version = 1): Item =>
  userRecord.toItem(portalKeys.user(user.userId), user, version);

/** What lets a user sign in for the first time, by email; used up by it. */
export const inviteItem = ({ email, userId }: User): Item =>
  inviteRecord.toItem(portalKeys.invite(emailHash(email)), { userId }, 1);

const groupsOf = ({ memberships }: User): OrganizationId[] => [
  ...new Set(memberships.flatMap((held) => ('organizationId' in held ? [held.organizationId] : []))),
];

const memberItem = (user: User, group: OrganizationId): Item =>
  memberRecord.toItem(portalKeys.member(user.area, group, user.userId), { userId: user.userId }, 1);

/** All items of somebody newly invited: the user, the invitation and a member item a group. */
export const invitedUserItems = (user: User): Item[] => [
  userItem(user),
  inviteItem(user),
  ...groupsOf(user).map((group) => memberItem(user, group)),
];

/** The writes that keep member items in step when memberships change. */
export function memberChanges(before: User, after: User): Write[] {
  const had = groupsOf(before);
  const has = groupsOf(after);
  const joined = has.filter((group) => !had.includes(group));
  const left = had.filter((group) => !has.includes(group));
  return [
    ...joined.map((group): Write => {
      return { kind: 'put', table: 'portal', item: memberItem(after, group), expected: 'any' };
    }),
    ...left.map((group): Write => {
      const key = portalKeys.member(before.area, group, before.userId);
      return { kind: 'delete', table: 'portal', key, expected: 'any' };
    }),
  ];
}

/** The user, or undefined. */
export async function findUser(table: Table, id: UserId): Promise<Stored<User> | undefined> {
  const item = await table.get('portal', portalKeys.user(id));
  return item && userRecord.fromItem(item);
}

/**
 * How an identity provider's subject is known here: a hash, never an email. On a loopback host the port
 * is left out, so that a portal on a laptop may move to another port and still know its people.
 */
export function identityHash(issuer: string, subject: string): string {
  const url = new URL(issuer);
  const host = url.protocol === 'http:' ? url.hostname : url.host;
  return hashOf(`${url.protocol}//${host}${url.pathname}|${subject}`);
}

/** Whom a subject signs in as. `binds` when an invitation by email is used up by this sign-in. */
export type Recognised = { user: Stored<User>; binds: boolean };

/** The user behind a subject: known already, or invited by the verified email. Undefined for a stranger. */
export async function recognise(
  table: Table,
  who: { identity: string; verifiedEmail: string | undefined },
): Promise<Recognised | undefined> {
  const known = await table.get('portal', portalKeys.identity(who.identity));
  const invite =
    known === undefined && who.verifiedEmail !== undefined
      ? await table.get('portal', portalKeys.invite(emailHash(who.verifiedEmail)))
      : undefined;
  const pointer = known ?? invite;
  if (pointer === undefined) return undefined;
  const user = await findUser(table, identityRecord.fromItem(pointer).value.userId);
  return user && { user, binds: invite !== undefined };
}

/** The writes that bind a subject to an invited user: once, whoever comes first. */
export const bindingWrites = (user: User, identity: string): Write[] => [
  {
    kind: 'put',
    table: 'portal',
    item: identityRecord.toItem(portalKeys.identity(identity), { userId: user.userId }, 1),
    expected: 'absent',
  },
  { kind: 'delete', table: 'portal', key: portalKeys.invite(emailHash(user.email)), expected: 'present' },
];

/** The users that belong to a group, at most 50; who may do what stands in their memberships. */
export async function listMembers(table: Table, area: AreaId, id: OrganizationId): Promise<User[]> {
  const { items } = await table.query({
    table: 'portal',
    partition: { value: portalKeys.members(area, id) },
    sort: { beginsWith: 'member#' },
    limit: 50,
    consistent: true,
  });
  const keys = items.map((item) => portalKeys.user(memberRecord.fromItem(item).value.userId));
  const users = await table.getMany('portal', keys);
  return users.map((item) => userRecord.fromItem(item).value);
}
