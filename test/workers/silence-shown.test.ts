import { afterAll, beforeAll, expect, it } from 'vitest';
import { acceptReferral } from '#functions/commands/accept-referral.ts';
import { handBackReferral } from '#functions/commands/care-referral.ts';
import { declineReferral } from '#functions/commands/decline-referral.ts';
import { mountInsight } from '#functions/http/insight.ts';
import { systemIds } from '#functions/runtime/ids.ts';
import { freezeQuarters } from '#functions/schedules/freeze-quarters.ts';
import { runReferralTimers } from '#functions/schedules/referral-timers.ts';
import { gapList } from '#shared/api/insight.ts';
import { dayOf } from '#shared/model/civil-time.ts';
import type { ReferralId } from '#shared/model/ids.ts';
import { quarterBounds, quarterOf } from '#shared/model/quarter.ts';
import { evidence } from '#shared/text/en/evidence.ts';
import { needs } from '#shared/text/en/needs.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { ask, HOUR, httpWorld, person } from '#test/support/http-world.ts';
import { room } from '#test/support/referral-world.ts';
import { type WorkerWorld, workerWorld } from '#test/support/worker-world.ts';
import { cellsOf } from '../../site/src/islands/gaps/quarter-words.ts';

let engine: TestEngine;
let world: WorkerWorld;
beforeAll(async () => {
  // The clock stands at nine on Monday 23 November 2026.
  engine = await startEngine();
  world = await workerWorld(engine, room(50));
  await world.read();
});
afterAll(() => engine.close());

/** Enough that their number may be shown: 1 to 7 are a star. */
const ENOUGH = 8;
const sentSome = () =>
  Promise.all(Array.from({ length: ENOUGH }, () => world.sent({ at: world.clock.now() })));
const byReader = (id: ReferralId) => world.asked(world.people.reader, id, world.clock.now());

async function declined(): Promise<void> {
  for (const id of await sentSome())
    await declineReferral(world.deps, byReader(id), {
      reason: 'outside_area',
      declinedBy: 'group',
      comment: null,
    });
}

async function handedBack(): Promise<void> {
  const facts = { immediateDanger: false, called: null, kind: 'mental_health', personAware: 'yes' } as const;
  for (const id of await sentSome()) {
    await acceptReferral(world.deps, byReader(id), { contactBy: '2026-11-30' });
    await handBackReferral(world.deps, byReader(id), { ...facts, note: null });
  }
}

/** Nobody answers for ten working days. */
async function silent(): Promise<void> {
  await sentSome();
  world.clock.advance(16 * 24 * HOUR);
  await runReferralTimers({ table: world.table, ids: systemIds, now: world.clock.now });
  await world.settle();
}

/** What a commissioner is answered at this moment. */
async function asCommissioner() {
  const http = httpWorld(engine);
  http.clock.advance(Date.parse(world.clock.now()) - Date.parse(http.clock.now()));
  const app = http.app('commissioner', (made) => mountInsight(made, { table: http.table }));
  const { cookie } = await http.signIn(await http.invite(person('commissioner')));
  return gapList.reply.parse((await ask(app, 'GET', '/api/insight/gaps', { cookie })).json);
}

it('declines, hand-backs and silences of a quarter are shown to the commissioner when it has closed, each with its cause', async () => {
  await declined();
  await handedBack();
  await world.settle();
  await silent();
  const quarter = quarterOf(dayOf(world.clock.now()));
  expect((await asCommissioner()).quarters).not.toContain(quarter);
  const closed = Date.parse(`${quarterBounds(quarter).until}T12:00:00.000Z`) + 4 * 24 * HOUR;
  world.clock.advance(closed - Date.parse(world.clock.now()));
  await freezeQuarters({ ...world.deps, table: world.table, now: world.clock.now });

  const { shown, before } = await asCommissioner();
  expect(shown?.quarter).toBe(quarter);
  if (shown === null) throw new Error('The quarter has not been frozen');
  const lines = shown.rows.map((row) => cellsOf(row, shown, { before, supply: [] }).join(' | '));
  const line = (kind: keyof typeof evidence.kind) =>
    lines.find((one) => one.includes(`${needs.company} | ${evidence.kind[kind]} | `));
  expect(line('expired')).toContain(`| ${evidence.kind.expired} | 10 |`);
  expect(line('expired')).toContain('no answer: 10');
  expect(line('declined')).toContain(`| ${evidence.kind.declined} | 10 |`);
  expect(line('declined')).toContain('outside its area: 10');
  expect(line('handed_back')).toContain(`| ${evidence.kind.handed_back} | 10 |`);
});
