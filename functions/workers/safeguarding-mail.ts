import { answering } from '#functions/domain/group/members.ts';
import { getArea } from '#functions/store/area.ts';
import { mayHear, ONCE_A_WEEK } from '#functions/store/delivery.ts';
import { findOrganization } from '#functions/store/organization.ts';
import { listMembers, type User } from '#functions/store/user.ts';
import type { Envelope } from '#shared/events/envelope.ts';
import { events } from '#shared/events/index.ts';
import { OrganizationId } from '#shared/model/ids.ts';
import type { Organization } from '#shared/model/organization.ts';
import { safeguardingMails as mails } from '#shared/text/en/mail-safeguarding.ts';
import { deliver, type Mailing } from './deliver.ts';

/** Those who can renew: the leads; the readers where nobody leads any more, so that somebody knows. */
const whoseTask = async ({ table }: Mailing, { area, id }: Organization): Promise<User[]> =>
  answering(await listMembers(table, area, id), id);

/** The page where a group renews. */
export const renewLink = (origin: string, id: OrganizationId): string => `${origin}/renew?group=${id}`;

async function mailDue(deps: Mailing, event: Envelope, group: Organization): Promise<void> {
  const { daysLeft, endsOn } = events['safeguarding.due'].parse(event.data);
  const { name, id } = group;
  for (const { userId, email } of await whoseTask(deps, group)) {
    const hears = { userId, eventId: event.id, everyHours: ONCE_A_WEEK, now: deps.now() };
    if (!(await mayHear(deps.table, hears))) continue;
    const facts = { group: name, link: renewLink(deps.origin, id), endsOn };
    await deliver(deps, event, { id: userId, to: email, write: () => mails.due(facts, daysLeft) });
  }
}

async function mailLeads(deps: Mailing, event: Envelope, group: Organization): Promise<void> {
  const facts = { group: group.name, link: `${deps.origin}/my-group` };
  const write = () => (event.type === 'safeguarding.paused' ? mails.paused(facts) : mails.resumed(facts));
  for (const { userId, email } of await whoseTask(deps, group))
    await deliver(deps, event, { id: userId, to: email, write });
}

async function mailCoordinator(deps: Mailing, event: Envelope, group: Organization): Promise<void> {
  const { coordinator } = await getArea(deps.table, group.area);
  const write = () => mails.withdrawn({ group: group.name });
  await deliver(deps, event, { id: 'coordinator', to: coordinator.email, write });
}

/**
 * Tells of safeguarding answers that run out, are paused or taken back. Nuances: a reminder counts as the
 * one mail of a volunteer's week; where another mail came first it is left out, and the weekly question
 * about room carries the same sentence; that referrals were paused is told at once, like a hand-back.
 */
export async function mailSafeguarding(deps: Mailing, event: Envelope): Promise<void> {
  const id = OrganizationId.parse(event.data['organizationId']);
  const group = await findOrganization(deps.table, { area: event.area, id });
  if (group === undefined) throw new Error('An event tells of a group that is not there');
  if (event.type === 'safeguarding.due') return mailDue(deps, event, group.value);
  if (event.type === 'safeguarding.withdrawn') return mailCoordinator(deps, event, group.value);
  return mailLeads(deps, event, group.value);
}
