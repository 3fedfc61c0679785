import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { acceptReferral } from '#functions/commands/accept-referral.ts';
import { answerAbout, askAbout, handBackReferral, waitList } from '#functions/commands/care-referral.ts';
import type { Asked } from '#functions/commands/change-referral.ts';
import { declineReferral } from '#functions/commands/decline-referral.ts';
import { markOf } from '#functions/commands/mark.ts';
import { resendReferral } from '#functions/commands/resend-referral.ts';
import { endByTime } from '#functions/commands/time-referral.ts';
import { withdrawReferral } from '#functions/commands/withdraw-referral.ts';
import { MOST_OFFERS } from '#functions/domain/referral/offers.ts';
import { capacityItem, findCapacity } from '#functions/store/capacity.ts';
import { organizationItem } from '#functions/store/organization.ts';
import { schemeItem } from '#functions/store/scheme.ts';
import { serviceItem } from '#functions/store/service.ts';
import type { Instant } from '#shared/model/dates.ts';
import { type ReferralId, SchemeId, ServiceId } from '#shared/model/ids.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { MANCHESTER, NOW, principal, referralWorld, room } from '#test/support/referral-world.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
  return () => engine.close();
});

/** A group with two activities that both take referrals, and a second team. */
async function twoActivities() {
  const world = await referralWorld(engine.tableWith({ now: () => NOW }), room(null));
  const other = ServiceId.parse(randomUUID());
  const relied = await world.capacityNow();
  if (relied === undefined) throw new Error('The activity has no standing');
  await world.put(serviceItem(MANCHESTER, { ...world.activity, id: other }));
  await world.put(capacityItem(MANCHESTER, { ...relied, serviceId: other }));
  await world.put(organizationItem({ ...world.group, services: [world.serviceId, other] }, 2));
  const team = { id: SchemeId.parse(randomUUID()), area: MANCHESTER, name: 'Lock Gate link workers' };
  await world.put(schemeItem(team));
  const neighbour = principal('Petra Lowe', { role: 'link_worker', schemeId: team.id });
  const to = (serviceId: ServiceId) => ({ request: { ...world.request(), serviceId } });
  const waiting = async (scheme = world.scheme.id) =>
    (await findCapacity(world.deps.table, { area: MANCHESTER, id: world.serviceId }))?.offers(scheme) ?? 0;
  return { ...world, other, team, neighbour, to, waiting };
}
type World = Awaited<ReturnType<typeof twoActivities>>;

const LATE: Instant = '2026-12-02T18:00:00.000Z';
const OVER: Instant = '2026-12-08T18:00:00.000Z';
const BACK = {
  immediateDanger: false,
  called: null,
  kind: 'mental_health',
  personAware: 'yes',
  note: null,
} as const;

/** Every way in which a referral of this team can stop waiting for the group, or go on doing so. */
const WAYS = {
  accept: (world, id) => acceptReferral(world.deps, read(world, id), { contactBy: '2026-11-30' }),
  decline: (world, id) =>
    declineReferral(world.deps, read(world, id), {
      reason: 'outside_area',
      declinedBy: 'group',
      comment: null,
    }),
  declineFull: (world, id) =>
    declineReferral(world.deps, read(world, id), {
      reason: 'no_capacity',
      declinedBy: 'group',
      comment: null,
    }),
  waitList: (world, id) => waitList(world.deps, read(world, id), { month: '2027-01' }),
  handBack: (world, id) => handBackReferral(world.deps, read(world, id), BACK),
  ask: (world, id) => askAbout(world.deps, read(world, id), { text: 'Mornings?' }),
  answer: (world, id) => answerAbout(world.deps, sender(world, id), { text: 'Yes' }),
  withdraw: (world, id) =>
    withdrawReferral(world.deps, sender(world, id), { reason: 'person_asked', agreementWithdrawn: false }),
  elsewhere: (world, id, to) => elsewhere(world, id, to),
  expire: async (world, id) =>
    endByTime(world.deps, (await world.read(id)).value, {
      ...{ after: LATE, now: OVER, nation: 'england', opened: false },
    }),
} satisfies Record<string, (world: World, id: ReferralId, to: ServiceId) => Promise<unknown>>;
type Way = keyof typeof WAYS;
const WAY_NAMES = Object.keys(WAYS) as Way[];

