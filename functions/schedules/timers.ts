import type { Logger } from '#functions/runtime/logger.ts';
import { errorFields } from '#functions/runtime/logger.ts';
import { runReferralTimers } from './referral-timers.ts';
import { askForRoom, type Scheduled } from './room-mail.ts';
import { tellOfLapses } from './safeguarding-lapses.ts';
import { tidyQueue } from './tidy-queue.ts';

/** Everything the hour brings, by name: each finds its own due work and may run any number of times. */
const SCHEDULES: Readonly<Record<string, (deps: Scheduled) => Promise<void>>> = {
  // First: where a group is asked for its room, the same mail says what runs out (one a week).
  askForRoom,
  tellOfLapses,
  runReferralTimers,
  tidyQueue,
};

/** Runs all of them; one that fails is named in the log, does not stop the others, and fails the run. */
export async function runTimers(deps: Scheduled & { log: Logger }): Promise<void> {
  let failed: unknown;
  for (const [schedule, run] of Object.entries(SCHEDULES)) {
    try {
      await run(deps);
    } catch (error) {
      failed = error;
      deps.log.error('a schedule failed', { consumer: schedule, ...errorFields(error) });
    }
  }
  if (failed !== undefined) throw failed;
}
