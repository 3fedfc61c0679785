import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '#infra/local/aws/access.ts';
import { Caller } from '#test/support/caller.ts';
import { dayFromNow } from '#test/support/days.ts';
import { sendReferral } from '#test/support/demonstration.ts';
import { againstRules } from '#test/support/kinds.ts';
import { portalForThisFile } from '#test/support/portal.ts';
import { foundIn, listen, type Traces } from '#test/support/traces.ts';
import { EXPECTED } from './expected.ts';
import { type Canary, canaryOf, groupsOf, planted, STEMS } from './planting.ts';
import { requestFor, send, type Things } from './requests.ts';
import { allowedBy, endpointOf, everyRole, ownThings, type People, type Who } from './things.ts';
import { TYPED } from './typed-fields.ts';

const held = portalForThisFile();
/** What was typed where, what was seen pass, and what there was to be found on two days. */
const seen: {
  typed: Canary[];
  told: string[];
  queued: string[];
  traces: Traces[];
  ruled: string[];
  client?: DynamoDBClient;
} = { ruled: [], typed: [], told: [], queued: [], traces: [] };
type Listening = ReturnType<typeof listen>;
type Asking = { people: People; things: Things; heard: Listening['heard'] };

/** The group says yes to somebody who was sent by name, before the sender takes anything back, and looks at who it is. */
async function whoTheyAre(sent: unknown, { people, heard }: Pick<Asking, 'people' | 'heard'>): Promise<void> {
  const at = `/api/referrals/${Object(sent).id}`;
  heard(await people.reader.post(`${at}/accept`, { contactBy: dayFromNow(7) }));
  const revealed = await people.reader.post(`${at}/reveal`);
  heard(revealed);
  seen.told.push(revealed.text);
}

/** One route by somebody who may, with words of its own in every field in which people type. */
async function asked(route: string, who: Who, { people, things, heard }: Asking): Promise<void> {
  const endpoint = endpointOf(route);
  for (const canaries of groupsOf(endpoint)) {
    const made = planted(await requestFor(route, things), endpoint, canaries);
    const answer = await things.patiently(() => send(people[who], made));
    expect(answer.status, `${route} by ${who}: ${answer.text}`).toBeLessThan(400);
    heard(answer);
    seen.typed.push(...canaries);
    if (endpoint.id === 'referral.create') await whoTheyAre(answer.json, { people, heard });
  }
}

const SAFEGUARDING = 'PUT /api/groups/{groupId}/safeguarding';
/** Every route, once. */
async function everyRoute(asking: Asking): Promise<void> {
  for (const { route, own } of EXPECTED) {
    const who = allowedBy(own);
    await asked(route, who, asking);
    if (route === 'POST /auth/sign-out') await asking.people[who].signIn(who);
  }
  // Others have answered in its place meanwhile.
  await asked(SAFEGUARDING, 'group-lead', asking);
}

/** Somebody follows the link that was mailed to an address, gives their name there and signs in with it. */
async function comesIn(path: 'confirm' | 'invite', by: string, { heard }: Listening): Promise<void> {
  const email = canaryOf(by);
  const mail = held.portal.mail.list().findLast(({ to }) => to.includes(email));
  const link = new RegExp(`/${path}/[A-Za-z0-9_-]{43}`).exec(mail?.text ?? '')?.[0];
  expect(link, `a link to ${by}`).toBeDefined();
  const newcomer = new Caller(held.portal.origin, email);
  const form = {
    name: canaryOf(`${path}.press name`),
    ...(path === 'invite' && { phone: canaryOf('invite.press phone') }),
  };
  heard(await newcomer.get(`${link}`));
  const pressed = await newcomer.ask('POST', `${link}`, { form });
  expect(pressed.status, pressed.text).toBeLessThan(400);
  heard(pressed);
  await newcomer.signIn(email);
}

/** People stay signed in while they work; somebody takes back the agreement; an activity closes and opens. */
async function anAfternoon(people: People, things: Things): Promise<void> {
  const { group, patiently } = things;
  await held.portal.clock.advance('PT10M');
  await people.reader.get('/api/referrals?view=inbox');
  await people.commissioner.get('/api/insight/supply');
  const { id } = await sendReferral(people['link-worker'], group.serviceId, patiently);
  await people.reader.post(`/api/referrals/${id}/accept`, { contactBy: dayFromNow(7) });
  const withdrawal = { reason: 'person_asked', agreementWithdrawn: true };
  await people['link-worker'].post(`/api/referrals/${id}/withdraw`, withdrawal);
  await closing(people, things, 'closed');
  await held.portal.clock.settle();
  await closing(people, things, 'active');
  await held.portal.clock.settle();
}

/** The lead closes the activity, or opens it again. */
async function closing(people: People, things: Things, status: 'closed' | 'active'): Promise<void> {
  const { method, path, body } = await requestFor('PATCH /api/services/{serviceId}', things);
  const answer = await people['group-lead'].ask(method, path, { body: { ...Object(body), status } });
  expect(answer.status, answer.text).toBe(200);
}

/** A mail outage, and a while in which nobody reads the stream: what the sweeper and a second try are for. */
async function anOutage(people: People, { group, patiently }: Things): Promise<void> {
  const { portal } = held;
  portal.setOutage('ses', true);
  await sendReferral(people['link-worker'], group.serviceId, patiently);
  await portal.clock.settle();
  portal.setOutage('ses', false);
  await portal.stopStreams();
  await sendReferral(people['link-worker'], group.serviceId, patiently);
  await portal.clock.advance('PT30M');
  portal.startStreams();
  await portal.clock.settle();
}