const read = (world: World, id: ReferralId): Asked => world.asked(world.people.reader, id);
const sender = (world: World, id: ReferralId): Asked => world.asked(world.people.sender, id);

function elsewhere(world: World, referralId: ReferralId, serviceId: ServiceId) {
  const [given, key] = [{ serviceId, how: 'by_phone' } as const, randomUUID()];
  const asks = { principal: world.people.sender, referralId, given, wordingVersion: 'introduction-1', key };
  return resendReferral(world.deps, { ...asks, mark: markOf(key, given), at: LATE });
}

describe('what a team sends one group and nobody there has answered', () => {
  it('is ten at most, over all its activities; another team is not held up', async () => {
    const world = await twoActivities();
    for (let sent = 0; sent < MOST_OFFERS; sent += 1)
      await world.sent(world.to(sent % 2 === 0 ? world.serviceId : world.other));
    for (const serviceId of [world.serviceId, world.other])
      expect(await world.create(world.to(serviceId))).toMatchObject({
        ok: false,
        refusal: { code: 'offers_waiting' },
      });
    expect((await world.create({ principal: world.neighbour })).ok).toBe(true);
    expect([await world.waiting(), await world.waiting(world.team.id)]).toEqual([MOST_OFFERS, 1]);
  });

  it('still answers a request that was carried out, when it comes again after the tenth', async () => {
    const world = await twoActivities();
    const again = { request: world.request(), key: randomUUID() };
    const first = await world.create(again);
    for (let sent = 1; sent < MOST_OFFERS; sent += 1) await world.sent();
    expect(await world.create(again)).toEqual(first);
  });

  it('lets one through when many send at the same moment and one is left', async () => {
    const world = await twoActivities();
    for (let sent = 1; sent < MOST_OFFERS; sent += 1) await world.sent();
    const at = [world.serviceId, world.other];
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) => world.create(world.to(at[index % 2] ?? world.other))),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await world.waiting()).toBe(MOST_OFFERS);
  });

  it.each(WAY_NAMES)('is counted as it stands after: %s', async (way) => {
    const world = await twoActivities();
    const [first, second] = [await world.sent(), await world.sent(world.to(world.other))];
    for (const id of [first, second]) await WAYS[way](world, id, world.other);
    await WAYS[way](world, second, world.serviceId);
    expect(await world.waiting()).toBe(await trulyWaiting(world, [first, second]));
  });

  it('is counted as it stands after any history', async () => {
    const act = fc.constantFrom<Act>('send', ...WAY_NAMES);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(act, fc.nat(20)), { maxLength: 30 }), async (history) => {
        const world = await twoActivities();
        const ids: ReferralId[] = [];
        for (const step of history) ids.push(...(await happens(world, ids, step)));
        const truly = await trulyWaiting(world, ids);
        expect(await world.waiting()).toBe(truly);
        expect(truly).toBeLessThanOrEqual(MOST_OFFERS);
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});

type Act = Way | 'send';

/** Sends one more, or does something to one that was sent. Answers what was sent. */
async function happens(world: World, ids: readonly ReferralId[], [act, at]: [Act, number]) {
  const serviceId = at % 2 === 0 ? world.other : world.serviceId;
  if (act === 'send') {
    const made = await world.create(world.to(serviceId));
    return made.ok ? [made.value.id] : [];
  }
  const id = ids[at % Math.max(1, ids.length)];
  if (id !== undefined) await WAYS[act](world, id, serviceId);
  return [];
}

/** Counted from the referrals themselves, with those that were sent elsewhere from them. */
async function trulyWaiting(world: World, ids: readonly ReferralId[]): Promise<number> {
  const stood = await Promise.all(ids.map(async (id) => (await world.read(id)).value));
  const more = stood.flatMap(({ resentAs }) =>
    resentAs === undefined || ids.includes(resentAs) ? [] : [resentAs],
  );
  const own = stood.filter(({ state }) => state === 'sent' || state === 'info_needed').length;
  return own + (more.length > 0 ? await trulyWaiting(world, more) : 0);
}
