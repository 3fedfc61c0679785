/**
 * The one clock of the local cloud: real time plus an offset in whole seconds that every thread sees. The
 * offset lives in shared memory, so that functions, identity provider and runner move together.
 */
export type SharedClock = {
  /** Handed to workers; `replaceDate` reads it there. */
  memory: SharedArrayBuffer;
  now: () => Date;
  offsetSeconds: () => number;
  /** Puts the clock at or just after an instant; never back: what has been dated stays dated. */
  moveTo: (instant: Date) => void;
};

/** Makes a clock that starts at real time plus the given offset. */
export function createClock(offsetSeconds = 0): SharedClock {
  const memory = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const offset = new Int32Array(memory);
  Atomics.store(offset, 0, offsetSeconds);
  const milliseconds = () => Date.now() + Atomics.load(offset, 0) * 1000;
  return {
    memory,
    now: () => new Date(milliseconds()),
    offsetSeconds: () => Atomics.load(offset, 0),
    moveTo: (instant) => {
      const ahead = instant.getTime() - milliseconds();
      if (ahead > 0) Atomics.add(offset, 0, Math.ceil(ahead / 1000));
    },
  };
}