/** Rights that no route asks for yet. A right that comes into use leaves this list; a new one needs a reason. */
const LEAVING = 'A group or activity leaves the list by a moderator’s decision, which has no route yet.';
const QUARTERLY = 'A quarter is frozen four times a year; the journey of gaps moves the clock past one.';
const THREE_YEARS =
  'A referral is forgotten after three years; test/workers/retention.test.ts waits for them.';
const READER =
  'A group whose first reader comes by an invitation is brought in step; test/http/invites.test.ts has one.';
const ELSEWHERE =
  'All referrals here go to the group’s first activity, beside whose room its offers are counted; to another one the standing is checked by itself.';
const NOT_USED_YET: Readonly<Record<string, string>> = {
  'quarters dynamodb:PutItem EventsTable': QUARTERLY,
  'quarters dynamodb:PutItem InsightTable': QUARTERLY,
  'quarters dynamodb:Query InsightTable': QUARTERLY,
  'retention dynamodb:DeleteItem EventsTable': THREE_YEARS,
  'retention dynamodb:DeleteItem PortalTable': THREE_YEARS,
  'joining dynamodb:UpdateItem PortalTable': READER,
  'sealed dynamodb:ConditionCheckItem PortalTable': ELSEWHERE,
  'staff dynamodb:PutItem SessionsTable':
    'Somebody who loses a right while signed in has their list of sessions shortened; nobody here does.',
  'projector dynamodb:DeleteItem DirectoryTable': LEAVING,
  'dispatcher dynamodb:DeleteItem DirectoryTable': LEAVING,
  'sweeper dynamodb:DeleteItem DirectoryTable': LEAVING,
};

const portal = () => held.portal;
const short = ({ callerName, action, resource }: Grant): string =>
  `${callerName.replace('portal-local-', '')} ${action} ${resource.replace(/.*portal-local-(state|service)-/, '').replace(/[0-9A-F]{8}$/, '')}`;

beforeAll(async () => {
  const people = await everyRole(portal());
  const things = await ownThings(portal(), people);
  const client = new DynamoDBClient({
    endpoint: portal().engineUrl,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  seen.client = client;
  const listening = listen(portal(), client, STEMS);
  const asking = { people, things, heard: listening.heard };
  await everyRoute(asking);
  for (const field of ['preferredName', 'surname', 'channel.phone', 'channel.email', 'safeContactNote'])
    expect(seen.told.join()).toContain(canaryOf(`referral.create person.${field}`));
  await portal().clock.settle();
  for (const by of ['registration.create email', 'registration.form email'])
    await comesIn('confirm', by, listening);
  await comesIn('invite', 'invite.create email', listening);
  await portal().clock.settle();
  seen.traces.push(await listening.traces());
  seen.ruled.push(...againstRules(listening.items(), portal().clock.now()));
  await anAfternoon(people, things);
  await anOutage(people, things);
  // Room said today is a week old by then, so groups are asked by mail.
  await portal().clock.advance('P8D');
  // And by then what closed is past its time for complaints, referrals have fallen silent.
  await portal().clock.advance('P25D');
  seen.traces.push(await listening.traces());
  seen.ruled.push(...againstRules(listening.items(), portal().clock.now()));
  seen.queued = listening.queued();
  listening.stop();
}, 400_000);
afterAll(() => seen.client?.destroy());

describe('the rights of the functions', () => {
  it('are enough for every route and all that follows from it', () => {
    expect(
      portal()
        .refusals()
        .map(({ message }) => message),
    ).toEqual([]);
  });

  it('are used, every one, but for those with a reason', () => {
    // A function whose writes have a reason above has the same reason for the keys of those tables.
    const unused = portal()
      .unusedGrants()
      .map(short)
      .filter((name) => !name.startsWith('quarters kms:'));
    expect(unused.sort()).toEqual(Object.keys(NOT_USED_YET).sort());
  });
});

describe('what people type', () => {
  it('was typed in every field of every route that takes words, and was taken', () => {
    expect(new Set(seen.typed.map(({ field }) => field))).toEqual(new Set(Object.keys(TYPED)));
  });

  it('is found where it belongs, and in no other table, mail, address, log, stream or queue', () => {
    const wrong = seen.typed.flatMap(({ field, typed }) => {
      const found = new Set(seen.traces.flatMap((traces) => foundIn(traces, typed)));
      const { goes = [], may = [] } = TYPED[field] ?? {};
      const belongs = new Set<string>([...goes, ...may]);
      return [
        ...[...found].filter((place) => !belongs.has(place)).map((place) => `${field} is in ${place}`),
        ...goes.filter((place) => !found.has(place)).map((place) => `${field} is not in ${place}`),
      ];
    });
    expect(wrong).toEqual([]);
  });

  it('and whatever else is kept has a rule of retention, and carries its end as the rule says', () => {
    expect([...new Set(seen.ruled)]).toEqual([]);
  });

  it('could have been found: queues, streams, logs and mails were heard', () => {
    expect(seen.queued.length).toBeGreaterThan(20);
    for (const place of ['stream', 'log', 'mail', 'mail to', 'address', 'events', 'audit', 'insight'])
      expect(seen.traces.at(-1)?.get(place)?.length, place).toBeGreaterThan(100);
  });
});
