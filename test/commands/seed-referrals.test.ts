import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { revealContact } from '#functions/commands/reveal-contact.ts';
import { waitsFor } from '#functions/domain/referral/waiting.ts';
import { rowsOf } from '#functions/http/queue-rows.ts';
import { systemIds } from '#functions/runtime/ids.ts';
import { systemNonce } from '#functions/runtime/secrets.ts';
import { runReferralTimers } from '#functions/schedules/referral-timers.ts';
import { areaLookup } from '#functions/store/area.ts';
import { findCapacity } from '#functions/store/capacity.ts';
import { isDone } from '#functions/store/done.ts';
import { listEvidence } from '#functions/store/evidence.ts';
import { listHandled } from '#functions/store/handled.ts';
import { historyOf } from '#functions/store/history.ts';
import { listOpenings } from '#functions/store/opening.ts';
import { listPlaces } from '#functions/store/queue.ts';
import { listReferrals } from '#functions/store/referral-listing.ts';
import { gatherEvidence } from '#functions/workers/gather-evidence.ts';
import { DEMO_GROUP } from '#infra/operator/seed/demonstration-groups.ts';
import { PEOPLE, SCHEMES } from '#infra/operator/seed/people.ts';
import { seedReferrals } from '#infra/operator/seed/referrals.ts';
import { demonstration } from '#infra/operator/seed/world.ts';
import { DAY_LENGTH, dayOf, later } from '#shared/model/civil-time.ts';
import { quarterOf } from '#shared/model/quarter.ts';
import type { Referral } from '#shared/model/referral.ts';
import type { Principal } from '#shared/model/roles.ts';
import { QueueKind } from '#shared/model/task.ts';
import type { TestEngine } from '#test/support/engine.ts';
import { everything } from '#test/support/everything.ts';
import { memoryKeyService } from '#test/support/key-service.ts';
import { MANCHESTER } from '#test/support/referral-world.ts';
import { SEED_NOW as NOW, SEED_DAY, seededEngine } from '#test/support/seeded.ts';

const world: { engine?: TestEngine; deps?: Parameters<typeof seedReferrals>[0]['deps'] } = {};
const laid = <K extends keyof typeof world>(key: K): NonNullable<(typeof world)[K]> => {
  const value = world[key];
  if (value === undefined) throw new Error('The world is laid out in beforeAll');
  return value;
};

beforeAll(async () => {
  world.engine = await seededEngine();
  const { table } = world.engine;
  world.deps = {
    table,
    ids: systemIds,
    areas: areaLookup(table, () => NOW),
    keys: memoryKeyService(),
    nonce: systemNonce,
  };
  await seedReferrals({ deps: world.deps, now: NOW });
}, 60_000);
afterAll(() => world.engine?.close());

const inbox = async (): Promise<Referral[]> => {
  const of = { area: MANCHESTER, of: 'inbox', organization: DEMO_GROUP } as const;
  return (await listReferrals(laid('engine').table, of, { limit: 50 })).rows.map(({ value }) => value);
};
async function team(): Promise<Referral[]> {
  const [scheme] = SCHEMES;
  if (scheme === undefined) throw new Error('There is no team');
  const pages = await Promise.all(
    [true, false].map((live) => {
      const of = { area: MANCHESTER, of: 'caseload', scheme: scheme.id, live } as const;
      return listReferrals(laid('engine').table, of, { limit: 50 });
    }),
  );
  return pages.flatMap(({ rows }) => rows.map(({ value }) => value));
}
const personNamed = (email: string): Principal => {
  const found = PEOPLE.find(({ principal }) => principal.email === `${email}@demo.example`);
  if (found === undefined) throw new Error('The seed has changed');
  return found.principal;
};
const caseload = async () =>
  (await team()).filter(({ sender }) => sender.userId === personNamed('link-worker').userId);
const events = async () =>
  (await Promise.all((await team()).map(({ id }) => historyOf(laid('engine').table, id)))).flat();

