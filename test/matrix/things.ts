import type { Portal } from '#infra/local/portal.ts';
import type { Endpoint } from '#shared/api/endpoint.ts';
import { routes } from '#shared/api/index.ts';
import { dayOf } from '#shared/model/civil-time.ts';
import { type Caller, callers } from '#test/support/caller.ts';
import { groupOf } from '#test/support/demonstration.ts';
import { fundOf } from '#test/support/funds.ts';
import { readerIn } from '#test/support/group-members.ts';
import { invitesIn } from '#test/support/inviting.ts';
import { patience } from '#test/support/patience.ts';
import { linkIn } from '#test/support/portal-link.ts';
import { confirmTokenIn, formTokenOf, groupToCheckIn } from '#test/support/registering.ts';
import { EXPECTED } from './expected.ts';
import type { Things } from './requests.ts';

const WHO = [
  'nobody',
  'group-lead',
  'reader',
  'link-worker',
  'lw-manager',
  'coordinator',
  'commissioner',
] as const;
export type Who = (typeof WHO)[number];
export type People = Record<Who, Caller>;
const isOneOf = (name: string): name is Who => WHO.some((who) => who === name);

/** One person of each role, signed in. */
export const everyRole = (portal: Portal): Promise<People> => callers(portal.origin, WHO);

/** Somebody of ours whom a route lets in. */
export function allowedBy(own: (typeof EXPECTED)[number]['own']): Who {
  if (own === 'everybody') return 'nobody';
  if (own === 'signed in') return 'lw-manager';
  return own.find(isOneOf) ?? 'nobody';
}

/** The demonstration group's and scheme's own things, with room for many referrals. */
export async function ownThings(portal: Portal, people: People): Promise<Things> {
  const group = await groupOf(people['group-lead']);
  const places = { body: { state: 'open', places: 900 } };
  await people['group-lead'].ask('PUT', `/api/services/${group.serviceId}/capacity`, places);
  const patiently = patience(portal, () => Object.values(people));
  return {
    group,
    referable: group,
    sender: people['link-worker'],
    reader: people.reader,
    lead: people['group-lead'],
    coordinator: people.coordinator,
    patiently,
    today: () => dayOf(portal.clock.now()),
    fund: () => fundOf(people.coordinator, patiently),
    link: async (purpose, to) =>
      purpose === 'confirm'
        ? (await confirmTokenIn(portal)).token
        : linkIn(portal, { purpose, subject: group.groupId, ...to }),
    invites: invitesIn(portal),
    member: () => readerIn(portal, group.groupId),
    toCheck: () => groupToCheckIn(portal),
    form: () => formTokenOf(portal, people.nobody),
    suggestion: async () => {
      const body = { organizationId: group.groupId, topic: 'has_closed', text: 'The hall is shut' };
      const made = await patiently(() => people.nobody.post('/api/suggestions', body));
      // The reply's schema has an id; the answer of a test carries it as unknown.
      return (made.json as { id: Awaited<ReturnType<Things['suggestion']>> }).id;
    },
  };
}

/** The rows of the table of expected answers for a route, e.g. `GET /api/referrals` with each view. */
export const rowsOf = (method: string, path: string) =>
  EXPECTED.filter(({ route }) => route.replace(/\?.*/, '') === `${method} ${path}`);

/** The endpoint a row of that table is about. */
export function endpointOf(row: string): Endpoint {
  const wanted = row.replace(/\?.*/, '');
  const found = routes.find(({ method, path }) => `${method} ${path}` === wanted);
  if (found === undefined) throw new Error(`There is no route ${wanted}`);
  return found;
}
