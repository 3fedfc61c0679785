import * as z from 'zod/mini';
import { AreaId, CouncilCode } from './area.ts';
import { Instant } from './dates.ts';
import { OrganizationId, ReferralId, UserId } from './ids.ts';
import { Need } from './need.ts';

/** What waits for a coordinator, what does most harm if left first: the queue is in this order. */
export const QueueKind = z.enum([
  /** Handed back as more than a group can safely support, and nobody has taken it over. */
  'unowned',
  /** A group that does not answer a referral. */
  'silence',
  /** Safeguarding basics that have run out. */
  'lapsed',
  /** Somebody says that a listing is wrong. */
  'report',
  /** A group that asks to be listed. */
  'check',
  /** Safeguarding basics that run out in the next days. */
  'lapsing',
  /** A fund that has to be compared with its source again. */
  'grant',
  /** A referral of which nobody has said anything for a year. */
  'idle',
  /** What link workers say is missing. */
  'gap',
]);
export type QueueKind = z.infer<typeof QueueKind>;

/** What came of a task, as a coordinator says it; which of them fit is in `OUTCOMES`. */
export const TaskOutcome = z.enum(
  [
    'team_on_it',
    'will_answer',
    'cannot_take',
    'will_renew',
    'stays_out',
    'still_going',
    'will_end',
    'passed_on',
    'group_found',
    'group_starting',
    'nothing_now',
    'not_reached',
  ],
  'Choose what came of it',
);
export type TaskOutcome = z.infer<typeof TaskOutcome>;

/** The kinds that are tasks; checks, reports and funds have answers of their own. */
export const TaskKind = z.enum(['unowned', 'silence', 'lapsed', 'lapsing', 'idle', 'gap']);
export type TaskKind = z.infer<typeof TaskKind>;

/** `silence-<referral>`, `lapsed-<group>`, `gap-<need>-<council>`: one task a kind and thing. */
export const TaskId = z
  .string()
  .check(
    z.regex(
      /^((unowned|silence|idle|lapsed|lapsing)-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|gap-[a-z]{3,12}(-[ENSW]\d{8})?)$/,
      'Use the id of a task as the portal gave it',
    ),
  )
  .brand<'Task'>();
export type TaskId = z.infer<typeof TaskId>;

/** What somebody did about it. `system` when the need for it went away. */
const TaskAct = z.strictObject({
  at: Instant,
  by: z.union([UserId, z.literal('system')]),
  byName: z.string(),
  outcome: z.union([TaskOutcome, z.enum(['reopened', 'no_longer_needed'])]),
});
export type TaskAct = z.infer<typeof TaskAct>;

const common = {
  id: TaskId,
  area: AreaId,
  /** Since when it is a coordinator's. */
  since: Instant,
  /** From when it stands in the queue: later than `since` when somebody rang and rings again. */
  from: Instant,
  isOpen: z.boolean(),
  /** The last act of a coordinator, if there was one. */
  last: z.nullable(TaskAct),
};

/**
 * Something a coordinator has to do that no other item knows of. It names a referral by its id alone and says
 * nothing of a person: not even the need or the ward.
 */
export const Task = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.enum(['unowned', 'silence', 'idle']), referralId: ReferralId }),
  z.strictObject({
    ...common,
    kind: z.enum(['lapsed', 'lapsing']),
    organizationId: OrganizationId,
    validUntil: Instant,
  }),
  z.strictObject({
    ...common,
    kind: z.literal('gap'),
    need: Need,
    /** Null for needs of which no place is told. */
    council: z.nullable(CouncilCode),
    notes: z.int().check(z.gte(1)),
  }),
]);
export type Task = z.infer<typeof Task>;

/** One thing a coordinator has done from the queue: what, about which group, fund or need, and what came of it. */
export const Handled = z.strictObject({
  at: Instant,
  byName: z.string(),
  kind: QueueKind,
  /** The name of a group or fund, or the code of a need. Never a person. */
  about: z.string(),
  /** A code of the kind's own list. */
  outcome: z.string(),
  /** The task, where it can be opened again. */
  taskId: z.nullable(TaskId),
});
export type Handled = z.infer<typeof Handled>;
