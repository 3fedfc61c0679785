import * as z from 'zod/mini';
import { asCompared } from '#functions/domain/email-address.ts';
import { hashOf } from '#functions/runtime/secrets.ts';
import type { AreaId } from '#shared/model/area.ts';
import type { Instant } from '#shared/model/dates.ts';
import { type OrganizationId, type SchemeId, UserId } from '#shared/model/ids.ts';
import { MailChoice } from '#shared/model/mail-choice.ts';
import { Principal } from '#shared/model/roles.ts';
import { ttlAfter } from './expiry.ts';
import { portalKeys } from './keys.ts';
import { everyPortion } from './pages.ts';
import { record, type Stored } from './record.ts';
import type { Item, Key, Table, Write } from './table.ts';

/** Somebody who may sign in. `active` false shuts every door at once; `mail` is how often a link worker hears. */
export const User = z.strictObject({
  ...Principal.shape,
  active: z.boolean(),
  mail: MailChoice,
});
export type User = z.infer<typeof User>;

/** Shape 2 may say from when a new reader opens contact details; whoever was there before is not new. */
export const userRecord = record('user', User, [(body) => body]);
const Pointer = z.strictObject({ userId: UserId });
const inviteRecord = record('invite', Pointer);
const identityRecord = record('identity', Pointer);
/** That somebody belongs to a group, a team or an area's staff. */
export const memberRecord = record('member', Pointer);

const emailHash = (email: string) => hashOf(asCompared(email));

/** How long it is remembered who somebody was who may sign in no more: as long as what they did is looked up. */
export const CLOSED_KEPT_DAYS = 730;

/** A user as an item of *portal*; whoever was closed `at` some time is forgotten two years later. */
export const userItem = (user: User, version = 1, at?: Instant): Item =>
  userRecord.toItem(
    portalKeys.user(user.userId),
    user,
    version,
    user.active || at === undefined ? {} : { ttl: ttlAfter(at, CLOSED_KEPT_DAYS) },
  );

/** What lets a user sign in for the first time, by email; used up by it. */
export const inviteItem = ({ email, userId }: User): Item =>
  inviteRecord.toItem(portalKeys.invite(emailHash(email)), { userId }, 1);

/** The member items of a user: one for each group and team (or the area) they belong to, whatever their roles there. Who may not sign in has none. */
function memberKeys({ active, area, userId, memberships }: User): Key[] {
  if (!active) return [];
  const keys = memberships.flatMap((held): Key[] => {
    if ('organizationId' in held) return [portalKeys.member(area, held.organizationId, userId)];
    if ('schemeId' in held) return [portalKeys.teamMember(area, held.schemeId, userId)];
    return [portalKeys.staffMember(area, userId)];
  });
  return keys.filter(({ pk }, index) => keys.findIndex((other) => other.pk === pk) === index);
}

const memberItem = (user: User, key: Key): Item => memberRecord.toItem(key, { userId: user.userId }, 1);

/** All items of somebody newly invited: the user, the invitation and a member item a group or team. */
export const invitedUserItems = (user: User): Item[] => [
  userItem(user),
  inviteItem(user),
  ...memberKeys(user).map((key) => memberItem(user, key)),
];

/**
 * The writes that invite somebody new. An address that was invited before and never came is invited as
 * who it is now; `until` (epoch seconds) ends the invitation by itself.
 */
export function invitedWrites(user: User, until?: number): Write[] {
  const puts = [userItem(user), ...memberKeys(user).map((key) => memberItem(user, key))];
  return [
    ...puts.map((item): Write => ({ kind: 'put', table: 'portal', item, expected: 'absent' })),
    invitationAgain(user, until),
  ];
}

/** The write that lets a user sign in for the first time by their address, until `until` (epoch seconds). */
export const invitationAgain = (user: User, until?: number): Write => {
  const item = inviteItem(user);
  return {
    kind: 'put',
    table: 'portal',
    item: until === undefined ? item : { ...item, ttl: until },
    expected: 'any',
  };
};

/** The writes that keep member items in step when memberships change. */
export function memberChanges(before: User, after: User): Write[] {
  const had = memberKeys(before);
  const has = memberKeys(after);
  const isIn = (keys: readonly Key[], { pk }: Key) => keys.some((key) => key.pk === pk);
  return [
    ...has
      .filter((key) => !isIn(had, key))
      .map((key): Write => ({ kind: 'put', table: 'portal', item: memberItem(after, key), expected: 'any' })),
    ...had
      .filter((key) => !isIn(has, key))
      .map((key): Write => ({ kind: 'delete', table: 'portal', key, expected: 'any' })),
  ];
}

