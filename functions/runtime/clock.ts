import type { Instant } from '#shared/model/dates.ts';

/** The one clock: an argument everywhere else. */
export type Clock = () => Instant;
export const systemClock: Clock = () => new Date().toISOString();
