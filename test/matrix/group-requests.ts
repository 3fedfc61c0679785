import type { UserId } from '#shared/model/ids.ts';
import type { DemoGroup } from '#test/support/demonstration.ts';
import type { Made } from './made.ts';

/** A group, and somebody who came to read its referrals, made anew each time. */
export type GroupThings = {
  group: DemoGroup;
  member: () => Promise<UserId>;
};

const SERVICE_CHANGE = {
  description: 'A new description',
  firstVisit: 'Somebody meets you at the door',
  schedules: [],
  cost: { pence: 0, note: '' },
  access: {
    stepFree: true,
    hearingLoop: null,
    quietSpace: null,
    bringSomeone: true,
    nearBusStop: null,
    toilets: null,
    languages: [],
  },
  status: 'active',
};

const OUTLINE = {
  name: 'Kite repairs',
  kind: 'arts',
  needs: ['purpose'],
  description: 'We mend kites and fly them',
  firstVisit: 'Ask for Jo at the gate',
  schedules: [{ weekday: 'SU', opensAt: '11:00', closesAt: '13:00' }],
  place: { name: 'The boat house', address: '2 Water Street', postcode: 'M14 5RL', masked: false },
  cost: { pence: 0, note: '' },
};

const PHONE = { number: '0161 496 0150', bestTimes: 'Weekdays', shownTo: 'public' };

/** Somebody of the group once more as what they are, so that nobody's rights change. */
const namesAgain = async ({ member }: GroupThings) => ({ userId: await member(), role: 'group_reader' });

const ROUTES: Readonly<Record<string, (things: GroupThings) => Promise<object | undefined> | undefined>> = {
  'GET /api/groups/{groupId}/progress': () => undefined,
  'GET /api/groups/{groupId}/members': () => undefined,
  'PATCH /api/groups/{groupId}': async () => ({ phone: PHONE }),
  'POST /api/groups/{groupId}/ask-again': async () => ({}),
  'POST /api/groups/{groupId}/services': async () => OUTLINE,
  'POST /api/groups/{groupId}/members': namesAgain,
  'DELETE /api/groups/{groupId}/members/{userId}/{role}': async () => ({}),
  'PATCH /api/services/{serviceId}': async () => SERVICE_CHANGE,
};

export const isAboutOwnGroup = (route: string): boolean => route in ROUTES;

/** The request of a route by which a lead looks after their group. */
export async function groupRequest(route: string, things: GroupThings): Promise<Made> {
  const [method = '', template = ''] = route.split(' ');
  const body = await ROUTES[route]?.(things);
  const member = template.includes('{userId}') ? await things.member() : '';
  const path = template
    .replace('{groupId}', things.group.groupId)
    .replace('{serviceId}', things.group.serviceId)
    .replace('{userId}', member)
    .replace('{role}', 'group_reader');
  return { method, path, ...(body === undefined ? {} : { body }) };
}
