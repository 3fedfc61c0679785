import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listFor } from '#functions/http/referral-list.ts';
import { jsonLogger } from '#functions/runtime/logger.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { canaries } from '#test/support/referral-request.ts';
import { type StaffWorld, staffWorld } from '#test/support/staff-world.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
}, 30_000);
afterAll(() => engine?.close());

type Row = {
  id: string;
  state: string;
  waitsFor: string | null;
  openedAt: string | null;
  label: string | null;
};
const rowsOf = (answer: { json: { rows: Row[] } }) => answer.json.rows;

/** Two that were answered and two that wait, one of them seen. */
async function withFour(world: StaffWorld) {
  const { reader } = world.people;
  const ids: string[] = [];
  for (let count = 0; count < 4; count += 1) {
    const at = `2026-11-23T08:0${count}:00.000Z`;
    ids.push(await world.sent({ request: world.request(canaries()), at }));
  }
  const [accepted, declined, seen, unseen] = ids;
  const contact = { body: { contactBy: '2026-11-30' } };
  await world.as(reader).sealed(`/api/referrals/${accepted}/accept`, contact);
  const no = { body: { reason: 'outside_area', declinedBy: 'group', comment: null } };
  await world.as(reader).staff('POST', `/api/referrals/${declined}/decline`, no);
  await world.as(reader).staff('POST', `/api/referrals/${seen}/open`);
  return { accepted, declined, seen, unseen };
}

describe('lists', () => {
  test('what waits stands first; what has ended stands apart; the label is the team’s', async () => {
    const world = await staffWorld(engine);
    const { accepted, declined, seen, unseen } = await withFour(world);
    const inbox = rowsOf(await world.as(world.people.reader).get('/api/referrals?view=inbox'));
    expect(inbox.map(({ id }) => id)).toEqual([unseen, seen, accepted]);
    expect(inbox.map((row) => row.waitsFor)).toEqual(['decide', 'decide', null]);
    expect(inbox.map(({ label }) => label)).toEqual([null, null, null]);
    expect(inbox.map(({ openedAt }) => openedAt !== null)).toEqual([false, true, false]);
    const caseload = rowsOf(await world.as(world.people.sender).get('/api/referrals?view=caseload'));
    expect(caseload[0]).toMatchObject({ id: declined, waitsFor: 'find_elsewhere', label: 'Case 12' });
    expect(caseload.map(({ id }) => id).sort()).toEqual([unseen, seen, accepted, declined].sort());
    const ended = rowsOf(await world.as(world.people.reader).get('/api/referrals?view=inbox&closed=1'));
    expect(ended.map(({ id }) => id)).toEqual([declined]);
  });

  test('a declined one stays on the caseload until somebody puts it aside', async () => {
    const world = await staffWorld(engine);
    const { declined } = await withFour(world);
    const idsOf = async (query: string) =>
      rowsOf(await world.as(world.people.sender).get(`/api/referrals?view=caseload${query}`)).map(
        ({ id }) => id,
      );
    expect(await idsOf('&closed=1')).toEqual([]);
    const aside = await world
      .as(world.people.sender)
      .staff('POST', `/api/referrals/${declined}/put-aside`, { body: {} });
    expect(aside).toMatchObject({ status: 200, json: { state: 'declined', id: declined } });
    expect(await idsOf('')).not.toContain(declined);
    expect(await idsOf('&closed=1')).toEqual([declined]);
  });

  test('a caseload is one’s own, the team’s is the manager’s, an inbox the reader’s', async () => {
    const world = await staffWorld(engine);
    await withFour(world);
    const { sender, colleague, manager, reader, lead, coordinator } = world.people;
    const view = async (who: typeof sender, name: string) => world.as(who).get(`/api/referrals?view=${name}`);
    expect(rowsOf(await view(manager, 'team'))).toHaveLength(4);
    expect(rowsOf(await view(manager, 'caseload'))).toHaveLength(0);
    expect(rowsOf(await view(colleague, 'caseload'))).toHaveLength(0);
    for (const [who, name] of [
      [sender, 'team'],
      [colleague, 'team'],
      [sender, 'inbox'],
      [reader, 'caseload'],
      [lead, 'inbox'],
      [coordinator, 'team'],
    ] as const) {
      expect((await view(who, name)).status, `${who.name} ${name}`).toBe(404);
    }
  });

  test('a declined one leaves the group’s list after 30 days and waits in the sender’s', async () => {
    const world = await staffWorld(engine);
    const { declined } = await withFour(world);
    const asked = { cursor: undefined, now: '2026-12-24T09:00:00.000Z' };
    const log = jsonLogger(() => undefined);
    const group = await listFor(
      world.deps,
      { ...asked, closed: true, principal: world.people.reader, view: 'inbox' },
      log,
    );
    const team = await listFor(
      world.deps,
      { ...asked, closed: false, principal: world.people.sender, view: 'caseload' },
      log,
    );
    expect(group.ok && group.value.rows).toEqual([]);
    expect(team.ok && team.value.rows.map(({ id }) => id)).toContain(declined);
  });
});

