import * as z from 'zod/mini';
import { TaskId, TaskKind, TaskOutcome } from '../model/task.ts';

/** Events of a coordinator's tasks. `tenant` is the area; each act is an aggregate of its own. */
export const taskEvents = {
  /** A coordinator said what came of it, or the need for it went away by itself. */
  'task.settled': z.strictObject({
    taskId: TaskId,
    kind: TaskKind,
    outcome: z.union([TaskOutcome, z.literal('no_longer_needed')]),
  }),
  'task.reopened': z.strictObject({ taskId: TaskId, kind: TaskKind }),
} as const;
