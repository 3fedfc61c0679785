import { randomUUID } from 'node:crypto';
import { tellOfTime } from '#functions/commands/time-referral.ts';
import { lapseTasks } from '#functions/domain/moderation/lapses.ts';
import { newGroup } from '#functions/domain/registration/new-group.ts';
import { tidyQueue } from '#functions/schedules/tidy-queue.ts';
import { grantItem } from '#functions/store/grant.ts';
import { organizationItem } from '#functions/store/organization.ts';
import { registrationItem } from '#functions/store/registration.ts';
import { taskItem } from '#functions/store/task.ts';
import type { QueueRow } from '#shared/api/queue.ts';
import { DAY_LENGTH, dayOf, later } from '#shared/model/civil-time.ts';
import type { NudgeCode } from '#shared/model/referral-care.ts';
import { Registration } from '#shared/model/registration.ts';
import type { TestEngine } from './engine.ts';
import { grant } from './grant-builder.ts';
import { ask } from './http-world.ts';
import { NOW } from './referral-world.ts';
import { type StaffWorld, staffWorld } from './staff-world.ts';

type Who = keyof StaffWorld['people'];

/** A coordinator's queue, what can come into it, and what they can say of it. */
export async function queueWorld(engine: TestEngine) {
  const world = await staffWorld(engine);
  const as = (who: Who) => world.as(world.people[who]);
  const queue = async (query = '', who: Who = 'coordinator') =>
    (await as(who).get(`/api/moderation/queue${query}`)).json;
  const rows = async (query = ''): Promise<QueueRow[]> => (await queue(query)).rows;
  const kinds = async () => (await rows()).map(({ kind }) => kind);
  const rowIds = async () => (await rows()).map(({ id }) => id);
  const settle = (id: string, outcome: string, who: Who = 'coordinator') =>
    as(who).staff('POST', `/api/moderation/tasks/${id}/settle`, { body: { outcome } });
  const reopen = (id: string) =>
    as('coordinator').staff('POST', `/api/moderation/tasks/${id}/reopen`, { body: {} });
  const done = async () => (await as('coordinator').get('/api/moderation/done')).json.rows;

  /** What the clock does once a group has not answered for long, or nobody took over a hand-back. */
  async function nudged(code: NudgeCode, request = world.request()) {
    const id = await world.sent({ request });
    const at = world.http.clock.now();
    const { value } = await world.read(id);
    await tellOfTime(world.deps, value, { kind: 'tell', code, on: dayOf(at), at });
    return id;
  }
  const accepted = async () => {
    const id = await nudged('coordinator_reviews');
    await as('reader').sealed(`/api/referrals/${id}/accept`, {
      body: { contactBy: dayOf(later(NOW, 4 * DAY_LENGTH)) },
    });
    return id;
  };
  async function handedBack() {
    const id = await accepted();
    await as('reader').staff('POST', `/api/referrals/${id}/hand-back`, {
      body: {
        kind: 'mental_health',
        immediateDanger: true,
        called: 'emergency_999',
        personAware: 'yes',
        note: null,
      },
    });
    const { value } = await world.read(id);
    if (value.state !== 'handed_back') throw new Error('It was not handed back');
    const at = world.http.clock.now();
    await tellOfTime(world.deps, value, { kind: 'tell', code: 'tell_safeguarding_lead', on: dayOf(at), at });
    return id;
  }
  async function reported() {
    const made = await ask(world.apps.intake, 'POST', '/api/suggestions', {
      body: { organizationId: world.groupId, topic: 'has_closed', text: 'The hall is shut' },
    });
    return String(made.json.id);
  }
  async function toCheck() {
    const id = randomUUID();
    const registration = Registration.parse({
      ...{ id, area: 'manchester', state: 'confirmed', name: 'Kite Makers', happens: 'Kites' },
      ...{ when: 'Sundays', outcode: 'M14', email: 'kite@demo.example', at: NOW, made: 'x', twin: null },
      lead: { userId: randomUUID(), name: 'Bea Hollin', confirmedAt: NOW },
      ...{ checked: null, returned: null },
    });
    await world.put(registrationItem(registration, 2, NOW));
    await world.put(organizationItem(newGroup(registration, NOW)));
    return id;
  }
  /** The group's basics run out so many days from now (or ran out before). */
  async function runningOut(days: number) {
    const validUntil = later(NOW, days * DAY_LENGTH);
    const standing = { status: 'confirmed' as const, tier: 1 as const, confirmedAt: NOW, validUntil };
    const group = { ...world.group, safeguarding: standing };
    await world.put(organizationItem(group));
    for (const task of lapseTasks(group)) await world.put(taskItem(task, 1));
  }
  const doubted = async () => {
    const fund = grant({ status: 'unverified', lastChangedAt: NOW });
    await world.put(grantItem(fund));
    return fund.id;
  };
  const missing = (needs: string[], who: Who = 'sender', cause = 'absent') =>
    as(who).staff('POST', '/api/gap-notes', { body: { kind: 'noted', needs, cause, barrier: null } });
  const tidy = () => tidyQueue({ table: world.deps.table, ids: world.deps.ids, now: world.http.clock.now });
  return {
    ...world,
    ...{ who: as, queue, rows, kinds, ids: rowIds, settle, reopen, done, tidy },
    ...{ nudged, accepted, handedBack, reported, toCheck, runningOut, doubted, missing },
  };
}
export type QueueWorld = Awaited<ReturnType<typeof queueWorld>>;
