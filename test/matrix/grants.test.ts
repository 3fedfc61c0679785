import { beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '#infra/local/aws/access.ts';
import { dayFromNow } from '#test/support/days.ts';
import { sendReferral } from '#test/support/demonstration.ts';
import { portalForThisFile } from '#test/support/portal.ts';
import { EXPECTED } from './expected.ts';
import { requestFor, send, type Things } from './requests.ts';
import { allowedBy, everyRole, ownThings, type People } from './things.ts';

const held = portalForThisFile();
/** Every route, once, by somebody who may. */
async function everyRoute(people: People, things: Things): Promise<void> {
  for (const { route, own } of EXPECTED) {
    const who = allowedBy(own);
    const made = await requestFor(route, things);
    const answer = await things.patiently(() => send(people[who], made));
    expect(answer.status, `${route} by ${who}: ${answer.text}`).toBeLessThan(400);
    if (route === 'POST /auth/sign-out') await people[who].signIn(who);
  }
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
const NOT_USED_YET: Readonly<Record<string, string>> = {
  'commissioner dynamodb:PutItem EventsTable': 'An export by a commissioner is an event; exports come later.',
  'quarters dynamodb:PutItem EventsTable': QUARTERLY,
  'quarters dynamodb:PutItem InsightTable': QUARTERLY,
  'quarters dynamodb:Query InsightTable': QUARTERLY,
  'retention dynamodb:DeleteItem EventsTable': THREE_YEARS,
  'retention dynamodb:DeleteItem PortalTable': THREE_YEARS,
  'joining dynamodb:UpdateItem PortalTable': READER,
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
  await everyRoute(people, things);
  await portal().clock.settle();
  await anAfternoon(people, things);
  await anOutage(people, things);
  // Room said today is a week old by then, so groups are asked by mail.
  await portal().clock.advance('P8D');
  // And by then what closed is past its time for complaints, referrals have fallen silent.
  await portal().clock.advance('P25D');
}, 400_000);

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
