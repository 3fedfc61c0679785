import { systemIds } from '#functions/runtime/ids.ts';
import { invitedWrites } from '#functions/store/user.ts';
import type { Portal } from '#infra/local/portal.ts';
import { tableAt } from '#infra/operator/open-portal.ts';
import { UserId } from '#shared/model/ids.ts';
import { Principal } from '#shared/model/roles.ts';

/** Invites a colleague of coordinator@ in a running portal, who signs in as `mab.orton@demo.example`. */
export async function inviteColleague({ engineUrl, tableName, clock }: Portal): Promise<Principal> {
  const colleague = Principal.parse({
    userId: UserId.parse(systemIds.person()),
    name: 'Mab Orton',
    email: 'mab.orton@demo.example',
    phone: null,
    area: 'manchester',
    memberships: [{ role: 'coordinator' }],
  });
  const table = tableAt(engineUrl, tableName, clock.now);
  const written = await table.transact(invitedWrites({ ...colleague, active: true, mail: 'instant' }));
  if (!written.ok) throw new Error('The colleague could not be invited');
  return colleague;
}
