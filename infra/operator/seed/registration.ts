import { newGroup, newLead } from '#functions/domain/registration/new-group.ts';
import { organizationItem } from '#functions/store/organization.ts';
import { groupNameItem, registrationItem } from '#functions/store/registration.ts';
import type { Item } from '#functions/store/table.ts';
import { invitedUserItems } from '#functions/store/user.ts';
import type { Instant } from '#shared/model/dates.ts';
import { UserId } from '#shared/model/ids.ts';
import { Registration } from '#shared/model/registration.ts';
import { seededId } from './chance.ts';
import { daysBefore } from './moments.ts';

/** The one group that waits for coordinator@: confirmed two days ago, with a lead who may sign in. */
export function registrationItems(now: Instant): Item[] {
  const at = daysBefore(now, 2);
  const lead = { userId: UserId.parse(seededId('user kite lead')), name: 'Bea Hollin', confirmedAt: at };
  const registration = Registration.parse({
    id: seededId('organization kite makers'),
    area: 'manchester',
    state: 'confirmed',
    name: 'Platt Kite Makers',
    happens: 'We build kites from scrap and fly them together when there is wind.',
    when: 'Sundays 11am to 1pm, the scout hut by the park',
    outcode: 'M14',
    email: 'kite-lead@demo.example',
    at: daysBefore(now, 2.1),
    made: 'seed',
    lead,
    twin: null,
    checked: null,
    returned: null,
  });
  return [
    registrationItem(registration, 2, at),
    groupNameItem(registration, registration.id),
    organizationItem(newGroup(registration, at)),
    ...invitedUserItems(newLead(registration, lead)),
  ];
}
