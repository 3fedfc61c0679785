import { findUser } from '#functions/store/user.ts';
import type { Envelope } from '#shared/events/envelope.ts';
import { UserId } from '#shared/model/ids.ts';
import { handedMail } from '#shared/text/en/mail-handed.ts';
import { deliver, type Mailing } from './deliver.ts';

/** Tells a colleague once of all the referrals that were handed on to them; not of what they did themselves. */
export async function mailHanded(deps: Mailing, event: Envelope): Promise<void> {
  const user = (await findUser(deps.table, UserId.parse(event.data['toUserId'])))?.value;
  if (user?.active !== true || event.actor === user.userId) return;
  const facts = { referrals: Number(event.data['referrals']), link: `${deps.origin}/caseload` };
  await deliver(deps, event, { id: user.userId, to: user.email, write: () => handedMail(facts) });
}
