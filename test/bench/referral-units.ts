import { mountContact } from '#functions/http/contact.ts';
import { mountReferrals } from '#functions/http/referrals.ts';
import type { Used } from '#functions/store/dynamo-table.ts';
import type { Principal } from '#shared/model/roles.ts';
import { startEngine } from '#test/support/engine.ts';
import { ask, httpWorld } from '#test/support/http-world.ts';
import { referralWorld, room } from '#test/support/referral-world.ts';
import type { Row } from './row.ts';

/** Units one act took, counted by the engine: all its request did, session and rate counter included. */
export type ActUnits = { act: string; write: number; read: number };

/**
 * Sends one referral and takes it to an outcome over HTTP, on the real engine, and answers the units of
 * each act: what a referral costs. Projections and mail are counted elsewhere.
 */
export async function referralUnits(): Promise<ActUnits[]> {
  const engine = await startEngine();
  const spent: Used[] = [];
  try {
    const http = httpWorld(engine);
    const table = engine.tableWith({ now: http.clock.now, used: (used) => spent.push(used) });
    const world = await referralWorld(table, room(3));
    const staff = http.app('staff', (app) => mountReferrals(app, world.deps), { table });
    const sealed = http.app('sealed', (app) => mountContact(app, world.deps), { table });
    const signedIn = async (who: Principal) => {
      const user = await http.invite({ ...who, active: true, mail: 'instant' });
      return (await http.signIn(user)).cookie;
    };
    const [sender, reader] = [await signedIn(world.people.sender), await signedIn(world.people.reader)];
    let id = '';
    const acts: [string, () => ReturnType<typeof ask>][] = [
      ['send', () => ask(sealed, 'POST', '/api/referrals', { cookie: sender, body: world.request() })],
      ['list: inbox', () => ask(staff, 'GET', '/api/referrals?view=inbox', { cookie: reader })],
      ['open', () => ask(staff, 'POST', `/api/referrals/${id}/open`, { cookie: reader })],
      [
        'accept',
        () =>
          ask(sealed, 'POST', `/api/referrals/${id}/accept`, {
            cookie: reader,
            body: { contactBy: '2026-11-30' },
          }),
      ],
      ['reveal', () => ask(sealed, 'POST', `/api/referrals/${id}/reveal`, { cookie: reader })],
      [
        'start',
        () =>
          ask(staff, 'POST', `/api/referrals/${id}/start`, { cookie: reader, body: { on: '2026-11-23' } }),
      ],
      [
        'outcome',
        () =>
          ask(staff, 'POST', `/api/referrals/${id}/complete`, {
            cookie: reader,
            body: { outcome: 'came_regularly', words: null },
          }),
      ],
      [
        'list: caseload',
        () => ask(staff, 'GET', '/api/referrals?view=caseload&closed=1', { cookie: sender }),
      ],
    ];
    const measured: ActUnits[] = [];
    for (const [act, run] of acts) {
      spent.length = 0;
      const answer = await run();
      if (answer.status > 201) throw new Error(`${act} answered ${answer.status}: ${answer.text}`);
      if (act === 'send') id = String(Object(answer.json).id);
      measured.push({ act, write: sum(spent, 'write'), read: sum(spent, 'read') });
    }
    return measured;
  } finally {
    await engine.close();
  }
}

const sum = (spent: readonly Used[], operation: Used['operation']): number =>
  spent.filter((used) => used.operation === operation).reduce((total, { units }) => total + units, 0);

/** What the founding estimate gave one referral; the goals are the design's. */
const ANCHOR = { write: 48, read: 17 };
const GOAL = { write: 44, read: 20 };

/** One row for the whole referral and one for each act, units beside the estimate. */
export async function referralRows(): Promise<Row[]> {
  const acts = await referralUnits();
  const whole = (of: 'write' | 'read') => acts.reduce((total, act) => total + act[of], 0);
  const [write, read] = [whole('write'), whole('read')];
  const units = (act: { write: number; read: number }) => `${act.write} write, ${act.read} read units`;
  return [
    {
      what: 'one referral, sent to outcome, with two lists: request path',
      measured: units({ write, read }),
      anchor: `estimate: ${units(ANCHOR)}`,
      ratio: `${(write / ANCHOR.write).toFixed(2)}, ${(read / ANCHOR.read).toFixed(2)}`,
      goal: `<= ${units(GOAL)}`,
      met: write <= GOAL.write && read <= GOAL.read,
    },
    ...acts.map((act) => ({
      what: `of it: ${act.act}`,
      measured: units(act),
      anchor: '',
      ratio: '',
      goal: '',
      met: undefined,
    })),
  ];
}
