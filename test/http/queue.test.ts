import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { QueueRow } from '#shared/api/queue.ts';
import { DAY_LENGTH } from '#shared/model/civil-time.ts';
import { QueueKind } from '#shared/model/task.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { everything } from '#test/support/everything.ts';
import { type QueueWorld, queueWorld } from '#test/support/queue-world.ts';
import { canaries } from '#test/support/referral-request.ts';

let engine: TestEngine;
let world: QueueWorld;
beforeEach(async () => {
  engine = await startEngine();
  world = await queueWorld(engine);
});
afterEach(() => engine.close());

describe('the coordinator’s queue', () => {
  test('holds everything in the order of harm, with a number to ring and a day by which', async () => {
    await world.missing(['food']);
    await world.doubted();
    await world.toCheck();
    await world.reported();
    await world.runningOut(10);
    const idle = await world.accepted();
    const silent = await world.nudged('coordinator_rings');
    const back = await world.handedBack();
    const answer = await world.queue();
    expect(answer.rows.map(({ kind }: QueueRow) => kind)).toEqual(
      QueueKind.options.filter((kind) => kind !== 'lapsed'),
    );
    expect(answer.counts).toEqual(answer.rows.map(({ kind }: QueueRow) => ({ kind, count: 1 })));
    expect(answer.rows).toMatchObject([
      { id: `unowned-${back}`, danger: true, ring: { name: 'Tomasz Reed', phone: expect.any(String) } },
      {
        id: `silence-${silent}`,
        groupName: 'Marigold Corner',
        teamName: 'Canal Basin link workers',
        ring: { phone: '0161 496 0120', times: 'Mornings' },
        endsAt: '2026-12-07T17:00:00.000Z',
        waitUntil: '2026-12-07T17:00:00.000Z',
      },
      { text: 'The hall is shut', ring: { phone: '0161 496 0120' } },
      { leadName: 'Bea Hollin', email: 'kite@demo.example', waitUntil: '2026-11-30T17:00:00.000Z' },
      { groupName: 'Marigold Corner', validUntil: '2026-12-03T09:00:00.000Z' },
      { title: 'Kettle and Chairs Fund', why: 'doubted' },
      { id: `idle-${idle}`, ring: { name: 'Tomasz Reed' } },
      { need: 'food', councilName: 'Manchester', notes: 1 },
    ]);
    expect((await world.rows('?kind=check')).map(({ kind }) => kind)).toEqual(['check']);
  });

  test('says nothing of the person, anywhere', async () => {
    const who = canaries();
    const id = await world.nudged('coordinator_rings', world.request(who));
    await world.settle(`silence-${id}`, 'will_answer');
    await world.reopen(`silence-${id}`);
    const said = JSON.stringify([
      await world.queue(),
      await world.done(),
      (await everything(engine, 'portal')).filter(({ pk }) => /#(task|handled)#/.test(pk)),
      (await everything(engine, 'events')).filter(({ pk }) => pk.startsWith('task#')),
    ]);
    for (const secret of [who.name, who.surname, who.phone, who.note]) expect(said).not.toContain(secret);
    expect(said).not.toMatch(/Fallowfield|E05011361|"needs"/);
  });

  test('is nobody’s but the coordinators’ of the area', async () => {
    const id = await world.nudged('coordinator_rings');
    for (const who of ['lead', 'sender', 'manager', 'reader', 'commissioner'] as const) {
      expect((await world.who(who).get('/api/moderation/queue')).status).toBe(404);
      expect((await world.who(who).get('/api/moderation/done')).status).toBe(404);
      expect((await world.settle(`silence-${id}`, 'will_answer', who)).status).toBe(404);
    }
    expect((await world.settle(`silence-${randomUUID()}`, 'will_answer')).status).toBe(404);
    expect((await world.settle('silence-x', 'will_answer')).status).toBe(404);
  });

  test('is paged over all kinds, nothing twice and nothing left out', async () => {
    const own = await Promise.all(Array.from({ length: 60 }, world.toCheck));
    await world.nudged('coordinator_rings');
    await world.missing(['food', 'money']);
    const first = await world.queue();
    expect(first.rows).toHaveLength(50);
    expect(first.counts).toContainEqual({ kind: 'check', count: 60 });
    const second = await world.queue(`?cursor=${first.next}`);
    expect(second).toMatchObject({ next: null, counts: null });
    const seen = [...first.rows, ...second.rows].map(({ id }) => id);
    expect(new Set(seen).size).toBe(63);
    for (const id of own) expect(seen).toContain(id);
    expect((await world.who('coordinator').get('/api/moderation/queue?cursor=bm8')).status).toBe(400);
    expect((await world.who('coordinator').get('/api/moderation/queue?kind=person')).status).toBe(422);
  });
});

describe('what has been done', () => {
  test('leaves the queue with its event and stands in the history; once said is enough', async () => {
    const id = `silence-${await world.nudged('coordinator_rings')}`;
    expect((await world.settle(id, 'will_answer')).json).toEqual({ id, comesBack: null });
    expect((await world.settle(id, 'will_answer')).status).toBe(200);
    expect(await world.ids()).toEqual([]);
    expect(await world.done()).toMatchObject([
      {
        kind: 'silence',
        about: 'Marigold Corner',
        byName: 'Sunil Grange',
        outcome: 'will_answer',
        taskId: id,
      },
    ]);
    const events = (await everything(engine, 'events')).filter(({ type }) => type === 'task.settled');
    expect(events).toHaveLength(1);
  });

  test('by two at once is done by one; the other is told by whom', async () => {
    const id = `silence-${await world.nudged('coordinator_rings')}`;
    const answers = await Promise.all([
      world.settle(id, 'will_answer', 'coordinator'),
      world.settle(id, 'cannot_take', 'coordinator2'),
    ]);
    const statuses = answers.map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, 409]);
    const [winner, loser] = statuses[0] === 200 ? ['Sunil Grange', answers[1]] : ['Mab Orton', answers[0]];
    expect(loser?.json).toMatchObject({ code: 'done_already', detail: expect.stringContaining(winner) });
    expect(await world.done()).toHaveLength(1);
  });

  test.each(['check', 'report'] as const)(
    'of a %s tells the second coordinator who was first',
    async (kind) => {
      const path =
        kind === 'check'
          ? `/api/moderation/groups/${await world.toCheck()}/check`
          : `/api/moderation/suggestions/${await world.reported()}/resolve`;
      const body = kind === 'check' ? { how: 'visited', note: '' } : { how: 'group_told' };
      const answers = await Promise.all(
        (['coordinator', 'coordinator2'] as const).map((who) => world.who(who).staff('POST', path, { body })),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      const late = answers.find(({ status }) => status === 409);
      expect(late?.json).toMatchObject({
        code: 'done_already',
        detail: expect.stringMatching(/Sunil Grange|Mab Orton/),
      });
      expect(await world.ids()).toEqual([]);
      expect((await world.done()).map((line: { kind: string }) => line.kind)).toEqual([kind]);
    },
  );

  test('can be put back, and what was not reached comes back by itself', async () => {
    const id = `silence-${await world.nudged('coordinator_rings')}`;
    await world.settle(id, 'cannot_take');
    expect((await world.reopen(id)).status).toBe(200);
    expect((await world.reopen(id)).status).toBe(200);
    expect(await world.ids()).toEqual([id]);
    const back = await world.settle(id, 'not_reached');
    expect(back.json.comesBack).toBe('2026-11-24T09:00:00.000Z');
    expect(await world.ids()).toEqual([]);
    world.pass(DAY_LENGTH);
    expect(await world.rows()).toMatchObject([
      { id, last: { byName: 'Sunil Grange', outcome: 'not_reached' } },
    ]);
    expect((await world.done()).map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'not_reached',
      'reopened',
      'cannot_take',
    ]);
  });

  test('is said with an outcome of its own kind, or kept with a reason', async () => {
    const id = `silence-${await world.nudged('coordinator_rings')}`;
    const wrong = await world.settle(id, 'passed_on');
    expect(wrong).toMatchObject({ status: 422, json: { fields: [{ id: 'outcome' }] } });
    expect(await world.ids()).toEqual([id]);
  });

  test('for a fund is a comparison with its source', async () => {
    const id = await world.doubted();
    expect(await world.kinds()).toEqual(['grant']);
    expect(
      (await world.who('coordinator').staff('POST', `/api/grants/${id}/check`, { body: {} })).status,
    ).toBe(200);
    expect(await world.kinds()).toEqual([]);
    expect(await world.done()).toMatchObject([{ kind: 'grant', about: 'Kettle and Chairs Fund' }]);
    world.pass(91 * DAY_LENGTH);
    expect(await world.rows()).toMatchObject([{ kind: 'grant', why: 'old' }]);
  });
});
