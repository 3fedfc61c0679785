import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { ScheduleSpec } from '../assembly/schedules.ts';
import type { Platform } from '../streams/platform.ts';
import { readExpression } from './expression.ts';
import { type Planned, plan } from './plan.ts';
import { fire } from './target.ts';

export type SchedulesOptions = {
  specs: readonly ScheduleSpec[];
  platform: Platform;
  now: () => Date;
  /** Where the last look is kept; undefined keeps it in memory. */
  stateFile: string | undefined;
  retryMilliseconds?: number;
};

/** The schedules of the template, by the shared clock. */
export type Schedules = {
  /** What falls due until an instant and has not run. */
  due: (to: Date) => Planned<ScheduleSpec>[];
  run: (turn: Planned<ScheduleSpec>) => Promise<void>;
  /** Everything until this instant has run. */
  doneUntil: (instant: Date) => void;
};

type State = { began: string; until: string };
const RETRY_MILLISECONDS = 1000;

/** Reads every expression at once: one this runner cannot read stops the start. */
export function createSchedules(options: SchedulesOptions): Schedules {
  const { specs, stateFile, platform } = options;
  let state = readState(stateFile, options.now());
  const anchor = new Date(state.began);
  const schedules = new Map(
    specs
      .filter(({ enabled }) => enabled)
      .map((spec) => [spec, { expression: readExpression(spec.expression, spec.timezone), anchor }] as const),
  );
  const retryMilliseconds = options.retryMilliseconds ?? RETRY_MILLISECONDS;
  const write = () => {
    if (stateFile !== undefined) writeFileSync(stateFile, JSON.stringify(state));
  };
  write();
  return {
    due: (to) => plan(schedules, new Date(state.until), to),
    run: ({ key, at }) => fire(key, at, { platform, retryMilliseconds }),
    doneUntil: (instant) => {
      state = { ...state, until: instant.toISOString() };
      write();
    },
  };
}

function readState(file: string | undefined, now: Date): State {
  if (file !== undefined && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  return { began: now.toISOString(), until: now.toISOString() };
}
