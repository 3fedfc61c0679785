import { setTimeout } from 'node:timers/promises';

/** Waits before another attempt (the first is 0); an argument wherever something is tried again. */
export type Backoff = (attempt: number) => Promise<void>;

/** Full jitter: anywhere between nothing and a ceiling that doubles, so that rivals fall out of step. */
export const fullJitter =
  (baseMs = 15, capMs = 400): Backoff =>
  (attempt) =>
    setTimeout(Math.random() * Math.min(capMs, baseMs * 2 ** attempt));
