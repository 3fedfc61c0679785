import { acceptReferral } from '#functions/commands/accept-referral.ts';
import { handBackReferral } from '#functions/commands/care-referral.ts';
import type { Asked } from '#functions/commands/change-referral.ts';
import { createReferral } from '#functions/commands/create-referral.ts';
import { declineReferral } from '#functions/commands/decline-referral.ts';
import type { SealedDeps } from '#functions/commands/deps.ts';
import { markOf } from '#functions/commands/mark.ts';
import { openReferral } from '#functions/commands/open-referral.ts';
import { completeReferral, startReferral } from '#functions/commands/progress-referral.ts';
import { putAsideReferral } from '#functions/commands/put-aside-referral.ts';
import { settleTask } from '#functions/commands/settle-task.ts';
import { lastClose } from '#functions/domain/referral/due.ts';
import type { Result } from '#functions/domain/result.ts';
import type { Ids } from '#functions/runtime/ids.ts';
import { markDone } from '#functions/store/done.ts';
import { findReferral } from '#functions/store/referral.ts';
import type { ReferralRequest } from '#shared/api/referrals.ts';
import { addDays, dayOf, instantOf } from '#shared/model/civil-time.ts';
import type { Instant } from '#shared/model/dates.ts';
import { ReferralId } from '#shared/model/ids.ts';
import type { Principal } from '#shared/model/roles.ts';
import { TaskId } from '#shared/model/task.ts';
import { addWorkingDays, isWorkingDay, type Nation } from '#shared/model/working-days.ts';
import { seededId } from './chance.ts';
import type { Ago, Introduction, Someone, Step } from './introduction.ts';
import { introductions, LAST } from './introductions.ts';
import { daysBefore } from './moments.ts';
import { COLLEAGUE, PEOPLE } from './people.ts';
import { quietGroups } from './quiet-group.ts';
import { letTimePass } from './reminders.ts';
import { sayRoomAnew } from './room-said.ts';
import { demonstration } from './world.ts';

/** What the steps need: the key service really seals, so it has to be running. */
export type Seeding = { deps: SealedDeps; now: Instant };

/** Who acts in the demonstration: whoever signs in, by the address; those nobody comes as, by what they are. */
type Cast = (who: Someone) => Principal;
type Laying = Seeding & { who: Cast };

function personNamed(email: string): Principal {
  const found = PEOPLE.find(({ principal }) => principal.email === `${email}@demo.example`);
  if (found === undefined) throw new Error(`There is no demonstration person ${email}`);
  return found.principal;
}

function done<T>(what: string, result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`The demonstration could not ${what}: ${result.refusal.code}`);
}

/** What a sender's commands name a referral by: the same each time, so that seeding again changes nothing. */
const keyOf = (name: string): string => seededId(`referral ${name}`);

/** Whether the last of them is there: then all are. */
async function isSeeded({ table, ids }: SealedDeps): Promise<boolean> {
  const { userId, area, memberships } = personNamed('link-worker');
  const [team] = memberships.flatMap((held) => ('schemeId' in held ? [held.schemeId] : []));
  if (team === undefined) return false;
  const made = ids.created({ tenant: team, user: userId, route: 'referral.create', key: keyOf(LAST) });
  return (await findReferral(table, { area, id: ReferralId.parse(made) })) !== undefined;
}

/**
 * Gives the demonstration people a caseload and an inbox, by the commands themselves: every contact is
 * sealed, every step leaves its event, and the timers have run in between. Doing it again changes nothing.
 * Answers how many referrals there are.
 */
export async function seedReferrals(seeding: Seeding): Promise<number> {
  const { deps, now } = seeding;
  const world = demonstration(dayOf(now));
  const { silent, lost } = quietGroups(world);
  const all = introductions({ silent: silent.serviceId, lost: lost.serviceId });
  if (await isSeeded(deps)) return all.length;
  const others: Partial<Record<Someone, Principal>> = { colleague: COLLEAGUE, 'lost-reader': lost.reader };
  const who: Cast = (one) => others[one] ?? personNamed(one);
  const unmailed = { ...deps, ids: await mailedBefore(seeding, all) };
  for (const one of all) if (!one.isNews) await introduce({ now, who, deps: unmailed }, one);
  await sayRoomAnew(unmailed, world, { principal: who('group-lead'), at: daysBefore(now, ROOM_SAID) });
  for (const one of all) if (one.isNews) await introduce({ now, who, deps }, one);
  return all.length;
}

