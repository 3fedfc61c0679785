import { holding } from '#functions/domain/group/members.ts';
import { getArea } from '#functions/store/area.ts';
import { makeLink } from '#functions/store/link-token.ts';
import { findOrganization } from '#functions/store/organization.ts';
import { findRegistration } from '#functions/store/registration.ts';
import { findUser, listMembers } from '#functions/store/user.ts';
import type { Envelope } from '#shared/events/envelope.ts';
import { OrganizationId, UserId } from '#shared/model/ids.ts';
import { groupMails as mails } from '#shared/text/en/mail-groups.ts';
import { deliver, type Letter, type Mailing } from './deliver.ts';

async function registered(deps: Mailing, { area }: Envelope, id: OrganizationId): Promise<Letter[]> {
  const registration = (await findRegistration(deps.table, { area, id }))?.value;
  if (registration?.state !== 'mailed') return [];
  const { name, email } = registration;
  const write = async () => {
    const to = { purpose: 'confirm', area, subject: id, holder: id } as const;
    const link = `${deps.origin}/confirm/${await makeLink(deps, to, deps.now())}`;
    return mails.confirm_group({ group: name, link });
  };
  return [{ id, to: email, write }];
}

async function confirmed({ table, origin }: Mailing, { area }: Envelope, name: string): Promise<Letter[]> {
  const { coordinator } = await getArea(table, area);
  const write = () => mails.group_waits({ group: name, link: `${origin}/queue` });
  return [{ id: 'coordinator', to: coordinator.email, write }];
}

type Told = {
  id: OrganizationId;
  name: string;
  code: 'group_checked' | 'group_returned' | 'members_changed';
  /** Whom it is about, and who knows already. */
  but?: unknown;
};

/** To everybody who leads the group. */
async function toLeads({ table, origin }: Mailing, { area }: Envelope, told: Told): Promise<Letter[]> {
  const { id, name, code, but } = told;
  const leads = holding(await listMembers(table, area, id), id, 'group_lead');
  const link = `${origin}${code === 'members_changed' ? `/members?group=${id}` : '/my-group'}`;
  const write = () => mails[code]({ group: name, link });
  return leads.flatMap(({ userId, email }) => (userId === but ? [] : [{ id: userId, to: email, write }]));
}

/** To a lead whom somebody else has put out: they would be the first to know that it was a stranger. */
async function toWhoeverLed({ table, origin }: Mailing, event: Envelope, name: string): Promise<Letter[]> {
  const { role, userId } = event.data;
  if (event.type !== 'member.removed' || role !== 'group_lead' || userId === event.actor) return [];
  const user = (await findUser(table, UserId.parse(userId)))?.value;
  if (user?.active !== true) return [];
  const write = () => mails.members_changed({ group: name, link: `${origin}/help` });
  return [{ id: user.userId, to: user.email, write }];
}

const isNoneOf =
  (letters: readonly Letter[]) =>
  ({ id }: Letter): boolean =>
    letters.every((letter) => letter.id !== id);

async function lettersOf(deps: Mailing, event: Envelope): Promise<Letter[]> {
  const id = OrganizationId.parse(event.data['organizationId']);
  if (event.type === 'organization.registered') return registered(deps, event, id);
  const group = await findOrganization(deps.table, { area: event.area, id });
  if (group === undefined) throw new Error('An event tells of a group that is not there');
  const { name } = group.value;
  if (event.type === 'organization.confirmed' || event.type === 'organization.asked_again')
    return confirmed(deps, event, name);
  if (event.type.startsWith('member.')) {
    const leads = await toLeads(deps, event, { id, name, code: 'members_changed' });
    return [...leads, ...(await toWhoeverLed(deps, event, name)).filter(isNoneOf(leads))];
  }
  const code = event.type === 'organization.checked' ? 'group_checked' : 'group_returned';
  return toLeads(deps, event, { id, name, code });
}

/** Tells of a group's way in: the link to confirm, the coordinator's task, what came of the check. */
export async function mailGroup(deps: Mailing, event: Envelope): Promise<void> {
  for (const letter of await lettersOf(deps, event)) await deliver(deps, event, letter);
}

/**
 * Tells the leads of a group that somebody has taken a role there by a link: whoever has got into a lead's
 * account would begin with a reader of their own (security.md T1).
 */
export async function mailAccepted(deps: Mailing, event: Envelope): Promise<void> {
  const id = OrganizationId.safeParse(event.tenant).data;
  const group = id && (await findOrganization(deps.table, { area: event.area, id }))?.value;
  if (group === undefined) return;
  const told = {
    id: group.id,
    name: group.name,
    code: 'members_changed',
    but: event.data['userId'],
  } as const;
  for (const letter of await toLeads(deps, event, told)) await deliver(deps, event, letter);
}
