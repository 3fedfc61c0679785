import { randomUUID } from 'node:crypto';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, callers } from '#test/support/caller.ts';
import { type DemoGroup, groupOf, sendReferral } from '#test/support/demonstration.ts';
import { portalForThisFile } from '#test/support/portal.ts';
import { referralRequest } from '#test/support/referral-request.ts';

const held = portalForThisFile();
const PEOPLE = ['nobody', 'link-worker', 'group-lead'] as const;
const world: {
  people?: Record<(typeof PEOPLE)[number], Caller>;
  group?: DemoGroup;
  client?: DynamoDBClient;
} = {};

function laid<K extends keyof typeof world>(key: K): NonNullable<(typeof world)[K]> {
  const value = world[key];
  if (value === undefined) throw new Error('The world is laid out in beforeAll');
  return value;
}

beforeAll(async () => {
  world.people = await callers(held.portal.origin, PEOPLE);
  world.group = await groupOf(world.people['group-lead']);
  world.client = new DynamoDBClient({
    endpoint: held.portal.engineUrl,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
}, 120_000);
afterAll(() => world.client?.destroy());

const mails = () => held.portal.mail.list().length;
const places = async (): Promise<unknown> => {
  const { json } = await laid('people').nobody.get(`/api/groups/${laid('group').groupId}`);
  const { services } = json as { services: { id: string; room: { places: number } }[] };
  return services.find(({ id }) => id === laid('group').serviceId)?.room.places;
};

describe('what follows a change', () => {
  it('follows from the stream alone: with it stopped there is no mail and no change of the listing', async () => {
    const { portal } = held;
    await portal.clock.settle();
    const [before, room] = [mails(), await places()];
    await portal.stopStreams();
    await sendReferral(laid('people')['link-worker'], laid('group').serviceId);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(mails()).toBe(before);
    expect(await places()).toBe(room);
    portal.startStreams();
    await portal.clock.settle();
    expect(mails()).toBeGreaterThan(before);
    expect(await places()).toBe(Number(room) - 1);
  });

  it('is driven again by the sweeper when the stream never brought it', async () => {
    const { portal } = held;
    await portal.clock.settle();
    const before = mails();
    await portal.stopStreams();
    await sendReferral(laid('people')['link-worker'], laid('group').serviceId);
    await portal.clock.advance('PT30M').catch(() => undefined);
    await expect.poll(mails, { timeout: 30_000 }).toBeGreaterThan(before);
    portal.startStreams();
    await portal.clock.settle();
    await signInAgain();
  });

  it('puts a poisoned record aside and lets the others pass', async () => {
    const { portal } = held;
    const aggregate = `referral#${randomUUID()}`;
    await laid('client').send(
      new PutItemCommand({
        TableName: portal.tableName('events'),
        Item: {
          pk: { S: aggregate },
          sk: { S: '0000000001' },
          schema: { N: '1' },
          slot: { S: 'manchester#2026-11-23T09:0' },
          at: { S: '2026-11-23T09:00:00.000Z#x' },
          type: { S: 'referral.sent' },
          body: { S: '{"this is": "no event"}' },
        },
      }),
    );
    const before = mails();
    await sendReferral(laid('people')['link-worker'], laid('group').serviceId);
    await expect.poll(mails, { timeout: 60_000 }).toBeGreaterThan(before);
    await expect
      .poll(() => Object.values(portal.deadLetters()).flat().length, { timeout: 90_000 })
      .toBeGreaterThan(0);
  }, 180_000);
});

describe('a request sent twice', () => {
  it('has one effect and the same answer; the same key with another body is refused', async () => {
    const [key, sender] = [randomUUID(), laid('people')['link-worker']];
    const body = referralRequest(laid('group').serviceId);
    const [first, second] = [
      await sender.post('/api/referrals', body, { key }),
      await sender.post('/api/referrals', body, { key }),
    ];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.json).toEqual(first.json);
    const other = await sender.post('/api/referrals', { ...body, origin: 'pharmacy' }, { key });
    expect(other.status).toBe(422);
    expect(other.json).toMatchObject({ code: 'key_reused' });
  });
});

async function signInAgain(): Promise<void> {
  for (const caller of Object.values(laid('people')))
    if (caller.name !== 'nobody') await caller.signIn(caller.name);
}