const minute = (n: number) => `2026-11-23T07:${String(n).padStart(2, '0')}:00.000Z`;
/** So many that live, a minute apart, some at once: on the waiting list, where more of them can stand than wait for an answer. */
async function many(world: StaffWorld, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let from = 0; from < count; from += 7) {
    const some = Array.from({ length: Math.min(7, count - from) }, (_, n) => minute(2 + from + n));
    ids.push(...(await Promise.all(some.map((at) => world.waitListed({ at })))));
  }
  return ids;
}

describe('paging', () => {
  test('puts what waits first over all pages: the oldest of many, once declined, is the first row', async () => {
    const world = await staffWorld(engine, null);
    const { sender, reader } = world.people;
    const [oldest, second] = [await world.sent({ at: minute(0) }), await world.sent({ at: minute(1) })];
    await many(world, 50);
    const no = { body: { reason: 'outside_area', declinedBy: 'group', comment: null } };
    await world.as(reader).staff('POST', `/api/referrals/${oldest}/decline`, no);
    await world.as(reader).staff('POST', `/api/referrals/${second}/ask`, { body: { text: 'Which bus?' } });
    const first = await world.as(sender).get('/api/referrals?view=caseload');
    expect(rowsOf(first)).toHaveLength(50);
    expect(
      rowsOf(first)
        .slice(0, 2)
        .map(({ id, waitsFor }) => [id, waitsFor]),
    ).toEqual([
      [oldest, 'find_elsewhere'],
      [second, 'answer'],
    ]);
    const cursor = encodeURIComponent(first.json.next);
    const rest = await world.as(sender).get(`/api/referrals?view=caseload&cursor=${cursor}`);
    expect(new Set([...rowsOf(first), ...rowsOf(rest)].map(({ id }) => id)).size).toBe(52);
    expect(rest.json.next).toBeNull();
    const inbox = await world.as(reader).get(`/api/referrals?view=inbox&cursor=${cursor}`);
    expect(inbox.status).toBe(400);
  });

  test('goes through every row once, and a cursor serves nobody else', async () => {
    const world = await staffWorld(engine, null);
    const { sender, manager } = world.people;
    const ids = new Set<string>(await many(world, 52));
    const first = await world.as(sender).get('/api/referrals?view=caseload');
    const cursor = encodeURIComponent(first.json.next);
    const second = await world.as(sender).get(`/api/referrals?view=caseload&cursor=${cursor}`);
    expect(second.json.next).toBeNull();
    const seen = [...rowsOf(first), ...rowsOf(second)].map(({ id }) => id);
    expect(seen).toHaveLength(52);
    expect(new Set(seen)).toEqual(ids);
    for (const [who, path] of [
      [manager, `view=caseload&cursor=${cursor}`],
      [manager, `view=team&cursor=${cursor}`],
      [sender, `view=caseload&closed=1&cursor=${cursor}`],
      [sender, 'view=caseload&cursor=nonsense'],
      [sender, `view=caseload&cursor=${Buffer.from('[1,2]').toString('base64url')}`],
    ] as const) {
      expect((await world.as(who).get(`/api/referrals?${path}`)).status, path).toBe(400);
    }
  });
});
