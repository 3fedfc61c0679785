import { isMoot } from '#functions/domain/moderation/moot.ts';
import { clockSince, pausedDays } from '#functions/domain/referral/due.ts';
import { TIMERS, timerAt } from '#functions/domain/referral/timers.ts';
import { portalKeys } from '#functions/store/keys.ts';
import type { Place } from '#functions/store/queue.ts';
import { findMany } from '#functions/store/reading.ts';
import { referralFromItem, referralRecord } from '#functions/store/referral.ts';
import { taskRecord } from '#functions/store/task.ts';
import type { QueueRow, Ring } from '#shared/api/queue.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { Organization } from '#shared/model/organization.ts';
import type { Referral } from '#shared/model/referral.ts';
import type { Task } from '#shared/model/task.ts';
import { groupsById, type Making, ringOf, waits } from './queue-making.ts';

type About = Extract<Task, { referralId: unknown }>;
type Lapse = Extract<Task, { validUntil: unknown }>;
type Gap = Extract<Task, { notes: unknown }>;

/** The referrals that tasks are about, each read once. */
async function referralsOf({ table, settings }: Making, tasks: readonly Task[]) {
  const ids = tasks.flatMap((task) => ('referralId' in task ? task.referralId : []));
  const keys = [...new Set(ids)].map((id) => portalKeys.referral(settings.area, id));
  const reader = { kind: referralRecord.kind, fromItem: referralFromItem };
  const { rows } = await findMany(table, keys, { reader });
  return new Map<string, Referral>(rows.map(({ value }) => [value.id, value]));
}

/** What a coordinator said of it last; what the clock settled is told to nobody. */
const lastOf = ({ last }: Task) =>
  last === null || last.outcome === 'no_longer_needed'
    ? null
    : { at: last.at, byName: last.byName, outcome: last.outcome };

/** When a referral that nobody answers ends; null when it has. */
function endsAt(referral: Referral, { settings: { nation } }: Making): Instant | null {
  const since = clockSince(referral);
  const timer = TIMERS.find(({ state, action }) => state === 'sent' && action === 'expire');
  if (referral.state !== 'sent' || since === undefined || timer === undefined) return null;
  const clock = { since, priority: referral.priority, nation, paused: pausedDays(referral, nation) };
  return timerAt(timer, clock) ?? null;
}

/** The link worker who sent it is whom a coordinator rings about a person they may not know of. */
const ringTeam = ({ sender }: Referral): Ring => ({ name: sender.name, phone: sender.phone, times: '' });

function referralRow(making: Making, task: About, referral: Referral, group?: Organization): QueueRow {
  const { reference, organizationName, schemeName, serviceName, sentAt, organizationId } = referral;
  const common = {
    ...{ id: task.id, last: lastOf(task), reference, groupName: organizationName, teamName: schemeName },
    ...waits(task.kind, task.since, making),
  };
  if (task.kind === 'silence') {
    const ring = group === undefined ? ringTeam(referral) : ringOf(group);
    const ends = endsAt(referral, making);
    return {
      ...{ ...common, kind: 'silence', ring, groupId: organizationId, serviceName, sentAt, endsAt: ends },
      waitUntil: ends ?? common.waitUntil,
    };
  }
  const ring = ringTeam(referral);
  if (task.kind === 'idle') return { ...common, kind: 'idle', ring };
  return { ...common, kind: 'unowned', ring, danger: referral.handedBack?.immediateDanger ?? false };
}

function lapseRow(making: Making, task: Lapse, group: Organization | undefined): QueueRow[] {
  if (group === undefined) return [];
  const { id, kind, organizationId: groupId, validUntil } = task;
  const isTakenBack = group.safeguarding.status === 'withdrawn_by_group';
  const about = { groupId, groupName: group.name, validUntil, isTakenBack, ring: ringOf(group) };
  return [{ kind, id, last: lastOf(task), ...about, ...waits(kind, task.since, making) }];
}

function gapRow(making: Making, task: Gap): QueueRow {
  const { id, kind, need, council, notes } = task;
  const named = making.settings.councils.find(({ code }) => code === council)?.name;
  const councilName = council === null ? null : (named ?? council);
  return { kind, id, last: lastOf(task), need, councilName, notes, ...waits(kind, task.since, making) };
}

/** The rows of tasks, without those that have settled themselves. */
export async function taskRows(making: Making, places: readonly Place[]): Promise<QueueRow[]> {
  const keys = places.map(({ key }) => key);
  const { rows } = await findMany(making.table, keys, { reader: taskRecord });
  const tasks = rows.map(({ value }) => value).filter(({ isOpen, from }) => isOpen && from <= making.now);
  const referrals = await referralsOf(making, tasks);
  const groups = await groupsById(making, [
    ...tasks.flatMap((task) => ('organizationId' in task ? task.organizationId : [])),
    ...[...referrals.values()].map(({ organizationId }) => organizationId),
  ]);
  return tasks.flatMap((task) => {
    const referral = 'referralId' in task ? referrals.get(task.referralId) : undefined;
    if (isMoot(task, referral, making.now)) return [];
    if (task.kind === 'gap') return gapRow(making, task);
    if ('organizationId' in task) return lapseRow(making, task, groups.get(task.organizationId));
    return referral === undefined
      ? []
      : referralRow(making, task, referral, groups.get(referral.organizationId));
  });
}