/** Days ago: just before the first that is news. */
const ROOM_SAID = 0.41;
/** More reminders than all of them together have had. */
const REMINDERS = 80;

/** Ids whose events nobody is mailed about: it is no news. The mailer's marks stand before the events. */
async function mailedBefore(
  { deps: { table, ids }, now }: Seeding,
  all: readonly Introduction[],
): Promise<Ids> {
  const needed = all.reduce((sum, { steps }) => sum + 1 + steps.length, REMINDERS);
  const marked = Array.from({ length: needed }, () => ids.event());
  await Promise.all(marked.map((eventId) => markDone(table, { consumer: 'mail', eventId, now })));
  const event = () => {
    const next = marked.shift();
    if (next === undefined) throw new Error('The demonstration tells more than it was made for');
    return next;
  };
  return { ...ids, event };
}

/** Ten o'clock on the last day of which so many working days were over at the last close of day. */
function workingDaysBefore(now: Instant, workingDays: number, nation: Nation): Instant {
  const closed = dayOf(lastClose(now));
  let day = closed;
  while (!isWorkingDay(day, nation) || addWorkingDays(day, workingDays, nation) > closed)
    day = addDays(day, -1);
  return instantOf(day, '10:00');
}

/** The moment that is so long ago. */
const momentOf = (ago: Ago, now: Instant, nation: Nation): Instant =>
  typeof ago === 'number' ? daysBefore(now, ago) : workingDaysBefore(now, ago.workingDays, nation);

async function introduce({ deps, now, who }: Laying, introduction: Introduction): Promise<void> {
  const { name, steps, by = 'link-worker', runsOut = false } = introduction;
  const principal = who(by);
  const { area } = principal;
  const { nation } = await deps.areas(area);
  const at = momentOf(introduction.daysAgo, now, nation);
  const key = keyOf(name);
  const request: ReferralRequest = {
    ...introduction.request,
    agreement: { ...introduction.request.agreement, agreedOn: dayOf(daysBefore(at, 1)) },
  };
  const made = await createReferral(deps, { principal, request, key, mark: markOf(key, name), at });
  const { id } = done(`send ${name}`, made);
  let [from, opened] = [at, false];
  for (const step of steps) {
    const to = momentOf(step.daysAgo, now, nation);
    await letTimePass(deps, { area, id }, { from, to, opened, runsOut });
    await take(deps, { id, name, action: step.action, principal: who(step.by), at: to });
    [from, opened] = [to, opened || step.action === 'open'];
  }
  await letTimePass(deps, { area, id }, { from, to: now, opened, runsOut });
}

async function take(
  deps: SealedDeps,
  step: Pick<Step, 'action'> & { id: ReferralId; name: string; principal: Principal; at: Instant },
): Promise<void> {
  const { id, name, action, principal, at } = step;
  const key = seededId(`referral ${name} ${action}`);
  const asked: Asked = { principal, referralId: id, at, mark: markOf(key, name) };
  const contactBy = dayOf(daysBefore(at, -5));
  const acts = {
    open: () => openReferral(deps, asked),
    accept: () => acceptReferral(deps, asked, { contactBy }),
    start: () => startReferral(deps, asked, { on: dayOf(at) }),
    complete: () => completeReferral(deps, asked, { outcome: 'came_regularly', words: null }),
    decline: () =>
      declineReferral(deps, asked, {
        reason: 'cannot_meet_access_need',
        declinedBy: 'group',
        comment: 'The garden path is too narrow for a wheelchair until it is mended',
      }),
    hand_back: () =>
      handBackReferral(deps, asked, {
        immediateDanger: false,
        called: null,
        kind: 'more_than_volunteers',
        personAware: 'yes',
        note: 'He needs somebody beside him the whole time now, and we are two volunteers for twelve',
      }),
    ring: () =>
      settleTask(deps, {
        ...{ principal, at, outcome: 'will_answer' },
        taskId: TaskId.parse(`silence-${id}`),
      }),
    put_aside: () => putAsideReferral(deps, asked),
  };
  const taken: Result<unknown> = await acts[action]();
  done(`${action} ${name}`, taken);
}