/** The user, or undefined. */
export async function findUser(table: Table, id: UserId): Promise<Stored<User> | undefined> {
  const item = await table.get('portal', portalKeys.user(id));
  return item && userRecord.fromItem(item);
}

/** The names of users by id, at most 100; whoever is gone is left out. */
export async function namesOf(table: Table, ids: readonly UserId[]): Promise<ReadonlyMap<UserId, string>> {
  if (ids.length === 0) return new Map();
  const items = await table.getMany(
    'portal',
    ids.map((id) => portalKeys.user(id)),
    'eventual',
  );
  return new Map(
    items.map((item) => userRecord.fromItem(item).value).map(({ userId, name }) => [userId, name]),
  );
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

/**
 * Whom a subject signs in as. `binds` says what must stand of the subject when an invitation by email is
 * used up by this sign-in: nothing, or (for whoever left and was invited again) somebody else. `joins`: the
 * same address was let in as somebody else besides, who becomes part of the user.
 */
export type Recognised = {
  user: Stored<User>;
  binds: 'absent' | 'present' | undefined;
  joins: Stored<User> | undefined;
};

/** The user behind a subject: known already, or invited by the verified email. Undefined for a stranger. */
export async function recognise(
  table: Table,
  who: { identity: string; verifiedEmail: string | undefined },
): Promise<Recognised | undefined> {
  const known = await table.get('portal', portalKeys.identity(who.identity));
  const invited = who.verifiedEmail === undefined ? undefined : await findInvited(table, who.verifiedEmail);
  const letIn = invited?.value.active === true ? invited : undefined;
  if (known === undefined) return letIn && { user: letIn, binds: 'absent', joins: undefined };
  const user = await findUser(table, identityRecord.fromItem(known).value.userId);
  // Whoever was closed long ago is forgotten, and is somebody new when invited again.
  if (user === undefined) return letIn && { user: letIn, binds: 'present', joins: undefined };
  if (letIn === undefined || letIn.value.userId === user.value.userId)
    return { user, binds: undefined, joins: undefined };
  if (!user.value.active) return { user: letIn, binds: 'present', joins: undefined };
  // Somebody works in one area: what another area invited them to waits for an address of its own.
  const joins = letIn.value.area === user.value.area ? letIn : undefined;
  return { user, binds: undefined, joins };
}

/** The write that uses up the way in of an address. */
export const invitationUsed = ({ email }: User): Write => ({
  kind: 'delete',
  table: 'portal',
  key: portalKeys.invite(emailHash(email)),
  expected: 'present',
});

/** The writes that bind a subject to an invited user: once, whoever comes first. */
export const bindingWrites = (
  user: User,
  { identity, expected }: { identity: string; expected: 'absent' | 'present' },
): Write[] => [
  {
    kind: 'put',
    table: 'portal',
    item: identityRecord.toItem(portalKeys.identity(identity), { userId: user.userId }, 1),
    expected,
  },
  invitationUsed(user),
];

/** All users that belong to a group; who may do what stands in their memberships. */
export const listMembers = (table: Table, area: AreaId, id: OrganizationId): Promise<User[]> =>
  belonging(table, portalKeys.members(area, id));

/** All users that belong to a team. */
export const listTeam = (table: Table, area: AreaId, id: SchemeId): Promise<User[]> =>
  belonging(table, portalKeys.teamMembers(area, id));

/** All coordinators and commissioners of an area. */
export const listStaff = (table: Table, area: AreaId): Promise<User[]> =>
  belonging(table, portalKeys.staff(area));

/** Whom an address was invited as and who has not signed in since, or undefined. */
export async function findInvited(table: Table, email: string): Promise<Stored<User> | undefined> {
  const pointer = await table.get('portal', portalKeys.invite(emailHash(email)));
  return pointer && findUser(table, inviteRecord.fromItem(pointer).value.userId);
}

async function belonging(table: Table, value: string): Promise<User[]> {
  const users: User[] = [];
  const query = { partition: { value }, sort: { beginsWith: 'member#' }, limit: 50, consistent: true };
  for await (const items of everyPortion(table, { table: 'portal', ...query })) {
    const keys = items.map((item) => portalKeys.user(memberRecord.fromItem(item).value.userId));
    const found = await table.getMany('portal', keys);
    users.push(...found.map((item) => userRecord.fromItem(item).value));
  }
  return users;
}
