import { randomUUID } from 'node:crypto';
import { invitedWrites } from '#functions/store/user.ts';
import type { Portal } from '#infra/local/portal.ts';
import { tableAt } from '#infra/operator/open-portal.ts';
import { AreaId } from '#shared/model/area.ts';
import type { Instant } from '#shared/model/dates.ts';
import { type OrganizationId, UserId } from '#shared/model/ids.ts';
import { Caller } from './caller.ts';

/** Somebody who came to a group of Manchester to read referrals; their name at the demonstration's sign-in. */
async function cameTo(portal: Portal, organizationId: OrganizationId, readsFrom?: Instant) {
  const name = `helper-${randomUUID().slice(0, 8)}`;
  const userId = UserId.parse(randomUUID());
  const user = {
    ...{ userId, name: 'Pat Lowe', email: `${name}@demo.example`, phone: null },
    area: AreaId.parse('manchester'),
    memberships: [{ role: 'group_reader' as const, organizationId }],
    active: true,
    mail: 'instant' as const,
    ...(readsFrom && { readsFrom: { [organizationId]: readsFrom } }),
  };
  const table = tableAt(portal.engineUrl, portal.tableName, portal.clock.now);
  const written = await table.transact(invitedWrites(user));
  if (!written.ok) throw new Error('A member could not be written');
  return { userId, name };
}

/** Somebody who came to read, and is signed in; with `readsFrom`, who opens contact details from then on. */
export async function readerIn(
  portal: Portal,
  organizationId: OrganizationId,
  readsFrom?: Instant,
): Promise<UserId> {
  const { userId, name } = await cameTo(portal, organizationId, readsFrom);
  await new Caller(portal.origin, name).signIn(name);
  return userId;
}

/** Somebody who is new as a reader, by the name they sign in with. */
export const newReaderIn = async (portal: Portal, organizationId: OrganizationId, readsFrom: Instant) =>
  (await cameTo(portal, organizationId, readsFrom)).name;
