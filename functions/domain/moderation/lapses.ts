import { DAY_LENGTH, later } from '#shared/model/civil-time.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { Organization } from '#shared/model/organization.ts';
import { type Task, TaskId } from '#shared/model/task.ts';
import { CURRENT, ENDED_BY_ITSELF } from '../safeguarding/receive.ts';

/** How long before basics run out a coordinator sees it: the group has had its reminders by then. */
const AHEAD = 14 * DAY_LENGTH;
const DATED = [...CURRENT, ...ENDED_BY_ITSELF];

type Standing = Pick<Organization, 'status' | 'safeguarding'>;

/** When the basics of a listed group run out, or were taken back; what a coordinator paused is known to them. */
export const runsOut = ({ status, safeguarding }: Standing): Instant | null =>
  status === 'checked' && DATED.includes(safeguarding.status) ? safeguarding.validUntil : null;

const taskId = (kind: 'lapsed' | 'lapsing', group: Organization) => TaskId.parse(`${kind}-${group.id}`);
export const lapseIds = (group: Organization): TaskId[] => [
  taskId('lapsing', group),
  taskId('lapsed', group),
];

/** A coordinator's two tasks about the day on which a group's basics run out: some days before it, and from it on. */
export function lapseTasks(group: Organization): Task[] {
  const validUntil = runsOut(group);
  if (validUntil === null) return [];
  const of = { area: group.area, organizationId: group.id, validUntil, isOpen: true, last: null };
  const soon = later(validUntil, -AHEAD);
  return [
    { ...of, kind: 'lapsing', id: taskId('lapsing', group), since: soon, from: soon },
    { ...of, kind: 'lapsed', id: taskId('lapsed', group), since: validUntil, from: validUntil },
  ];
}
