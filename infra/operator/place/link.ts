import { inviteChange } from '#functions/commands/invite.ts';
import { asCompared } from '#functions/domain/email-address.ts';
import { linkEnds } from '#functions/domain/links/life.ts';
import { systemIds } from '#functions/runtime/ids.ts';
import { systemSecret } from '#functions/runtime/secrets.ts';
import { findInvite, listWaiting } from '#functions/store/invite.ts';
import { newLink } from '#functions/store/link-token.ts';
import type { AreaId } from '#shared/model/area.ts';
import { Advice } from '../open-portal.ts';
import { coordinatorInvited, type Placing } from './init.ts';

/**
 * Another link for a coordinator of an area: for the first one, whose link ran out or was lost, or for a new
 * one where nobody can sign in any more. The link before works no longer. Answers where it leads.
 */
export async function coordinatorLink(
  deps: Placing,
  { area, email }: { area: AreaId; email: string },
): Promise<string> {
  const { table } = deps;
  const at = deps.now();
  const address = asCompared(email);
  const waiting = (await listWaiting(table, area, area)).find(
    (invite) => invite.membership.role === 'coordinator' && invite.email === address,
  );
  const found = waiting && (await findInvite(table, { area, id: waiting.id }));
  if (found === undefined) {
    const { token, writes } = await coordinatorInvited(table, { area, email: address, at });
    return shown(deps, token, (await table.transact(writes)).ok);
  }
  const { value, version } = found;
  const invite = { ...value, invitedBy: 'operator' as const, sent: value.sent + 1, sentAt: at };
  const again = { ...invite, endsAt: linkEnds('invite', at) };
  const telling = { userId: 'operator', at, type: 'invite.sent_again', by: 'hand' } as const;
  const to = { purpose: 'invite', area, subject: value.id, holder: value.id } as const;
  const link = await newLink({ table, secret: systemSecret }, to, at);
  const change = inviteChange({ ids: systemIds }, { invite: again, before: version }, telling);
  return shown(deps, link.token, (await table.transact([...change, ...link.writes])).ok);
}

function shown({ origin }: Placing, token: string, written: boolean): string {
  if (!written) throw new Advice('The invitation changed at the same moment. Run it again.');
  return `${origin}/invite/${token}`;
}
