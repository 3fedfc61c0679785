import * as z from 'zod/mini';
import { Instant } from '../model/dates.ts';
import { GrantId, OrganizationId, SuggestionId } from '../model/ids.ts';
import { Need } from '../model/need.ts';
import { Reference } from '../model/reference.ts';
import { Handled, QueueKind, TaskId, TaskOutcome } from '../model/task.ts';
import { endpoint } from './endpoint.ts';
import { SuggestionTopic } from './suggestions.ts';

/** Whom to ring, on which number and when best. */
const Ring = z.object({ name: z.string(), phone: z.string(), times: z.string() });
export type Ring = z.infer<typeof Ring>;

const every = {
  /** Since when it waits for a coordinator, and until when it may. */
  since: Instant,
  waitUntil: Instant,
};
const task = {
  ...every,
  id: TaskId,
  /** What somebody said of it last: it is back. */
  last: z.nullable(
    z.object({ at: Instant, byName: z.string(), outcome: z.union([TaskOutcome, z.literal('reopened')]) }),
  ),
};
const referral = {
  ...task,
  reference: Reference,
  groupName: z.string(),
  teamName: z.string(),
  ring: Ring,
};
const lapse = {
  ...task,
  groupId: OrganizationId,
  groupName: z.string(),
  validUntil: Instant,
  /** The group itself took its confirmation back. */
  isTakenBack: z.boolean(),
  ring: Ring,
};

/** One thing that waits for a coordinator. Nothing in it says who a referred person is. */
export const QueueRow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unowned'), ...referral, danger: z.boolean() }),
  z.object({
    kind: z.literal('silence'),
    ...referral,
    groupId: OrganizationId,
    serviceName: z.string(),
    sentAt: Instant,
    /** When it ends unanswered; null when it has. */
    endsAt: z.nullable(Instant),
  }),
  z.object({ kind: z.literal('idle'), ...referral }),
  z.object({ kind: z.literal('lapsed'), ...lapse }),
  z.object({ kind: z.literal('lapsing'), ...lapse }),
  z.object({
    kind: z.literal('report'),
    ...every,
    id: SuggestionId,
    groupId: OrganizationId,
    groupName: z.string(),
    topic: SuggestionTopic,
    text: z.string(),
    ring: z.nullable(Ring),
  }),
  z.object({
    kind: z.literal('check'),
    ...every,
    id: OrganizationId,
    groupName: z.string(),
    happens: z.string(),
    when: z.string(),
    outcode: z.string(),
    leadName: z.string(),
    email: z.string(),
    /** A listed group of the same name in the same postcode district. */
    twin: z.nullable(OrganizationId),
    /** The directory that listing came from, while nobody has claimed it; null for a group of its own. */
    twinFrom: z.nullable(z.string()),
  }),
  z.object({
    kind: z.literal('grant'),
    ...every,
    id: GrantId,
    title: z.string(),
    funderName: z.string(),
    sourceUrl: z.string(),
    sourceCheckedAt: Instant,
    why: z.enum(['doubted', 'closed', 'old']),
  }),
  z.object({
    kind: z.literal('gap'),
    ...task,
    need: Need,
    councilName: z.nullable(z.string()),
    notes: z.int(),
  }),
]);
export type QueueRow = z.infer<typeof QueueRow>;

const cursor = z.optional(z.string().check(z.maxLength(400)));
/** Of each kind no more than this is counted. */
export const MOST_COUNTED = 100;

export const queueList = endpoint({
  id: 'moderation.queue',
  method: 'GET',
  path: '/api/moderation/queue',
  boundary: 'staff',
  summary: 'What waits for a coordinator in my area, what does most harm if left first',
  roles: ['coordinator'],
  relation: 'own_area',
  query: z.strictObject({ kind: z.optional(QueueKind), cursor }),
  reply: z.object({
    rows: z.array(QueueRow),
    next: z.nullable(z.string()),
    /** How many of each kind wait, up to 100; not told again on later pages. */
    counts: z.nullable(z.array(z.object({ kind: QueueKind, count: z.int() }))),
    now: Instant,
  }),
  refusals: ['malformed'],
  rate: 'signed_in',
});

export const queueDone = endpoint({
  id: 'moderation.done',
  method: 'GET',
  path: '/api/moderation/done',
  boundary: 'staff',
  summary: 'What coordinators of my area have done, newest first, over a year',
  roles: ['coordinator'],
  relation: 'own_area',
  query: z.strictObject({ cursor }),
  reply: z.object({
    rows: z.array(Handled),
    next: z.nullable(z.string()),
    now: Instant,
  }),
  refusals: ['malformed'],
  rate: 'signed_in',
});

const TaskPath = z.strictObject({ taskId: TaskId });

export const taskSettle = endpoint({
  id: 'moderation.task_settle',
  method: 'POST',
  path: '/api/moderation/tasks/{taskId}/settle',
  boundary: 'staff',
  summary: 'Say what came of a task: it leaves the queue, for good or until it is looked at again',
  roles: ['coordinator'],
  relation: 'own_area',
  params: TaskPath,
  body: z.strictObject({ outcome: TaskOutcome }),
  reply: z.object({ id: TaskId, comesBack: z.nullable(Instant) }),
  refusals: ['not_found', 'done_already', 'changed_meanwhile'],
  rate: 'signed_in',
  event: 'task.settled',
});

export const taskReopen = endpoint({
  id: 'moderation.task_reopen',
  method: 'POST',
  path: '/api/moderation/tasks/{taskId}/reopen',
  boundary: 'staff',
  summary: 'Put a task back into the queue that was done with',
  roles: ['coordinator'],
  relation: 'own_area',
  params: TaskPath,
  body: z.strictObject({}),
  reply: z.object({ id: TaskId }),
  refusals: ['not_found', 'not_possible_now', 'changed_meanwhile'],
  rate: 'signed_in',
  event: 'task.reopened',
});
