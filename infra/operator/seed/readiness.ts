import { safeguardingItem } from '#functions/store/safeguarding.ts';
import type { Item } from '#functions/store/table.ts';
import { invitedUserItems } from '#functions/store/user.ts';
import { AreaId } from '#shared/model/area.ts';
import type { Instant } from '#shared/model/dates.ts';
import { UserId } from '#shared/model/ids.ts';
import { Principal } from '#shared/model/roles.ts';
import { KEEPING, SafeguardingAnswers } from '#shared/model/safeguarding-answers.ts';
import { seededId } from './chance.ts';
import { DEMO_GROUP, NEW_GROUP } from './demonstration-groups.ts';
import { dayAfter, daysBefore } from './moments.ts';
import type { World } from './world.ts';

const area = AreaId.parse('manchester');

/** What the lead of new-group@ has answered so far: three questions are left until link workers can refer. */
const ANSWERS = SafeguardingAnswers.parse({
  does: ['always_two'],
  lead: { name: 'Lena Cole', role: 'Organiser', contact: '07700 900167', deputy: 'Ann Rowe' },
  procedure: ['whom', 'how', 'record', 'others'],
  numbers: {
    known: ['danger', 'council', 'out_of_hours'],
    adultSocialCare: '0161 496 0101',
    outOfHours: '0161 496 0102',
  },
  checks: ['two_of_us', 'trial'],
  employs: { anybody: false, insuredUntil: null },
});

/** Who opens referrals for new-group@; nobody signs in as them in the demonstration. */
const reader = Principal.parse({
  userId: UserId.parse(seededId('user new-group reader')),
  name: 'Ann Rowe',
  email: 'ann.rowe@demo.example',
  phone: '07700 900169',
  area,
  memberships: [{ role: 'group_reader', organizationId: NEW_GROUP }],
});

/** What the demonstration group answered on the day it confirmed, 65 days ago; counted until 300 days from now. */
const settled = (now: Instant) =>
  SafeguardingAnswers.parse({
    ...ANSWERS,
    lead: { name: 'Rosa Finch', role: 'Treasurer', contact: '07700 900161', deputy: 'Idris Vale' },
    policy: { kind: 'portal', reviewedOn: dayAfter(now, -65) },
    keeping: KEEPING,
    limits: ['We cannot help with personal care such as eating, washing or using the toilet.'],
  });

const answered = (answers: SafeguardingAnswers, at: Instant) => ({
  answers,
  answeredAt: Object.fromEntries(Object.keys(answers).map((question) => [question, at])),
});

/** The answers of the two groups whose leads can sign in, and the new group's reader; none in an empty place. */
export function readinessItems({ now, groups }: Pick<World, 'now' | 'groups'>): Item[] {
  if (groups.length === 0) return [];
  return [
    safeguardingItem({ area, id: DEMO_GROUP }, answered(settled(now), daysBefore(now, 65))),
    safeguardingItem({ area, id: NEW_GROUP }, answered(ANSWERS, daysBefore(now, 2))),
    ...invitedUserItems({ ...reader, active: true, mail: 'instant' }),
  ];
}
