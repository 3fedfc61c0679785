import { holding } from '#functions/domain/group/members.ts';
import { manages } from '#functions/domain/membership.ts';
import { type Told, toldOf } from '#functions/domain/referral/silence-mail.ts';
import { getArea } from '#functions/store/area.ts';
import { mayHear, ONCE_A_WEEK } from '#functions/store/delivery.ts';
import { makeLink } from '#functions/store/link-token.ts';
import { findUser, listMembers, listTeam, type User } from '#functions/store/user.ts';
import type { Envelope } from '#shared/events/envelope.ts';
import type { Referral } from '#shared/model/referral.ts';
import type { MailFacts } from '#shared/text/en/mail.ts';
import { outcomeMail, silenceMails, visitMail } from '#shared/text/en/mail-silence.ts';
import { deliver, type Mailing } from './deliver.ts';

type Person = { id: string; email: string };
const person = ({ userId, email }: User): Person => ({ id: userId, email });

async function coordinatorOf({ table }: Mailing, { area }: Referral): Promise<Person[]> {
  const { coordinator } = await getArea(table, area);
  return [{ id: 'coordinator', email: coordinator.email }];
}

async function managersOf(deps: Mailing, { area, schemeId }: Referral): Promise<Person[]> {
  const team = await listTeam(deps.table, area, schemeId);
  return team.filter((user) => user.active && manages(user, schemeId)).map(person);
}

/** Whom a mail goes to. A sender who may no longer sign in is answered for by the managers, and they by the coordinator. */
async function peopleOf(deps: Mailing, referral: Referral, to: Told['to']): Promise<Person[]> {
  const { area, organizationId, sender } = referral;
  if (to === 'coordinator') return coordinatorOf(deps, referral);
  if (to === 'managers') {
    const managers = await managersOf(deps, referral);
    return managers.length > 0 ? managers : coordinatorOf(deps, referral);
  }
  if (to === 'sender') {
    const user = (await findUser(deps.table, sender.userId))?.value;
    return user?.active === true ? [person(user)] : peopleOf(deps, referral, 'managers');
  }
  const members = await listMembers(deps.table, area, organizationId);
  const role = to === 'readers' ? 'group_reader' : 'group_lead';
  return holding(members, organizationId, role).map(person);
}

/**
 * Tells of silence, questions and hand-backs. Answers false for an event that is none of these. Nuances:
 * nobody is mailed twice of one event nor of what they did themselves; a volunteer is reminded at most
 * once a week of what is not urgent; the link to an outcome is made as its mail is written.
 */
export async function mailSilence(
  deps: Mailing,
  event: Envelope,
  { referral, facts }: { referral: Referral; facts: MailFacts },
): Promise<boolean> {
  const plan = toldOf(event, referral);
  if (plan === undefined) return false;
  const heard = new Set<string>([event.actor]);
  for (const one of plan) {
    for (const { id, email } of await peopleOf(deps, referral, one.to)) {
      if (heard.has(id)) continue;
      heard.add(id);
      const limited = !one.urgent && one.to !== 'sender';
      const asked = { userId: id, eventId: event.id, everyHours: ONCE_A_WEEK, now: deps.now() };
      if (limited && !(await mayHear(deps.table, asked))) continue;
      const write = () => wordsOf(deps, { referral, facts, holder: id, code: one.code });
      await deliver(deps, event, { id, to: email, write });
    }
  }
  return true;
}

async function wordsOf(
  deps: Mailing,
  of: { referral: Referral; facts: MailFacts; holder: string; code: Told['code'] },
) {
  const { referral, facts, holder, code } = of;
  if (code !== 'outcome_link' && code !== 'visit_link') return silenceMails[code](facts);
  const to = { purpose: 'outcome', area: referral.area, subject: referral.id, holder } as const;
  const link = `${deps.origin}/outcome/${await makeLink(deps, to, deps.now())}`;
  return code === 'visit_link' ? visitMail(facts, link) : outcomeMail(facts, link);
}
