import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { revealContact } from '#functions/commands/reveal-contact.ts';
import { waitsFor } from '#functions/domain/referral/waiting.ts';
import { systemIds } from '#functions/runtime/ids.ts';
import { systemNonce } from '#functions/runtime/secrets.ts';
import { runReferralTimers } from '#functions/schedules/referral-timers.ts';
import { areaLookup } from '#functions/store/area.ts';
import { isDone } from '#functions/store/done.ts';
import { historyOf } from '#functions/store/history.ts';
import { listOpenings } from '#functions/store/opening.ts';
import { listReferrals } from '#functions/store/referral-listing.ts';
import { DEMO_GROUP } from '#infra/operator/seed/demonstration-groups.ts';
import { PEOPLE, SCHEMES } from '#infra/operator/seed/people.ts';
import { seedReferrals } from '#infra/operator/seed/referrals.ts';
import { DAY_LENGTH, later } from '#shared/model/civil-time.ts';
import type { Referral } from '#shared/model/referral.ts';
import type { TestEngine } from '#test/support/engine.ts';
import { everything } from '#test/support/everything.ts';
import { memoryKeyService } from '#test/support/key-service.ts';
import { MANCHESTER } from '#test/support/referral-world.ts';
import { SEED_NOW as NOW, seededEngine } from '#test/support/seeded.ts';

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
async function caseload(): Promise<Referral[]> {
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
const events = async () =>
  (await Promise.all((await caseload()).map(({ id }) => historyOf(laid('engine').table, id)))).flat();

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

  test('is really sealed, and made once however often it is seeded', async () => {
    const before = (await caseload()).length;
    expect(await seedReferrals({ deps: laid('deps'), now: NOW })).toBe(before);
    expect(await caseload()).toHaveLength(before);
    const reader = PEOPLE.find(({ principal }) => principal.email.startsWith('reader@'))?.principal;
    const accepted = (await inbox()).find(({ state }) => state === 'accepted');
    if (reader === undefined || accepted === undefined) throw new Error('The seed has changed');
    const shown = await revealContact(laid('deps'), {
      principal: reader,
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
