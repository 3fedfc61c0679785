import { findInvite } from '#functions/store/invite.ts';
import { makeLink } from '#functions/store/link-token.ts';
import { placeOfRole } from '#functions/store/role-place.ts';
import type { Envelope } from '#shared/events/envelope.ts';
import { InviteId } from '#shared/model/ids.ts';
import { invites } from '#shared/text/en/invites.ts';
import { inviteMail } from '#shared/text/en/mail-invites.ts';
import { deliver, type Mailing } from './deliver.ts';

/**
 * Mails the link of an invitation to the address it is bound to, and to no other. Nuances: the link is
 * made as the mail is written, so that an earlier one stops working only when a newer is on its way;
 * nothing goes for one that was taken back or used, or whose link an operator was shown.
 */
export async function mailInvite(deps: Mailing, event: Envelope): Promise<void> {
  const { area } = event;
  if (event.data['by'] === 'hand') return;
  const id = InviteId.parse(event.data['inviteId']);
  const invite = (await findInvite(deps.table, { area, id }))?.value;
  if (invite?.state !== 'waiting') return;
  const where = await placeOfRole(deps.table, area, invite.membership);
  if (where === undefined) return;
  const write = async () => {
    const to = { purpose: 'invite', area, subject: id, holder: id } as const;
    const link = `${deps.origin}/invite/${await makeLink(deps, to, deps.now())}`;
    return inviteMail({ where, as: invites.as[invite.membership.role], link });
  };
  await deliver(deps, event, { id, to: invite.email, write });
}
