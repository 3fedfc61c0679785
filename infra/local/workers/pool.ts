import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import type { Outcome, Shape } from './protocol.ts';
import { type FunctionWorker, startWorker, type WorkerOptions } from './worker.ts';

/** Enough to show races between execution environments, few enough for a laptop. */
const MOST_WORKERS = 4;

export type PoolOptions = WorkerOptions & {
  timeoutSeconds: number;
  /** Most instances the template allows at once; without it four. */
  reservedConcurrency?: number | undefined;
};

/** One deployed function: up to four execution environments, each with one event at a time. */
export type FunctionPool = {
  /** Waits for a free worker when all four are busy. Errors of the function are outcomes, never thrown. */
  invoke: (event: unknown, shape: Shape) => Promise<Outcome>;
  /** Starts the first worker ahead of the first event. */
  warm: () => Promise<Outcome>;
  busy: () => number;
  close: () => Promise<void>;
};

type Waiting = { give: (worker: FunctionWorker) => void; fail: (outcome: Outcome) => void };

/** Makes the pool of one function; no thread starts before the first event. */
export function createPool(options: PoolOptions): FunctionPool {
  const workers = new Set<FunctionWorker>();
  const idle: FunctionWorker[] = [];
  const waiting: Waiting[] = [];
  const most = Math.min(options.reservedConcurrency ?? MOST_WORKERS, MOST_WORKERS);
  let running = 0;

  const log = (line: Record<string, unknown>) =>
    appendFileSync(options.settings.logFile, `${JSON.stringify({ ...line, source: 'platform' })}\n`);

  const offer = (worker: FunctionWorker) => {
    if (worker.ended()) return retire(worker);
    const next = waiting.shift();
    if (next) next.give(worker);
    else idle.push(worker);
  };
  const retire = (worker: FunctionWorker) => {
    workers.delete(worker);
    const place = idle.indexOf(worker);
    if (place >= 0) idle.splice(place, 1);
    if (waiting.length > workers.size) void start();
  };
  const start = async (): Promise<Outcome> => {
    const worker = startWorker(options);
    workers.add(worker);
    const outcome = await worker.ready;
    if (outcome.ok) offer(worker);
    else {
      workers.delete(worker);
      log({ level: 'ERROR', phase: 'init', ...outcome });
      waiting.shift()?.fail(outcome);
    }
    return outcome;
  };
  const take = (): Promise<FunctionWorker | Outcome> => {
    for (let worker = idle.pop(); worker; worker = idle.pop()) {
      if (!worker.ended()) return Promise.resolve(worker);
      workers.delete(worker);
    }
    return new Promise((resolve) => {
      waiting.push({ give: resolve, fail: resolve });
      if (workers.size < most) void start();
    });
  };

  return {
    invoke: async (event, shape) => {
      running += 1;
      try {
        const worker = await take();
        if ('ok' in worker) return worker;
        const id = randomUUID();
        const timeoutMilliseconds = options.timeoutSeconds * 1000;
        const outcome = await worker.call({ id, event, shape, timeoutMilliseconds });
        if (!outcome.ok) log({ level: 'ERROR', requestId: id, ...outcome });
        offer(worker);
        return outcome;
      } finally {
        running -= 1;
      }
    },
    warm: () => (workers.size > 0 ? Promise.resolve({ ok: true, value: undefined }) : start()),
    busy: () => running,
    close: async () => {
      await Promise.all([...workers].map((worker) => worker.end()));
      workers.clear();
    },
  };
}
