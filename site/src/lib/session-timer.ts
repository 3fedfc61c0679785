/** Milliseconds the page may be idle, and how long before the end it warns. */
export type Limits = { idleMs: number; untilEndMs: number; warnMs: number };
export type Standing = { phase: 'open' | 'warning' | 'ended'; leftMs: number; extendable: boolean };

/** Warn two minutes before: at 13 of 15 idle minutes. */
export const WARN_MS = 2 * 60_000;

/**
 * Where a session stands: `sinceHeard` is how long ago the API last answered, `sinceStart` how long
 * ago the session was read. The earlier of the idle end and the absolute end counts; only the idle
 * one can be extended.
 */
export function standing(limits: Limits, sinceHeard: number, sinceStart: number): Standing {
  const idleLeft = limits.idleMs - sinceHeard;
  const absoluteLeft = limits.untilEndMs - sinceStart;
  const leftMs = Math.max(0, Math.min(idleLeft, absoluteLeft));
  const extendable = absoluteLeft > idleLeft;
  if (leftMs === 0) return { phase: 'ended', leftMs, extendable: false };
  return { phase: leftMs <= limits.warnMs ? 'warning' : 'open', leftMs, extendable };
}

/** Reads the limits from what the server said; every figure is a difference of the server's own times. */
export function limitsOf(session: { idleAt: string; endsAt: string; now: string }): Limits {
  const now = Date.parse(session.now);
  return {
    idleMs: Date.parse(session.idleAt) - now,
    untilEndMs: Date.parse(session.endsAt) - now,
    warnMs: WARN_MS,
  };
}
