import { type EngineStream, openStream, type StreamRecord, type StreamSource } from './engine-stream.ts';
import type { Mapping } from './mapping.ts';

export type ReaderOptions = {
  source: StreamSource;
  mappings: readonly Mapping[];
  report: (message: string) => void;
};

/** Polls one stream and hands each record to every mapping on it. */
export type Reader = {
  start: () => void;
  stop: () => Promise<void>;
  /** Looks for records now instead of at the next turn. */
  nudge: () => void;
  /** Resolves when everything written before the call has been handled; at once when stopped. */
  drained: () => Promise<void>;
};

const IDLE_MILLISECONDS = 100;
const FAULT_MILLISECONDS = 1000;
/** More than this waiting in one shard, and reading pauses. */
const MOST_WAITING = 5000;

export function createReader({ source, mappings, report }: ReaderOptions): Reader {
  const stream: EngineStream = openStream(source);
  let active: Mapping[] = [];
  let running: Promise<void> | undefined;
  let stopping = false;
  let wake: (() => void) | undefined;
  /** Turns that found nothing new while no lane worked; each proves that all written before it is handled. */
  let quietTurns = 0;
  let last: bigint | undefined;
  const quiet = () => active.every((mapping) => mapping.idle());

  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const settled = () => {
    quietTurns += 1;
    if (last !== undefined) for (const mapping of active) mapping.caughtUp(last);
  };
  /** How long to rest after one look. */
  const turn = async (): Promise<number> => {
    if (active.some((mapping) => mapping.waiting() > MOST_WAITING)) return IDLE_MILLISECONDS;
    const quietBefore = quiet();
    const records = await stream.read();
    handOut(records, active);
    last = records.at(-1)?.sequence ?? last;
    if (records.length > 0) return 0;
    if (quietBefore && quiet()) settled();
    return IDLE_MILLISECONDS;
  };
  const loop = async () => {
    while (!stopping) {
      const rest = await turn().catch((error: unknown) => {
        if (!stopping) report(`Stream of ${source.tableName}: ${error}`);
        return FAULT_MILLISECONDS;
      });
      if (rest > 0 && !stopping) await pause(rest);
    }
  };

  return {
    start: () => {
      if (running) return;
      active = mappings.filter((mapping) => mapping.allowed());
      for (const mapping of active) mapping.resume();
      stream.seek(...startOf(active));
      stopping = false;
      last = undefined;
      running = active.length > 0 ? loop() : Promise.resolve();
    },
    stop: async () => {
      stopping = true;
      wake?.();
      await running;
      running = undefined;
      await Promise.all(mappings.map((mapping) => mapping.stop()));
    },
    nudge: () => wake?.(),
    drained: async () => {
      const wanted = quietTurns + 2;
      while (running && !stopping && active.length > 0 && quietTurns < wanted) {
        wake?.();
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
  };
}

function handOut(records: readonly StreamRecord[], mappings: readonly Mapping[]): void {
  for (const record of records) for (const mapping of mappings) mapping.accept(record);
}

/** From the mapping that is furthest behind. */
function startOf(mappings: readonly Mapping[]): [bigint | undefined, 'TRIM_HORIZON' | 'LATEST'] {
  const start = mappings.every((mapping) => mapping.start === 'LATEST') ? 'LATEST' : 'TRIM_HORIZON';
  const places = mappings.map((mapping) => mapping.position());
  const known = places.filter((place) => place !== undefined);
  if (known.length < places.length) return [undefined, start];
  return [
    known.reduce<bigint | undefined>(
      (least, one) => (least === undefined || one < least ? one : least),
      undefined,
    ),
    start,
  ];
}
