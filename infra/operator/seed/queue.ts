import { lapseTasks } from '#functions/domain/moderation/lapses.ts';
import { eventWrite } from '#functions/store/event.ts';
import type { Item } from '#functions/store/table.ts';
import { taskItem } from '#functions/store/task.ts';
import { AreaId } from '#shared/model/area.ts';
import { DAY_LENGTH, dayOf, later } from '#shared/model/civil-time.ts';
import type { Instant } from '#shared/model/dates.ts';
import { EventId } from '#shared/model/ids.ts';
import type { Need } from '#shared/model/need.ts';
import { quarterOf } from '#shared/model/quarter.ts';
import { type Task, TaskId } from '#shared/model/task.ts';
import { seededId } from './chance.ts';
import type { Counted } from './evidence.ts';
import { daysBefore } from './moments.ts';
import type { World } from './world.ts';

const area = AreaId.parse('manchester');
const COUNCIL = 'E08000003';

/** What link workers have said is missing since anybody last looked: the need and how many days ago, each. */
const NOTED: readonly (readonly [need: Need, daysAgo: readonly number[]])[] = [
  ['carers', [6, 4, 3]],
  ['digital', [2]],
];
const each = (now: Instant) =>
  NOTED.flatMap(([need, days]) =>
    days.map((ago, index) => ({ need, at: daysBefore(now, ago), name: `note ${need} ${index}` })),
  );

function gapTask(now: Instant, need: Need, days: readonly number[]): Task {
  const since = daysBefore(now, Math.max(...days));
  const id = TaskId.parse(`gap-${need}-${COUNCIL}`);
  const of = { area, kind: 'gap', need, council: COUNCIL, notes: days.length } as const;
  return { ...of, id, since, from: since, isOpen: true, last: null };
}

/** Somebody has long rung about what ran out more than these days ago: there is no task about it any more. */
const RUNG_AFTER = 20.5 * DAY_LENGTH;

/** The tasks about a day on which basics run out or have: the one ahead, or the one that is over. */
const lapses = ({ groups, now }: World): Task[] =>
  groups
    .flatMap(({ organization }) => lapseTasks(organization))
    .filter(({ kind, since, ...task }) => {
      if (kind === 'lapsing') return 'validUntil' in task && task.validUntil > now;
      return since > later(now, -RUNG_AFTER);
    });

/** What stands in the coordinators' queues beside checks and funds; nothing in an empty place. */
export function queueItems(world: World): Item[] {
  if (world.groups.length === 0) return [];
  const gaps = NOTED.map(([need, days]) => gapTask(world.now, need, days));
  return [...lapses(world), ...gaps].map((task) => taskItem(task, 1));
}

/** The events of what was noted. */
export const notedEventItems = ({ groups, now }: World): Item[] =>
  groups.length === 0
    ? []
    : each(now).flatMap(({ need, at, name }) => {
        const write = eventWrite({
          ...{ id: EventId.parse(seededId(`event ${name}`)), area, tenant: area, version: 1, at },
          ...{ aggregate: `gap#${seededId(name)}`, actor: 'system:staff', type: 'gap.noted' },
          data: { kind: 'noted', needs: need, council: COUNCIL, cause: 'absent' },
        });
        return write.kind === 'put' ? [write.item] : [];
      });

/** The same as it counts in the quarters the notes were made in. */
export const notedEvidence = ({ groups, now }: World): Counted[] =>
  groups.length === 0
    ? []
    : each(now).map(({ need, at, name }) => ({
        quarter: quarterOf(dayOf(at)),
        mark: name.replaceAll(' ', '-'),
        evidence: { kind: 'noted', need, council: COUNCIL, cause: 'absent' },
      }));