describe('the caseload of the demonstration', () => {
  test('has one of each for the link worker to do, and exactly two new for the reader', async () => {
    const waits = (await caseload()).flatMap((one) => waitsFor(one, 'sender', NOW) ?? []);
    expect(waits.sort()).toEqual(['find_elsewhere', 'find_owner', 'first_visit', 'no_answer']);
    const unanswered = (await inbox()).filter(({ state }) => state === 'sent');
    expect(unanswered).toHaveLength(2);
    const opened = await listOpenings(
      laid('engine').table,
      unanswered.map(({ id }) => id),
    );
    expect(opened.size).toBe(0);
  });

  test('leaves the group the room it says it has, less one place for each of the two new', async () => {
    const rooms = [...(demonstration(SEED_DAY).groups[0]?.capacities.keys() ?? [])].map((id) =>
      findCapacity(laid('engine').table, { area: MANCHESTER, id }),
    );
    const places = (await Promise.all(rooms)).map((room) => room?.value.capacity?.places);
    expect(places).toEqual([6, 2]);
  });

  test('is really sealed, and made once however often it is seeded', async () => {
    const before = (await team()).length;
    expect(await seedReferrals({ deps: laid('deps'), now: NOW })).toBe(before);
    expect(await team()).toHaveLength(before);
    const accepted = (await inbox()).find(({ state }) => state === 'accepted');
    if (accepted === undefined) throw new Error('The seed has changed');
    const shown = await revealContact(laid('deps'), {
      principal: personNamed('reader'),
      referralId: accepted.id,
      at: NOW,
    });
    expect(shown).toMatchObject({ ok: true, value: { preferredName: 'Farida' } });
  });

  test('mails nobody about what was long ago; what came in today is news', async () => {
    const told = (await events()).filter(({ type }) => type.startsWith('referral.'));
    const news: string[] = [];
    for (const { id, type, at } of told)
      if (!(await isDone(laid('engine').table, 'mail', id))) news.push(`${type} ${at.slice(0, 10)}`);
    expect(news).toEqual(['referral.sent 2026-11-23', 'referral.sent 2026-11-23']);
  });

  test('gives a coordinator each kind of thing to do on the first day, few of each', async () => {
    const { table } = laid('engine');
    const settings = await laid('deps').areas(MANCHESTER);
    const places = (
      await listPlaces(table, { area: MANCHESTER, now: NOW, kind: undefined, after: undefined, most: 50 })
    ).flat();
    const rows = await rowsOf({ table, settings, now: NOW }, places);
    expect(rows).toHaveLength(places.length);
    const counts = Map.groupBy(rows, ({ kind }) => kind);
    expect([...counts.keys()]).toEqual(QueueKind.options);
    for (const [kind, of] of counts) expect(of.length, kind).toBeLessThan(8);
    for (const kind of ['unowned', 'silence', 'report', 'check', 'idle'] as const)
      expect(counts.get(kind), kind).toHaveLength(1);
    const [silence] = rows.filter((row) => row.kind === 'silence');
    expect(silence?.endsAt?.slice(0, 10)).toBe('2026-11-23');
    expect(silence?.ring.phone).toMatch(/\d/);
    const { rows: done } = await listHandled(table, { area: MANCHESTER, month: '2026-11', limit: 5 });
    expect(done.map(({ kind, outcome }) => `${kind} ${outcome}`)).toEqual(['silence will_answer']);
  });

  test('shows in the evidence what was declined, ran out and was handed back', async () => {
    const { table } = laid('engine');
    for (const event of await events()) await gatherEvidence(table, event);
    const counted = (await listEvidence(table, MANCHESTER, quarterOf(dayOf(NOW))))
      .filter(({ kind }) => kind !== 'unmet' && kind !== 'introduced')
      .map(({ kind, need, cause }) => `${kind} ${need} ${cause}`);
    expect(counted).toEqual(
      expect.arrayContaining([
        'declined moving cannot_meet_access_need',
        'expired company unresponsive',
        'handed_back company none',
      ]),
    );
  });

  test('was reminded as if the timers had run: those of today tell nobody again, and go on from there', async () => {
    const { table } = laid('engine');
    const nudges = async () =>
      (await everything(laid('engine'), 'events')).filter(({ type }) => type === 'referral.nudged').length;
    const before = await nudges();
    expect(before).toBeGreaterThan(4);
    await runReferralTimers({ table, ids: systemIds, now: () => NOW });
    expect(await nudges()).toBe(before);
    const silent = (await caseload()).find(
      ({ state, organizationId }) => state === 'sent' && organizationId !== DEMO_GROUP,
    );
    const after = later(NOW, 4 * DAY_LENGTH);
    await runReferralTimers({ table, ids: systemIds, now: () => after });
    const ended = (await caseload()).find(({ id }) => id === silent?.id);
    expect(['sent', 'expired']).toContain(ended?.state);
    expect(await nudges()).toBeGreaterThan(before);
  });
});
