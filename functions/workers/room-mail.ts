import { answering } from '#functions/domain/group/members.ts';
import { groupsOf } from '#functions/domain/membership.ts';
import { daysLeftAt } from '#functions/domain/safeguarding/lapse.ts';
import { mayHear, ONCE_A_WEEK } from '#functions/store/delivery.ts';
import { makeLink } from '#functions/store/link-token.ts';
import { findOrganization } from '#functions/store/organization.ts';
import { listMembers } from '#functions/store/user.ts';
import type { Envelope } from '#shared/events/envelope.ts';
import { dayOf } from '#shared/model/civil-time.ts';
import { OrganizationId } from '#shared/model/ids.ts';
import type { Organization } from '#shared/model/organization.ts';
import { roomMail } from '#shared/text/en/mail-room.ts';
import { lapseLine } from '#shared/text/en/mail-safeguarding.ts';
import { deliver, type Mailing } from './deliver.ts';
import { renewLink } from './safeguarding-mail.ts';

/**
 * Asks a group how much room there is. Nuances: a volunteer gets at most one such mail a week, so the
 * first group somebody leads that is asked for brings the links of all of them; each link is made here,
 * as the mail is written, and ends the one before.
 */
export async function mailRoom(deps: Mailing, event: Envelope): Promise<void> {
  const id = OrganizationId.parse(event.data['organizationId']);
  for (const user of answering(await listMembers(deps.table, event.area, id), id)) {
    const { userId, email } = user;
    const hears = { userId, eventId: event.id, everyHours: ONCE_A_WEEK, now: deps.now() };
    if (!(await mayHear(deps.table, hears))) continue;
    const groups = [...new Set([id, ...groupsOf(user, 'group_lead')])];
    await deliver(deps, event, {
      id: userId,
      to: email,
      write: () => lettersFor(deps, event, { userId, groups }),
    });
  }
}

async function lettersFor(
  deps: Mailing,
  { area }: Envelope,
  { userId, groups }: { userId: string; groups: readonly OrganizationId[] },
) {
  const lines: { group: string; link: string }[] = [];
  const lapses: string[] = [];
  for (const subject of groups) {
    const found = await findOrganization(deps.table, { area, id: subject });
    if (found === undefined) continue;
    const token = await makeLink(deps, { purpose: 'room', area, subject, holder: userId }, deps.now());
    lines.push({ group: found.value.name, link: `${deps.origin}/capacity/${token}` });
    lapses.push(...lapseOf(deps, found.value));
  }
  return roomMail(lines, lapses);
}

/** What the same mail says of answers that run out within 60 days or have: a volunteer hears once a week. */
function lapseOf({ now, origin }: Mailing, { id, name, safeguarding }: Organization): string[] {
  const days = daysLeftAt(safeguarding, now());
  if (days === undefined || safeguarding.validUntil === null) return [];
  const endsOn = dayOf(safeguarding.validUntil);
  return [lapseLine({ group: name, link: renewLink(origin, id), endsOn }, days)];
}
