import type { QueueKind } from '#shared/model/task.ts';
import { groupChecks } from '#shared/text/en/group-checks.ts';
import { outcomes, queue, reportHows } from '#shared/text/en/queue.ts';

/** What each kind calls what came of it; putting back and settling itself belong to all. */
const WORDS: Partial<Record<QueueKind, Readonly<Record<string, string>>>> = {
  check: { ...groupChecks.hows, ...groupChecks.reasons },
  report: reportHows,
  grant: queue.handled.grant,
};

/** The words of a code that says what came of something in the queue. */
export const outcomeWords = (kind: QueueKind, code: string): string => {
  const words: Readonly<Record<string, string>> = { ...(WORDS[kind] ?? outcomes), ...queue.handled.extra };
  return words[code] ?? code;
};
