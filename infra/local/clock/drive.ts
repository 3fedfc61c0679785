import type { Schedules } from '../schedules/schedules.ts';
import { addDuration, LONGEST_DAYS } from './duration.ts';
import type { SharedClock } from './shared-clock.ts';

export type DriveOptions = {
  clock: SharedClock;
  schedules: Schedules;
  /** Resolves true when streams, queues and mail are drained; false when they would not come to rest. */
  drained: () => Promise<boolean>;
  /** Removes items past their time, as DynamoDB would. */
  sweep: () => Promise<void>;
  /** Keeps the offset for the next start. */
  keep: (offsetSeconds: number) => void;
  report: (message: string) => void;
};

export type Advanced = { now: string; settled: boolean };

/** Time as it passes, and as it is put forward; one at a time. */
export type ClockDrive = {
  now: () => string;
  /** Puts the clock forward by an ISO 8601 duration; undefined when the text is none or goes too far. */
  advance: (duration: string) => Promise<Advanced | undefined>;
  /** Waits until everything written so far has had its effects. */
  settle: () => Promise<boolean>;
  start: () => void;
  stop: () => Promise<void>;
};

const TICK_MILLISECONDS = 1000;
const SWEEP_MILLISECONDS = 3_600_000;
export const ADVANCE_HELP = `Send {"advance": "P1D"}: an ISO 8601 duration of at most ${LONGEST_DAYS} days.`;

export function createClockDrive(options: DriveOptions): ClockDrive {
  const { clock, schedules } = options;
  let queue: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let swept = 0;

  /** One after the other: a tick never falls into an advance. */
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  };
  const runUntil = async (to: Date, settle: () => Promise<boolean>) => {
    let settled = true;
    // What falls due at one instant starts together, as a scheduler starts it.
    for (const [at, turns] of Map.groupBy(schedules.due(to), (turn) => turn.at.getTime())) {
      clock.moveTo(new Date(at));
      await Promise.all(turns.map(schedules.run));
      settled = (await settle()) && settled;
    }
    schedules.doneUntil(to);
    return settled;
  };
  const tick = async () => {
    await runUntil(clock.now(), () => Promise.resolve(true));
    if (Date.now() - swept < SWEEP_MILLISECONDS) return;
    swept = Date.now();
    await options.sweep();
  };
  const loop = () => {
    timer = setTimeout(async () => {
      await inTurn(tick).catch((error: unknown) => options.report(`Schedules: ${error}`));
      if (timer) loop();
    }, TICK_MILLISECONDS).unref();
  };

  return {
    now: () => clock.now().toISOString(),
    advance: async (duration) => {
      if (!addDuration(clock.now(), duration)) return undefined;
      return inTurn(async () => {
        const to = addDuration(clock.now(), duration) ?? clock.now();
        const before = await options.drained();
        const during = await runUntil(to, options.drained);
        clock.moveTo(to);
        options.keep(clock.offsetSeconds());
        await options.sweep();
        return { now: clock.now().toISOString(), settled: (await options.drained()) && before && during };
      });
    },
    settle: () => inTurn(options.drained),
    start: () => {
      timer = undefined;
      loop();
    },
    stop: async () => {
      clearTimeout(timer);
      timer = undefined;
      await queue;
    },
  };
}
