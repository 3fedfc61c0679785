import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptReferral } from '#functions/commands/accept-referral.ts';
import { handBackReferral } from '#functions/commands/care-referral.ts';
import { declineReferral } from '#functions/commands/decline-referral.ts';
import { makeIntroduction } from '#functions/commands/make-introduction.ts';
import { noteGap } from '#functions/commands/note-gap.ts';
import { systemIds } from '#functions/runtime/ids.ts';
import { runReferralTimers } from '#functions/schedules/referral-timers.ts';
import { searchIndex } from '#functions/search/index-reader.ts';
import { search } from '#functions/search/search.ts';
import { outcodeItem } from '#functions/store/directory.ts';
import { listEvidence } from '#functions/store/evidence.ts';
import type { Introduction } from '#shared/api/introductions.ts';
import { dayOf } from '#shared/model/civil-time.ts';
import { cellOf } from '#shared/model/geohash.ts';
import { ServiceId } from '#shared/model/ids.ts';
import { OutcodeShard } from '#shared/model/postcode.ts';
import { quarterOf } from '#shared/model/quarter.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { everything } from '#test/support/everything.ts';
import { HOUR } from '#test/support/http-world.ts';
import { publishListings, someListings } from '#test/support/listings.ts';
import { MANCHESTER, room } from '#test/support/referral-world.ts';
import { type WorkerWorld, workerWorld } from '#test/support/worker-world.ts';

let engine: TestEngine;
let world: WorkerWorld;
beforeAll(async () => {
  // The clock stands at nine on Monday 23 November 2026.
  engine = await startEngine();
  world = await workerWorld(engine, room(20));
  await world.read();
});
afterAll(() => engine.close());

const now = () => world.clock.now();
const quarter = () => quarterOf(dayOf(now()));
const by = (who: keyof WorkerWorld['people'], id: Parameters<WorkerWorld['asked']>[1]) =>
  world.asked(world.people[who], id, now());
/** What is counted, as "kind need cause", in order. */
const counted = async () => {
  await world.settle();
  const all = await listEvidence(world.table, MANCHESTER, quarter());
  return all.map(({ kind, need, cause }) => `${kind} ${need} ${cause}`).sort();
};
/** What an act adds to what is counted. */
const adds = async (act: () => Promise<unknown>) => {
  const before = await counted();
  await act();
  const after = await counted();
  for (const one of before) after.splice(after.indexOf(one), 1);
  return after;
};
const told = (given: Partial<Introduction> = {}, key: string = crypto.randomUUID()) =>
  makeIntroduction(world.deps, {
    principal: world.people.sender,
    introduction: { how: 'told_of', needs: ['food'], on: dayOf(now()), ...given },
    key,
    at: now(),
  });

