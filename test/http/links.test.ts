import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { systemSecret } from '#functions/runtime/secrets.ts';
import { findCapacity } from '#functions/store/capacity.ts';
import { findLink, linkUsed, makeLink } from '#functions/store/link-token.ts';
import { DAY_LENGTH } from '#shared/model/civil-time.ts';
import { links as words } from '#shared/text/en/links.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { everything } from '#test/support/everything.ts';
import { ask } from '#test/support/http-world.ts';
import { MANCHESTER, room } from '#test/support/referral-world.ts';
import { staffWorld } from '#test/support/staff-world.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
  return () => engine.close();
});

/** A group whose lead was mailed a room link. */
async function mailed(capacity = room(8)) {
  const world = await staffWorld(engine, capacity);
  const { table, clock } = world.http;
  const to = { purpose: 'room', area: MANCHESTER, subject: world.groupId, holder: 'rosa' } as const;
  const make = (purpose: 'room' | 'outcome' = 'room') =>
    makeLink({ table, secret: systemSecret }, { ...to, purpose }, clock.now());
  const token = await make();
  const get = (of = token) => ask(world.apps.intake, 'GET', `/capacity/${of}`);
  const post = (form: Record<string, string>, of = token) =>
    ask(world.apps.intake, 'POST', `/capacity/${of}`, {
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'idempotency-key': undefined,
        origin: 'null',
      },
      raw: new URLSearchParams(form).toString(),
    });
  const said = async () =>
    (await findCapacity(table, { area: MANCHESTER, id: world.serviceId }))?.value.capacity;
  return { ...world, clock, table, make, token, get, post, said };
}
const eventsOf = async (service: string) =>
  (await everything(engine, 'events')).filter(({ pk }) => pk === `capacity#${service}`);

describe('a room link', () => {
  it('changes nothing when a scanner follows it five times, and then one press has one effect', async () => {
    const world = await mailed();
    const before = await world.said();
    for (let visit = 0; visit < 5; visit += 1) {
      const page = await world.get();
      expect(page.status).toBe(200);
      expect(page.text).toContain(words.room.hint);
    }
    expect(await world.said()).toEqual(before);
    expect(await eventsOf(world.serviceId)).toEqual([]);
    expect((await world.post({ service: world.serviceId, say: 'full' })).text).toContain(words.room.thanks);
    expect((await world.said())?.state).toBe('full');
    const [event, ...more] = await eventsOf(world.serviceId);
    expect(more).toEqual([]);
    expect(JSON.parse(String(event?.['body']))).toMatchObject({ type: 'capacity.stated', actor: 'link' });
  });

  it('says what stood before, and Undo brings back number and date', async () => {
    const world = await mailed();
    const before = await world.said();
    const page = await world.post({ service: world.serviceId, say: 'paused' });
    expect(page.text).toContain('Before, it said: Has room, on 20 November 2026.');
    const undone = await world.post({ service: world.serviceId, say: 'undo' });
    expect(undone.text).toContain(words.room.undone);
    expect(await world.said()).toEqual(before);
  });

  it('takes a button pressed twice for one press, so that Undo still knows what was before', async () => {
    const world = await mailed();
    const before = await world.said();
    await world.post({ service: world.serviceId, say: 'few' });
    world.clock.advance(2000);
    await world.post({ service: world.serviceId, say: 'few' });
    expect(await eventsOf(world.serviceId)).toHaveLength(1);
    await world.post({ service: world.serviceId, say: 'undo' });
    expect(await world.said()).toEqual(before);
  });

  it('does not undo what somebody else has said since', async () => {
    const world = await mailed();
    await world.post({ service: world.serviceId, say: 'full' });
    await world
      .as(world.people.lead)
      .staff('PUT', `/api/services/${world.serviceId}/capacity`, { body: { state: 'open', places: 3 } });
    const late = await world.post({ service: world.serviceId, say: 'undo' });
    expect(late.status).toBe(409);
    expect(late.text).toContain(words.room.tooLate);
    expect(await world.said()).toMatchObject({ state: 'open', places: 3 });
  });

  it('works again and again for 30 days, and not a second longer', async () => {
    const world = await mailed();
    world.clock.advance(30 * DAY_LENGTH - 1000);
    expect((await world.post({ service: world.serviceId, say: 'full' })).status).toBe(200);
    world.clock.advance(1000);
    const late = await world.post({ service: world.serviceId, say: 'open' });
    expect(late.status).toBe(404);
    expect(late.text).toContain(words.expired.title);
    expect(late.text).toContain('/my-group');
    expect((await world.said())?.state).toBe('full');
  });

  it('gives way to a newer one', async () => {
    const world = await mailed();
    const newer = await world.make();
    expect((await world.get()).text).toContain(words.replaced.title);
    expect((await world.post({ service: world.serviceId, say: 'full' })).status).toBe(404);
    expect((await world.get(newer)).status).toBe(200);
  });

  it('does nothing for an activity of another group', async () => {
    const world = await mailed();
    const other = await mailed();
    const answer = await world.post({ service: other.serviceId, say: 'full' });
    expect(answer.status).toBe(404);
    expect((await other.said())?.state).toBe('open');
  });

  it('answers a press that does not fit with the page and a sentence', async () => {
    const world = await mailed();
    const odd = await world.post({ service: world.serviceId, say: 'perhaps' });
    expect(odd.status).toBe(422);
    expect(odd.text).toContain('Choose how much room there is');
    expect(odd.text).toContain(words.room.hint);
  });
});

describe('a token that leads nowhere', () => {
  it.each(['x', systemSecret(), randomUUID()])(
    '%s gets a page that helps and names whom to ring',
    async (token) => {
      const world = await mailed();
      const page = await world.get(token);
      expect(page.status).toBe(404);
      expect(page.text).toContain(words.unknown.title);
      expect(page.text).toContain('0161 496 0110');
    },
  );

  it('of another kind of link is not known here', async () => {
    const world = await mailed();
    expect((await world.get(await world.make('outcome'))).text).toContain(words.unknown.title);
  });

  it('is in no log, nor is the hash the token itself', async () => {
    const world = await mailed();
    await world.get();
    await world.post({ service: 'x', say: 'full' });
    expect(world.http.lines.join('\n')).not.toContain(world.token);
    expect(JSON.stringify(await everything(engine, 'sessions'))).not.toContain(world.token);
  });
});

describe('a link that works once', () => {
  it('is used by exactly one of two who press at the same moment', async () => {
    const world = await mailed();
    const token = await world.make('outcome');
    const { table, clock } = world;
    const found = await findLink(table, token, clock.now());
    if (found?.life !== 'live') throw new Error('The link was just made');
    const uses = await Promise.all([1, 2, 3].map(() => table.write(linkUsed(found.link, clock.now()))));
    expect(uses.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await findLink(table, token, clock.now()))?.life).toBe('used');
  });
});
