import { beforeAll, describe, expect, it } from 'vitest';
import type { LinkPurpose } from '#functions/domain/links/life.ts';
import { routes } from '#shared/api/index.ts';
import { dayOf } from '#shared/model/civil-time.ts';
import type { OrganizationId, SuggestionId } from '#shared/model/ids.ts';
import { type Caller, callers } from '#test/support/caller.ts';
import { groupOf } from '#test/support/demonstration.ts';
import { fundElsewhere, fundOf } from '#test/support/funds.ts';
import { readerIn } from '#test/support/group-members.ts';
import { invitesIn } from '#test/support/inviting.ts';
import { patience } from '#test/support/patience.ts';
import { portalForThisFile } from '#test/support/portal.ts';
import { linkIn } from '#test/support/portal-link.ts';
import { confirmTokenIn, formTokenOf, groupToCheckIn } from '#test/support/registering.ts';
import { shropshireGroup } from '#test/support/shropshire.ts';
import { EXPECTED, expectedCell, PEOPLE, type Person, type Row } from './expected.ts';
import { isAboutReferral, referralFor, requestFor, send, type Things } from './requests.ts';

const held = portalForThisFile();
const world: { people?: Record<Person, Caller>; own?: Things; others?: Things } = {};

function at<K extends keyof typeof world>(key: K): NonNullable<(typeof world)[K]> {
  const value = world[key];
  if (value === undefined) throw new Error('The world is laid out in beforeAll');
  return value;
}

beforeAll(async () => {
  const people = await callers(held.portal.origin, PEOPLE);
  const group = await groupOf(people['group-lead']);
  await people['group-lead'].ask('PUT', `/api/services/${group.serviceId}/capacity`, {
    body: { state: 'open', places: 900 },
  });
  const patiently = patience(held.portal, () => Object.values(people));
  const today = () => dayOf(held.portal.clock.now());
  const shropshire = await shropshireGroup(people.nobody);
  const suggestionAbout = (organizationId: OrganizationId) => async (): Promise<SuggestionId> => {
    const body = { organizationId, topic: 'has_closed', text: 'The hall is shut' };
    const made = await patiently(() => people.nobody.post('/api/suggestions', body));
    expect(made.status).toBe(202);
    return (made.json as { id: SuggestionId }).id;
  };
  const form = () => formTokenOf(held.portal, people.nobody);
  const linkFor =
    (subject: OrganizationId, area = 'manchester') =>
    async (purpose: LinkPurpose, to?: { subject: string; holder: string }) =>
      purpose === 'confirm'
        ? (await confirmTokenIn(held.portal, area)).token
        : linkIn(held.portal, { purpose, subject, ...to });
  world.people = people;
  world.own = {
    group,
    referable: group,
    sender: people['link-worker'],
    reader: people.reader,
    lead: people['group-lead'],
    coordinator: people.coordinator,
    suggestion: suggestionAbout(group.groupId),
    patiently,
    today,
    fund: () => fundOf(people.coordinator),
    invites: invitesIn(held.portal),
    member: () => readerIn(held.portal, group.groupId),
    toCheck: () => groupToCheckIn(held.portal),
    link: linkFor(group.groupId),
    form,
  };
  const other = await groupOf(people['new-group']);
  world.others = {
    group: other,
    referable: shropshire,
    sender: people['link-worker-2'],
    reader: undefined,
    lead: undefined,
    coordinator: undefined,
    suggestion: suggestionAbout(shropshire.groupId),
    patiently,
    today,
    fund: () => fundElsewhere(people.nobody),
    invites: invitesIn(held.portal, 'shropshire'),
    member: () => readerIn(held.portal, other.groupId),
    toCheck: () => groupToCheckIn(held.portal, 'shropshire'),
    link: linkFor(shropshire.groupId, 'shropshire'),
    form,
  };
}, 120_000);

const denied = (row: Row, thing: 'own' | 'others') =>
  PEOPLE.filter((person) => expectedCell(row, person, thing) !== 'yes');
const allowed = (row: Row, thing: 'own' | 'others') =>
  PEOPLE.filter((person) => expectedCell(row, person, thing) === 'yes');

describe('the table of expected answers', () => {
  it('has a row for every route there is, and none for a route there is not', () => {
    const declared = new Set(routes.map(({ method, path }) => `${method} ${path}`));
    const expected = new Set(EXPECTED.map(({ route }) => route.replace(/\?.*/, '')));
    expect([...declared].filter((route) => !expected.has(route))).toEqual([]);
    expect([...expected].filter((route) => !declared.has(route))).toEqual([]);
  });
});

describe.each(EXPECTED)('$route', (row) => {
  const things = row.others === undefined ? (['own'] as const) : (['own', 'others'] as const);

  it.each(things)('refuses everybody it should on %s things, and changes nothing', async (thing) => {
    const shared = isAboutReferral(row.route) ? await referralFor(row.route, at(thing)) : undefined;
    const watcher = at(thing).sender;
    const before = shared === undefined ? '' : timeline(await watcher.get(`/api/referrals/${shared}`));
    const answers: string[] = [];
    for (const person of denied(row, thing)) {
      const made = await requestFor(row.route, at(thing), shared);
      const answer = await at(thing).patiently(() => send(at('people')[person], made));
      answers.push(`${person} ${answer.status}`);
    }
    expect(answers).toEqual(
      denied(row, thing).map((person) => `${person} ${expectedCell(row, person, thing)}`),
    );
    if (shared !== undefined) expect(timeline(await watcher.get(`/api/referrals/${shared}`))).toBe(before);
  });

  it.each(things)('lets those in who may on %s things', async (thing) => {
    const wrong: string[] = [];
    for (const person of allowed(row, thing)) {
      // Another area's referral has no reader to take it further: being told "not now" proves the way in.
      const made = await requestFor(row.route, at(thing));
      const caller = await freshCaller(row, person);
      const answer = await at(thing).patiently(() => send(caller, made));
      const letIn = answer.status < 400 || (thing === 'others' && answer.status === 409);
      if (!letIn) wrong.push(`${person} ${answer.status} ${answer.text.slice(0, 200)}`);
    }
    expect(wrong).toEqual([]);
  });
});

/** Signing out ends the session the other rows need, so it is done by somebody signed in anew. */
async function freshCaller(row: Row, person: Person): Promise<Caller> {
  if (row.route !== 'POST /auth/sign-out') return at('people')[person];
  return (await callers(held.portal.origin, [person]))[person];
}

const timeline = (answer: { json: unknown }): string =>
  JSON.stringify((answer.json as { timeline?: unknown } | undefined)?.timeline);
