import { Worker } from 'node:worker_threads';
import type { FromWorker, Outcome, ToWorker, WorkerSettings } from './protocol.ts';

/** Lambda gives a cold start ten seconds. */
const START_MILLISECONDS = 10_000;

export type WorkerOptions = { settings: WorkerSettings; environment: Record<string, string> };

/** One execution environment: a thread with the bundle loaded, answering one event at a time. */
export type FunctionWorker = {
  /** Resolves when the bundle is loaded, or with the reason it could not be. */
  ready: Promise<Outcome>;
  /** One call at a time; a worker that timed out or ended answers no further call. */
  call: (message: ToWorker) => Promise<Outcome>;
  ended: () => boolean;
  end: () => Promise<void>;
};

const STARTED: Outcome = { ok: true, value: undefined };
const failure = (errorType: string, errorMessage: string): Outcome => ({
  ok: false,
  errorType,
  errorMessage,
});

/** Starts a worker thread with its own environment and memory limit; it never inherits the runner's. */
export function startWorker({ settings, environment }: WorkerOptions): FunctionWorker {
  const thread = new Worker(new URL('./runtime.ts', import.meta.url), {
    workerData: settings,
    env: environment,
    execArgv: [],
    name: settings.functionName,
    resourceLimits: { maxOldGenerationSizeMb: settings.memoryMb },
  });
  let over = false;
  let settle: ((outcome: Outcome) => void) | undefined;
  let timer: NodeJS.Timeout | undefined;

  const finish = (outcome: Outcome) => {
    clearTimeout(timer);
    const done = settle;
    settle = undefined;
    done?.(outcome);
  };
  const stop = (errorType: string, errorMessage: string) => {
    over = true;
    finish(failure(errorType, errorMessage));
    return thread.terminate();
  };
  const wait = (milliseconds: number, message: string) =>
    new Promise<Outcome>((resolve) => {
      settle = resolve;
      timer = setTimeout(() => void stop('Sandbox.Timedout', message), milliseconds);
    });

  const ready = wait(START_MILLISECONDS, `${settings.functionName} did not load within 10 seconds`);
  thread.on('message', (message: FromWorker) => {
    if (message.kind === 'ready') finish(STARTED);
    else if (message.kind === 'answer') finish({ ok: true, value: message.value });
    else finish(failure(message.errorType, message.errorMessage));
  });
  thread.on('error', (error: Error) => void stop(error.name || 'Runtime.Error', error.message));
  thread.on('exit', (code) => void stop('Runtime.ExitError', `Runtime exited with code ${code}`));
  thread.unref();

  return {
    ready,
    call: (message) => {
      if (over) return Promise.resolve(failure('Runtime.ExitError', `${settings.functionName} has ended`));
      const seconds = (message.timeoutMilliseconds / 1000).toFixed(2);
      const answer = wait(message.timeoutMilliseconds, `Task timed out after ${seconds} seconds`);
      thread.postMessage(message);
      return answer;
    },
    ended: () => over,
    end: async () => {
      await stop('Runtime.ExitError', `${settings.functionName} was stopped`);
    },
  };
}