describe('what is missing is counted from what happened', () => {
  it('when a group declines, with its reason; the person’s own no is a choice, not a gap', async () => {
    const [one, other] = [await world.sent(), await world.sent()];
    const decline = (id: typeof one, declinedBy: 'group' | 'person') =>
      declineReferral(world.deps, by('reader', id), { reason: 'outside_area', declinedBy, comment: null });
    expect(await adds(() => decline(one, 'group'))).toEqual(['declined company outside_area']);
    expect(await adds(() => decline(other, 'person'))).toEqual([]);
  });

  it('when a group hands back: the event says only that, the referral which need', async () => {
    const id = await world.sent();
    await acceptReferral(world.deps, by('reader', id), { contactBy: '2026-11-30' });
    const beyond = {
      immediateDanger: false,
      called: null,
      kind: 'mental_health',
      personAware: 'yes',
      note: null,
    } as const;
    const back = () => handBackReferral(world.deps, by('reader', id), beyond);
    expect(await adds(back)).toEqual(['handed_back company none']);
  });

  it('when a search finds nobody who could take somebody, as the page tells a link worker’s script', async () => {
    const [latitude, longitude] = [53.4454, -2.2193];
    const shard = OutcodeShard.parse({
      outcode: 'M14',
      area: MANCHESTER,
      councilName: 'Manchester',
      wards: [{ code: 'E05011361', name: 'Rusholme', council: 'E08000003' }],
      units: { '5RX': [latitude, longitude, 0] },
    });
    await world.table.write({ kind: 'put', table: 'directory', item: outcodeItem(shard), expected: 'any' });
    await publishListings(
      world.table,
      MANCHESTER,
      someListings('evidence', 5).map((listing) => ({ ...listing, needs: ['grief'], room: null })),
    );
    const query = { cell: cellOf({ latitude, longitude }, 6), near: 'M14', need: ['grief' as const] };
    const found = await search({ index: searchIndex(world.table), table: world.table }, query, now());
    const missing = found.ok ? found.value.missing : null;
    expect(missing).toMatchObject({ cause: 'unknown', council: 'E08000003' });
    if (missing?.council == null) throw new Error('The search knows its council');
    const note = { kind: 'unmet' as const, needs: query.need, ...missing, council: missing.council };
    const tell = () =>
      noteGap(world.deps, { principal: world.people.sender, mark: 'a session', note, at: now() });
    expect(await adds(tell)).toEqual(['unmet grief unknown']);
    expect(await adds(tell)).toEqual([]);
  });

  it('when a link worker says so', async () => {
    const note = { kind: 'noted', needs: ['food', 'work'], cause: 'absent', barrier: null } as const;
    const mine = { principal: world.people.sender, mark: 'a session', at: now() };
    expect(
      await adds(() => noteGap(world.deps, { ...mine, note: { ...note, needs: [...note.needs] } })),
    ).toEqual(['noted food absent', 'noted work absent']);
  });

  it('when somebody was told of a group or taken there: once a request, under each need', async () => {
    const key = crypto.randomUUID();
    expect(await adds(() => told({ serviceId: world.serviceId }, key))).toEqual(['introduced food told_of']);
    expect(await adds(() => told({ serviceId: world.serviceId }, key))).toEqual([]);
    expect(await adds(() => told({ how: 'taken_to', needs: ['home', 'food'] }))).toEqual([
      'introduced food taken_to',
      'introduced home taken_to',
    ]);
  });

  it('when nobody answers for ten working days', async () => {
    await world.sent();
    const before = await counted();
    for (let day = 0; day < 16; day += 1) {
      for (const hours of [9, 15]) {
        world.clock.advance(hours * HOUR);
        await runReferralTimers({ table: world.table, ids: systemIds, now: world.clock.now });
      }
      await world.settle();
    }
    expect((await counted()).filter((one) => !before.includes(one))).toEqual([
      'expired company unresponsive',
    ]);
  });
});

describe('an introduction', () => {
  it('is refused for a day that is frozen or to come, another area’s activity or council, and a key used otherwise', async () => {
    const today = dayOf(now());
    const code = async (given: Partial<Introduction>, key?: string) => {
      const answer = await told(given, key);
      return answer.ok ? 'ok' : (answer.refusal.fields?.[0]?.id ?? answer.refusal.code);
    };
    expect(await code({ on: `${Number(today.slice(0, 4)) + 1}-01-01` })).toBe('on');
    expect(await code({ on: '2026-10-01' })).toBe('on');
    expect(await code({ council: 'E06000051' })).toBe('council');
    expect(await code({ serviceId: ServiceId.parse(crypto.randomUUID()) })).toBe('not_found');
    const key = crypto.randomUUID();
    expect(await code({}, key)).toBe('ok');
    expect(await code({ how: 'taken_to' }, key)).toBe('key_reused');
  });

  it('holds no person, no user, no team and no session anywhere it is kept', async () => {
    const { sender } = world.people;
    const marks = [sender.userId, sender.name, sender.email, world.scheme.id, world.scheme.name, 'a session'];
    const items = [...(await everything(engine, 'events')), ...(await everything(engine, 'insight'))];
    const kept = items
      .map((item) => JSON.stringify(item))
      .filter((item) => /introduction|introduced|gap#|noted|unmet/.test(item));
    expect(kept.length).toBeGreaterThan(8);
    for (const mark of marks)
      expect(
        kept.filter((row) => row.includes(mark)),
        mark,
      ).toEqual([]);
  });
});
