import { holding } from '#functions/domain/group/members.ts';
import { getArea } from '#functions/store/area.ts';
import { mayHear } from '#functions/store/delivery.ts';
import { isDone, markDone } from '#functions/store/done.ts';
import { findReferral } from '#functions/store/referral.ts';
import { findUser, listMembers } from '#functions/store/user.ts';
import type { Envelope } from '#shared/events/envelope.ts';
import { ReferralId } from '#shared/model/ids.ts';
import type { Referral } from '#shared/model/referral.ts';
import { type MailCode, type MailFacts, mails } from '#shared/text/en/mail.ts';
import { deliver, type Mailing } from './deliver.ts';
import { mailAccepted, mailGroup } from './mail-groups.ts';
import { mailHanded } from './mail-handed.ts';
import { mailInvite } from './mail-invites.ts';
import { type MailPlan, mailPlanOf } from './mail-plan.ts';
import { eventAt } from './pointer.ts';
import { mailRoom } from './room-mail.ts';
import { mailSafeguarding } from './safeguarding-mail.ts';
import { mailSilence } from './silence-mail.ts';

/** Whom a referral's event is told to; `id` names them in marks and logs, never the address. */
type Addressed = { id: string; to: string; code: MailCode };

/**
 * Tells people of an event by mail. Nuances: each mail is claimed before it is sent and noted after, so
 * that a message that comes twice, or a batch that is tried again, sends nothing twice; only a death
 * between the provider's yes and our note can double a mail. Nobody is told of what they did themselves.
 * The mail carries a reference, an activity and a link; who the person is, it cannot carry, because
 * this function cannot read it.
 */
export async function reactWithMail(deps: Mailing, message: string): Promise<void> {
  const event = await eventAt(deps.table, message);
  if (!(await isDone(deps.table, 'mail', event.id))) await react(deps, event);
  await markDone(deps.table, { consumer: 'mail', eventId: event.id, now: deps.now() });
}

/** Events that are not about a referral, and what tells of each. */
const OTHERS: Partial<Record<string, (deps: Mailing, event: Envelope) => Promise<void>>> = {
  'room.asked': mailRoom,
  'organization.registered': mailGroup,
  'organization.confirmed': mailGroup,
  'organization.checked': mailGroup,
  'organization.returned': mailGroup,
  'organization.asked_again': mailGroup,
  'member.named': mailGroup,
  'member.removed': mailGroup,
  'safeguarding.due': mailSafeguarding,
  'safeguarding.withdrawn': mailSafeguarding,
  'safeguarding.paused': mailSafeguarding,
  'safeguarding.resumed': mailSafeguarding,
  'caseload.handed_on': mailHanded,
  'invite.made': mailInvite,
  'invite.sent_again': mailInvite,
  'invite.accepted': mailAccepted,
};

async function react(deps: Mailing, event: Envelope): Promise<void> {
  if (event.type.startsWith('referral.')) return tell(deps, event, mailPlanOf(event.type));
  await OTHERS[event.type]?.(deps, event);
}

async function tell(deps: Mailing, event: Envelope, plan: MailPlan | undefined): Promise<void> {
  const id = ReferralId.parse(event.data['referralId']);
  const stored = await findReferral(deps.table, { area: event.area, id });
  if (stored === undefined) throw new Error('An event tells of a referral that is not there');
  const referral = stored.value;
  const facts = factsOf(deps, referral);
  if ((await mailSilence(deps, event, { referral, facts })) || plan === undefined) return;
  const letters =
    plan.to === 'readers'
      ? await toReaders(deps, referral, plan)
      : await toSender(deps, event, { referral, plan });
  for (const { id, to, code } of letters)
    await deliver(deps, event, { id, to, write: () => mails[code](facts) });
}

const factsOf = ({ origin }: Mailing, referral: Referral): MailFacts => ({
  reference: referral.reference,
  activity: referral.serviceName,
  group: referral.organizationName,
  link: `${origin}/referrals/${referral.id}`,
});

/** To everybody who may open it; to the coordinator when there is nobody, so that no referral waits unheard. */
async function toReaders({ table }: Mailing, referral: Referral, { code }: MailPlan): Promise<Addressed[]> {
  const { area, organizationId } = referral;
  const readers = holding(await listMembers(table, area, organizationId), organizationId, 'group_reader');
  if (readers.length > 0) return readers.map(({ userId, email }) => ({ id: userId, to: email, code }));
  if (code !== 'referral_waits') return [];
  const { coordinator } = await getArea(table, area);
  return [{ id: 'coordinator', to: coordinator.email, code: 'nobody_reads' }];
}

async function toSender(
  { table, now }: Mailing,
  event: Envelope,
  { referral, plan }: { referral: Referral; plan: MailPlan },
): Promise<Addressed[]> {
  const { userId } = referral.sender;
  if (event.actor === userId) return [];
  const user = (await findUser(table, userId))?.value;
  if (user === undefined || !user.active) return [];
  const waits = user.mail === 'daily' && !plan.urgent;
  const asked = { userId, eventId: event.id, everyHours: 24, now: now() };
  if (waits && !(await mayHear(table, asked))) return [];
  return [{ id: userId, to: user.email, code: plan.code }];
}
